using Shirube.Domain.Common;
using Shirube.Domain.Organization;

namespace Shirube.Domain.Evaluation;

/// <summary>質問: what a member of the outside body asked about a sheet, with the section's answer. For the office alone.</summary>
public sealed class ReviewQuestion : IPartOf<SheetReview>
{
    public const int LongestAsker = 100;

    internal ReviewQuestion(SheetReviewId sheetReviewId, int number)
    {
        SheetReviewId = sheetReviewId;
        Number = number;
        Text = "";
    }

    public SheetReviewId SheetReviewId { get; private set; }
    /// <summary>From 1; the number of a removed one is not given again while later ones stand.</summary>
    public int Number { get; private set; }
    public string Text { get; private set; }
    /// <summary>The member who asked; personal, never in a release.</summary>
    public string? Asker { get; private set; }
    public QuestionAnswer? Answer { get; private set; }

    internal void Set(string text, string? asker) => (Text, Asker) = (text.Trim(), Blank.ToNull(asker?.Trim()));

    internal void Answered(string? text, PersonId? by, DateTime atUtc)
    {
        if (text != Answer?.Text)
            Answer = text is null ? null : new(text, by, atUtc);
    }
}

/// <summary>回答: what the section answered, who wrote it, and when.</summary>
public sealed record QuestionAnswer(string Text, PersonId? By, DateTime AtUtc);
