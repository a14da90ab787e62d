using System.Globalization;
using Shirube.Domain.Common;
using Shirube.Domain.Evaluation;

namespace Shirube.Office.Evaluation;

/// <summary>What the page is told after it saved by itself: when, and of each answer its new revision or what is wrong.</summary>
public sealed record SavedWords(string At, IReadOnlyList<SavedWords.Answer> Answers, int Open, int Unconfirmed)
{
    /// <param name="State">saved, overtaken or refused.</param>
    /// <param name="Carried">Whether it still is last year's, unconfirmed.</param>
    public sealed record Answer(string Question, string State, int Revision, string? Message, string? Theirs, bool Carried = false);

    public static SavedWords Of(OpenSheet open, IReadOnlyList<SavedAnswer> answers, int stage, DateTime nowUtc) =>
        new(Tokyo.At(nowUtc).ToString("H時mm分", CultureInfo.InvariantCulture), [.. answers.Select(a => Of(a) with { Carried = open.Sheet.Find(a.Question, stage)?.CarriedFrom is not null })], open.Sheet.OpenQuestions(open.Form, stage).Count, open.Sheet.Answers.Count(a => a.Stage == stage && a.CarriedFrom is not null));

    private static Answer Of(SavedAnswer saved) => saved switch
    {
        { Refusal: { } refusal } => new(saved.Question.Value, "refused", 0, refusal.ToString(), null),
        { Outcome.Theirs: { } theirs } => new(saved.Question.Value, "overtaken", theirs.Revision, Refusals.AnswerOvertaken.ToString(), theirs.Value.Words),
        _ => new(saved.Question.Value, "saved", saved.Outcome!.Revision, null, null),
    };
}
