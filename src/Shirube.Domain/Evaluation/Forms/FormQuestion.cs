using Shirube.Domain.Common;

namespace Shirube.Domain.Evaluation;

/// <summary>設問: one thing a form asks. Its key stays when a form is copied for a later year, so that last year's answer is found.</summary>
public sealed class FormQuestion : IPartOf<EvaluationForm>
{
    internal FormQuestion(EvaluationFormId formId, PublicKey key, int order, string section, QuestionKind kind, string label)
    {
        FormId = formId;
        Key = key;
        Order = order;
        Section = section;
        Kind = kind;
        Label = label;
    }

    public EvaluationFormId FormId { get; private set; }
    public PublicKey Key { get; private set; }
    public int Order { get; internal set; }
    /// <summary>The heading under which it stands; questions of one section stand together.</summary>
    public string Section { get; private set; }
    public QuestionKind Kind { get; private set; }
    public string Label { get; private set; }
    /// <summary>How it is to be understood, in one or two sentences.</summary>
    public string? Help { get; private set; }
    /// <summary>Whether a choice is asked for its reason.</summary>
    public bool AsksReason { get; private set; }
    /// <summary>Without an answer a sheet is not submitted; otherwise it is only pointed out.</summary>
    public bool IsRequired { get; private set; }
    /// <summary>Whether citizens read the answer.</summary>
    public bool IsPublic { get; private set; }
    /// <summary>Of a text, in characters; null is no limit of its own.</summary>
    public int? LongestText { get; private set; }
    /// <summary>Of a number.</summary>
    public string? Unit { get; private set; }
    /// <summary>What summaries take it for; null where they do not ask.</summary>
    public QuestionRole? Role { get; private set; }
    /// <summary>The orders of the stages that answer it, as 1,2.</summary>
    public string StageOrders { get; private set; } = "1";

    public bool HasChoices => Kind is QuestionKind.Choice or QuestionKind.Rating or QuestionKind.Table;
    /// <summary>Whether people answer it; others are filled in from the records.</summary>
    public bool IsAnswered => Kind is not (QuestionKind.Indicators or QuestionKind.Money or QuestionKind.Projects);
    public IReadOnlyList<int> Stages => [.. StageOrders.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(int.Parse)];

    internal void Set(QuestionSpec spec)
    {
        (Section, Kind, Label, Help) = (spec.Section.Trim(), spec.Kind, spec.Label.Trim(), Blank.ToNull(spec.Help?.Trim()));
        (AsksReason, IsRequired, IsPublic) = (spec.AsksReason && spec.Kind is (QuestionKind.Choice or QuestionKind.Rating), spec.IsRequired && IsAnswered, spec.IsPublic);
        (LongestText, Unit, Role) = (spec.LongestText, Blank.ToNull(spec.Unit?.Trim()), spec.Role);
        StageOrders = string.Join(',', spec.Stages.Distinct().Order());
    }
}

/// <summary>選択肢 of a question (or a column of a table), from best to worst where it is a scale.</summary>
public sealed class FormChoice : IPartOf<EvaluationForm>
{
    internal FormChoice(EvaluationFormId formId, PublicKey questionKey, int order, string label, string? meaning) => (FormId, QuestionKey, Order, Label, Meaning) = (formId, questionKey, order, label, meaning);

    public EvaluationFormId FormId { get; private set; }
    public PublicKey QuestionKey { get; private set; }
    /// <summary>From 1; of a rating 1 is best, whatever it is called.</summary>
    public int Order { get; private set; }
    public string Label { get; private set; }
    /// <summary>What the choice says, so that scales of other years and municipalities compare.</summary>
    public string? Meaning { get; private set; }

    internal void Set(string label, string? meaning) => (Label, Meaning) = (label, meaning);
}

/// <summary>段階: who answers after whom, by name (自己評価, 一次評価 …).</summary>
public sealed class FormStage : IPartOf<EvaluationForm>
{
    internal FormStage(EvaluationFormId formId, int order, string name) => (FormId, Order, Name) = (formId, order, name);

    public EvaluationFormId FormId { get; private set; }
    public int Order { get; private set; }
    public string Name { get; internal set; }
}
