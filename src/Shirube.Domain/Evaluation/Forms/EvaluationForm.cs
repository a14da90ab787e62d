using Shirube.Domain.Common;
using Shirube.Domain.Organization;

namespace Shirube.Domain.Evaluation;

/// <summary>評価様式: the questions of one kind of evaluation as data. A draft is edited; once put into use from a year on it stands, and a later year gets a copy.</summary>
public sealed class EvaluationForm : Aggregate
{
    private readonly List<FormQuestion> questions = [];
    private readonly List<FormChoice> choices = [];
    private readonly List<FormStage> stages = [];

    private EvaluationForm(EvaluationFormId id, PublicKey key, string name)
    {
        Id = id;
        Key = key;
        Name = name;
    }

    public EvaluationFormId Id { get; private set; }
    public PublicKey Key { get; private set; }
    public string Name { get; private set; }
    public FormTarget Target { get; private set; }
    public FormUse Use { get; private set; }
    /// <summary>A lighter form for work that a law demands; others are evaluated by the form without this.</summary>
    public bool OnlyStatutory { get; private set; }
    /// <summary>The form it was copied from.</summary>
    public EvaluationFormId? BasisId { get; private set; }
    /// <summary>From which year on it is used, by whose word; null as long as it is a draft.</summary>
    public FormIssue? Issue { get; private set; }
    public bool IsSample { get; private set; }
    public IReadOnlyList<FormQuestion> Questions => questions;
    public IReadOnlyList<FormChoice> Choices => choices;
    public IReadOnlyList<FormStage> Stages => stages;

    public static EvaluationForm Draft(FormSpec spec, bool isSample = false)
    {
        spec.WhyNot.ThrowIfAny();
        var form = new EvaluationForm(EvaluationFormId.New(), PublicKey.New(), spec.Name) { IsSample = isSample };
        form.Describe(spec.Name, spec.Target, spec.Use, spec.OnlyStatutory, spec.Stages);
        foreach (var question in spec.Questions)
            form.Ask(question);
        return form;
    }

    /// <summary>A draft after this one: its questions keep their keys, so that last year's answers are found.</summary>
    public EvaluationForm Copy(FormSpec spec)
    {
        var copy = Draft(spec, IsSample);
        copy.BasisId = Id;
        return copy;
    }

    /// <summary>The form as settings.</summary>
    public FormSpec Spec => new(Name, Target, Use, OnlyStatutory, [.. stages.OrderBy(s => s.Order).Select(s => s.Name)], [.. InOrder.Select(SpecOf)]);

    public IEnumerable<FormQuestion> InOrder => questions.OrderBy(q => q.Order);

    public IReadOnlyList<FormChoice> ChoicesOf(FormQuestion question) => [.. choices.Where(c => c.QuestionKey == question.Key).OrderBy(c => c.Order)];

    public QuestionSpec SpecOf(FormQuestion q) => new(q.Section, q.Kind, q.Label, q.Stages)
    {
        Key = q.Key, Help = q.Help, AsksReason = q.AsksReason, IsRequired = q.IsRequired, IsPublic = q.IsPublic, LongestText = q.LongestText, Unit = q.Unit, Role = q.Role,
        Choices = [.. ChoicesOf(q).Select(c => new ChoiceSpec(c.Label, c.Meaning))],
    };

    public Refusal? WhyNotEdit() => Issue is { } issue ? Refusals.FormInUse(Name, issue.From.Era) : null;

    public void Describe(string name, FormTarget target, FormUse use, bool onlyStatutory, IReadOnlyList<string> stageNames)
    {
        var named = stageNames.Select(s => s.Trim()).ToList();
        (WhyNotEdit() ?? new FormSpec(name, target, use, onlyStatutory, named, []).WhyNot).ThrowIfAny();
        FollowStages(named);
        (Name, Target, Use, OnlyStatutory) = (name.Trim(), target, use, onlyStatutory && target == FormTarget.Project);
        stages.RemoveAll(s => s.Order > named.Count);
        foreach (var (stage, i) in named.Select((s, i) => (s, i)))
            if (stages.Find(s => s.Order == i + 1) is { } there)
                there.Name = stage;
            else
                stages.Add(new(Id, i + 1, stage));
    }

    // why: a question is asked of a stage, not of a place in the list; a name that is new where an old one stood is that stage renamed.
    private void FollowStages(List<string> named)
    {
        var was = stages.OrderBy(s => s.Order).Select(s => s.Name).ToList();
        var to = was.Select((stage, i) => named.IndexOf(stage) is >= 0 and var there ? there + 1 : i < named.Count && !was.Contains(named[i]) ? i + 1 : 0).ToList();
        (questions.Find(q => q.Stages.Any(s => to[s - 1] == 0)) is { } asked ? Refusals.StageAsked(asked.Label) : null).ThrowIfAny();
        foreach (var question in questions)
            question.Set(SpecOf(question) with { Stages = [.. question.Stages.Select(s => to[s - 1])] });
    }

    /// <summary>The form it was copied from is no more.</summary>
    public void LoseBasis() => BasisId = null;

    /// <summary>Adds a question at the end of its section.</summary>
    public FormQuestion Ask(QuestionSpec spec)
    {
        (WhyNotEdit() ?? spec.WhyNot(stages.Count) ?? (questions.Count >= FormSpec.MostQuestions ? Refusals.QuestionsTooMany(FormSpec.MostQuestions) : null)).ThrowIfAny();
        var after = questions.Where(q => q.Section == spec.Section.Trim()).Select(q => q.Order).DefaultIfEmpty(questions.Count).Max();
        foreach (var later in questions.Where(q => q.Order > after))
            later.Order++;
        var question = new FormQuestion(Id, spec.Key ?? PublicKey.New(), after + 1, spec.Section, spec.Kind, spec.Label);
        questions.Add(question);
        Write(question, spec);
        return question;
    }

    public void Change(PublicKey key, QuestionSpec spec)
    {
        (WhyNotEdit() ?? spec.WhyNot(stages.Count)).ThrowIfAny();
        Write(Find(key), spec);
        Gather();
    }

    /// <summary>One place up (−1) or down (+1); past the end of its section it goes over into the next.</summary>
    public void Move(PublicKey key, int by)
    {
        WhyNotEdit().ThrowIfAny();
        var question = Find(key);
        if (questions.Find(q => q.Order == question.Order + Math.Sign(by)) is not { } other)
            return;
        if (other.Section != question.Section)
            question.Set(SpecOf(question) with { Section = other.Section });
        else
            (question.Order, other.Order) = (other.Order, question.Order);
    }

    public void Remove(PublicKey key)
    {
        WhyNotEdit().ThrowIfAny();
        var question = Find(key);
        questions.Remove(question);
        choices.RemoveAll(c => c.QuestionKey == key);
        foreach (var later in questions.Where(q => q.Order > question.Order))
            later.Order--;
    }

    /// <summary>Why it cannot be used from a year on: nothing is asked, or another form of its kind begins in that year.</summary>
    public Refusal? WhyNotIssue(FiscalYear from, IEnumerable<EvaluationForm> others) =>
        WhyNotEdit()
        ?? (questions.Exists(q => q.IsAnswered) ? null : Refusals.FormEmpty(Name))
        ?? (others.FirstOrDefault(o => o.Id != Id && o.Issue?.From == from && (o.Target, o.Use, o.OnlyStatutory) == (Target, Use, OnlyStatutory)) is { } other ? Refusals.FormYearTaken(from.Era, other.Name) : null);

    public void IssueFrom(FiscalYear from, IEnumerable<EvaluationForm> others, PersonId? by, DateTime atUtc)
    {
        WhyNotIssue(from, others).ThrowIfAny();
        Issue = new(from, by, atUtc);
    }

    /// <summary>The form of its kind that is used in a year: the one put into use last before it.</summary>
    public static EvaluationForm? InUse(IEnumerable<EvaluationForm> forms, FormTarget target, FormUse use, bool isStatutory, FiscalYear year) =>
        forms.Where(f => f.Target == target && f.Use == use && f.Issue?.From <= year && (isStatutory || !f.OnlyStatutory)).OrderByDescending(f => f.OnlyStatutory).ThenByDescending(f => f.Issue!.From).FirstOrDefault();

    private FormQuestion Find(PublicKey key) => questions.Find(q => q.Key == key) ?? throw new RefusalException(Refusals.QuestionGone);

    private void Write(FormQuestion question, QuestionSpec spec)
    {
        question.Set(spec);
        var kept = question.HasChoices ? spec.Choices : [];
        choices.RemoveAll(c => c.QuestionKey == question.Key && c.Order > kept.Count);
        foreach (var (choice, i) in kept.Select((c, i) => (c, i)))
            if (choices.Find(c => c.QuestionKey == question.Key && c.Order == i + 1) is { } there)
                there.Set(choice.Label.Trim(), Blank.ToNull(choice.Meaning?.Trim()));
            else
                choices.Add(new(Id, question.Key, i + 1, choice.Label.Trim(), Blank.ToNull(choice.Meaning?.Trim())));
    }

    // why: a question whose section was changed stands with the others of that section.
    private void Gather()
    {
        var sections = InOrder.Select(q => q.Section).Distinct().ToList();
        foreach (var (question, i) in InOrder.OrderBy(q => sections.IndexOf(q.Section)).ToList().Select((q, i) => (q, i)))
            question.Order = i + 1;
    }
}

/// <summary>A form is used from a year on, until another of its kind is.</summary>
public sealed record FormIssue(FiscalYear From, PersonId? By, DateTime AtUtc);
