using Shirube.Domain.Common;
using Shirube.Domain.Projects;

namespace Shirube.Domain.Evaluation;

/// <summary>An evaluation of a project brought in as it was published: the answers of each stage in a year. A later stage never overwrites an earlier one.</summary>
public sealed class EvaluationFact : Aggregate
{
    private readonly List<EvaluationAnswer> answers = [];

    private EvaluationFact(EvaluationFactId id, ProjectId projectId, FiscalYear year)
    {
        Id = id;
        ProjectId = projectId;
        Year = year;
    }

    public EvaluationFactId Id { get; private set; }
    public ProjectId ProjectId { get; private set; }
    /// <summary>The year in which the evaluation was done; it judges the year before.</summary>
    public FiscalYear Year { get; private set; }
    public IReadOnlyList<EvaluationAnswer> Answers => answers;

    public static EvaluationFact Of(ProjectId project, FiscalYear year) => new(EvaluationFactId.New(), project, year);

    /// <summary>Sets one answer; choice and text both null removes it.</summary>
    public void Answer(int order, EvaluationStage stage, string question, string? choice, string? text)
    {
        var there = answers.Find(a => a.Stage == stage && a.Question == question);
        (choice, text) = (Blank.ToNull(choice), Blank.ToNull(text));
        if (choice is null && text is null)
            answers.RemoveAll(a => a == there);
        else if (there is null)
            answers.Add(new(Id, stage, question, order, choice, text));
        else if ((there.Choice, there.Text) != (choice, text))
            there.Set(choice, text);
    }
}

/// <summary>Who judged: the section itself, or its manager (課長等).</summary>
public enum EvaluationStage
{
    /// <summary>自己評価</summary>
    Self,
    /// <summary>課長等意見</summary>
    Manager,
}

/// <summary>One answer: the choice as written, and the reason.</summary>
public sealed class EvaluationAnswer : IPartOf<EvaluationFact>
{
    internal EvaluationAnswer(EvaluationFactId evaluationFactId, EvaluationStage stage, string question, int order, string? choice, string? text)
    {
        EvaluationFactId = evaluationFactId;
        Stage = stage;
        Question = question;
        Order = order;
        Set(choice, text);
    }

    public EvaluationFactId EvaluationFactId { get; private set; }
    public EvaluationStage Stage { get; private set; }
    public string Question { get; private set; }
    public int Order { get; private set; }
    public string? Choice { get; private set; }
    public string? Text { get; private set; }

    internal void Set(string? choice, string? text) => (Choice, Text) = (choice, text);
}
