using Shirube.Domain.Common;
using Shirube.Domain.Organization;

namespace Shirube.Domain.Evaluation;

/// <summary>One answer of one stage of a sheet: the unit of saving and of conflict. A later stage has its own beside it.</summary>
public sealed class SheetAnswer : IPartOf<EvaluationSheet>
{
    internal SheetAnswer(EvaluationSheetId sheetId, PublicKey questionKey, int stage)
    {
        SheetId = sheetId;
        QuestionKey = questionKey;
        Stage = stage;
    }

    public EvaluationSheetId SheetId { get; private set; }
    public PublicKey QuestionKey { get; private set; }
    /// <summary>The stage's order in the form.</summary>
    public int Stage { get; private set; }
    public string? Choice { get; private set; }
    public string? Text { get; private set; }
    public decimal? Number { get; private set; }
    /// <summary>The year whose answer it repeats, as long as nobody has confirmed it; null once somebody has.</summary>
    public FiscalYear? CarriedFrom { get; private set; }
    /// <summary>Rises with every saved change; a save based on an older one is a conflict.</summary>
    public int Revision { get; private set; }
    public PersonId? By { get; private set; }
    public DateTime AtUtc { get; private set; }

    public AnswerValue Value => new(Choice, Text, Number);
    public bool IsConfirmed => CarriedFrom is null && !Value.IsEmpty;

    internal void Set(AnswerValue value, FiscalYear? carriedFrom, PersonId? by, DateTime atUtc)
    {
        (Choice, Text, Number) = (value.Choice, value.Text, value.Number);
        (CarriedFrom, By, AtUtc) = (carriedFrom, by, atUtc);
        Revision++;
    }
}

/// <summary>How the saving of an answer ended: <paramref name="Theirs"/> is what another person saved meanwhile, and then nothing was changed.</summary>
public sealed record AnswerOutcome(int Revision, SheetAnswer? Theirs = null);
