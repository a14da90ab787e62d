using Shirube.Domain.Common;
using Shirube.Domain.Evaluation;

namespace Shirube.Office.Evaluation;

/// <summary>A sheet as its page shows it: section by section, last year beside this year, the stage at hand open to answer.</summary>
public sealed record SheetView(OpenSheet Open, SheetFigures Figures, EarlierAnswers? Earlier)
{
    /// <summary>The order of the stage that this person answers here; null where there is none to answer.</summary>
    public int? Writing { get; init; }

    public IEnumerable<IGrouping<string, FormQuestion>> Sections => Open.Form.InOrder.GroupBy(q => q.Section);

    public string StageName(int stage) => Open.RoundStageOf(stage).Name;

    public bool IsWritten(FormQuestion question) => question.IsAnswered && Writing is { } stage && question.Stages.Contains(stage);

    /// <summary>The answers of other stages than the one at hand, those that say something.</summary>
    public IEnumerable<SheetAnswer> Others(FormQuestion question) =>
        Open.Sheet.Answers.Where(a => a.QuestionKey == question.Key && a.Stage != (IsWritten(question) ? Writing : null) && a.IsConfirmed).OrderBy(a => a.Stage);

    /// <summary>Last time's answers to a question, stage by stage; where a file says otherwise than the sheet, both.</summary>
    public IEnumerable<(string Stage, AnswerValue Value)> Last(FormQuestion question)
    {
        if (Earlier is null)
            yield break;
        foreach (var stage in Open.Form.Stages.OrderBy(s => s.Order).Where(s => question.Stages.Contains(s.Order)))
        {
            var (own, brought) = (Earlier.Of(question, Open.RoundStageOf(stage.Order)), Earlier.OfFile(question, Open.RoundStageOf(stage.Order)));
            if (own is not null)
                yield return (stage.Name, own);
            if (Earlier.Sheet is not null && brought is not null && brought != own)
                yield return ($"{stage.Name}(取り込んだ評価)", brought);
        }
    }

    /// <summary>The actions promised last time, which a question of their follow-up asks about.</summary>
    public IEnumerable<string> Promised(FormQuestion question) =>
        question.Role != QuestionRole.FollowUp || Earlier is null ? [] : Earlier.Promised(Open.Form);

    /// <summary>How many of the stage's required questions are answered.</summary>
    public (int Done, int All) Required
    {
        get
        {
            if (Writing is not { } stage)
                return (0, 0);
            var required = Open.Form.Questions.Where(q => q.IsRequired && q.Stages.Contains(stage)).Select(q => q.Key).ToList();
            var open = Open.Sheet.OpenQuestions(Open.Form, stage).Select(o => o.Question.Key).ToHashSet();
            return (required.Count(q => !open.Contains(q)), required.Count);
        }
    }

    public int Unconfirmed => Writing is { } stage ? Open.Sheet.Answers.Count(a => a.Stage == stage && a.CarriedFrom is not null) : 0;
}

/// <summary>A question with its input: what stands in it, what last year said, what is wrong with it.</summary>
public sealed record QuestionView(SheetView Sheet, FormQuestion Question, int At, TypedAnswer? Typed, SavedAnswer? Saved);
