using Shirube.Domain.Common;
using Shirube.Domain.Organization;
using Shirube.Domain.Plans;

namespace Shirube.Domain.Projects;

/// <summary>事務事業: the thing that is budgeted and evaluated.</summary>
public sealed class Project : Aggregate
{
    private readonly List<Ownership> ownerships = [];
    private readonly List<Placement> placements = [];
    private readonly List<BudgetLine> budgetLines = [];
    private readonly List<Money> money = [];
    private readonly List<Staffing> staffing = [];

    private Project(ProjectId id, PublicKey key, string name)
    {
        Id = id;
        Key = key;
        Name = name;
        Period = ProjectPeriod.Unknown;
        Text = ProjectText.Empty;
    }

    public const int LongestName = 300;
    public const int LongestText = 20_000;

    public ProjectId Id { get; private set; }
    public PublicKey Key { get; private set; }
    /// <summary>事務事業ID: the city's own number, unique where given.</summary>
    public string? Number { get; private set; }
    public string Name { get; private set; }
    /// <summary>事務事業区分, the city's own words.</summary>
    public string? Class { get; private set; }
    public bool? IsStatutory { get; private set; }
    public string? LegalBasis { get; private set; }
    public ProjectPeriod Period { get; private set; }
    public ProjectText Text { get; private set; }
    /// <summary>Listed in the implementation plan (実施計画); null where the source does not say.</summary>
    public bool? InImplementationPlan { get; private set; }
    /// <summary>Listed in the 総合戦略; null where the source does not say.</summary>
    public bool? InRegionalStrategy { get; private set; }
    /// <summary>Name of the person in charge and telephone; never in a release.</summary>
    public string? InternalContact { get; private set; }
    /// <summary>A note among staff; never in a release.</summary>
    public string? InternalNote { get; private set; }
    /// <summary>Invented content of the demonstration, shown with the mark 「サンプル」.</summary>
    public bool IsSample { get; private set; }
    public IReadOnlyList<Ownership> Ownerships => ownerships;
    public IReadOnlyList<Placement> Placements => placements;
    public IReadOnlyList<BudgetLine> BudgetLines => budgetLines;
    public IReadOnlyList<Money> Money => money;
    public IReadOnlyList<Staffing> Staffing => staffing;

    public static Project Start(string? number, string name, bool isSample = false)
    {
        var project = new Project(ProjectId.New(), PublicKey.New(), name) { IsSample = isSample };
        project.Rename(number, name);
        return project;
    }

    public static Refusal? WhyNotName(string? name) =>
        string.IsNullOrWhiteSpace(name) ? Refusals.NameMissing("事務事業の名前")
        : name.Length > LongestName ? Refusals.TextTooLong("事務事業の名前", LongestName, name.Length) : null;

    public void Rename(string? number, string name)
    {
        WhyNotName(name).ThrowIfAny();
        Number = Blank.ToNull(number);
        Name = name.Trim();
    }

    public void Classify(string? @class, bool? isStatutory, string? legalBasis, bool? inImplementationPlan, bool? inRegionalStrategy)
    {
        Class = Blank.ToNull(@class);
        IsStatutory = isStatutory;
        LegalBasis = Blank.ToNull(legalBasis);
        InImplementationPlan = inImplementationPlan;
        InRegionalStrategy = inRegionalStrategy;
    }

    public void Schedule(ProjectPeriod period)
    {
        (period.Last < period.First ? Refusals.EndBeforeBegin($"事務事業「{Name}」の期間") : null).ThrowIfAny();
        Period = period;
    }

    public static Refusal? WhyNotDescribe(ProjectText text) =>
        new[] { ("概要", text.Outline), ("手段", text.Means), ("今年度の計画", text.MeansPlanned), ("対象", text.Target), ("意図", text.Intent), ("結果", text.Result) }
            .Where(t => t.Item2?.Length > LongestText)
            .Select(t => Refusals.TextTooLong(t.Item1, LongestText, t.Item2!.Length)).FirstOrDefault();

    public void Describe(ProjectText text)
    {
        WhyNotDescribe(text).ThrowIfAny();
        Text = text;
    }

    /// <summary>Keeps what only staff may see.</summary>
    public void NoteInternally(string? contact, string? note)
    {
        InternalContact = Blank.ToNull(contact);
        InternalNote = Blank.ToNull(note);
    }

    /// <summary>The department that owns the project in a year; null before the first ownership.</summary>
    public DepartmentId? OwnerIn(FiscalYear year) =>
        ownerships.Where(o => o.From <= year).OrderBy(o => o.From).LastOrDefault()?.DepartmentId;

    /// <summary>Hands the project to a department from a year on.</summary>
    public void HandTo(DepartmentId department, FiscalYear from)
    {
        if (OwnerIn(from) == department)
            return;
        if (ownerships.Find(o => o.From == from) is { } same)
            same.DepartmentId = department;
        else
            ownerships.Add(new(Id, from, department));
    }

    /// <summary>Takes a handing-over back: the year has the owner it had set before, or none of its own. False where somebody handed it on since.</summary>
    public bool HandBack(FiscalYear from, DepartmentId handedTo, DepartmentId? before)
    {
        if (ownerships.Find(o => o.From == from) is not { } handed || handed.DepartmentId != handedTo)
            return false;
        if (before is { } owner)
            handed.DepartmentId = owner;
        else
            ownerships.Remove(handed);
        return true;
    }

    /// <summary>Forgets who owned the project up to a year: the record of it was wrong.</summary>
    public void HandToNobody(FiscalYear year) => ownerships.RemoveAll(o => o.From <= year);

    /// <summary>Places the project under an item as its main place in that plan; the former main place is left.</summary>
    public void PlaceUnder(PlanId plan, PublicKey item)
    {
        if (placements.Any(p => p.PlanId == plan && p.ItemKey == item && p.IsMain))
            return;
        placements.RemoveAll(p => p.PlanId == plan && (p.IsMain || p.ItemKey == item));
        placements.Add(new(Id, plan, item, isMain: true));
    }

    public void PlaceNowhere(PlanId plan) => placements.RemoveAll(p => p.PlanId == plan);

    /// <summary>Takes the project away from one item; its other places stay.</summary>
    public void LeaveItem(PlanId plan, PublicKey item) => placements.RemoveAll(p => p.PlanId == plan && p.ItemKey == item);

    /// <summary>Goes over to another item of the plan with an item that was merged into it.</summary>
    public void FollowItem(PlanId plan, PublicKey from, PublicKey into)
    {
        if (placements.Find(p => p.PlanId == plan && p.ItemKey == from) is not { } there)
            return;
        LeaveItem(plan, from);
        if (there.IsMain)
            PlaceUnder(plan, into);
        else
            AlsoPlaceUnder(plan, into);
    }

    /// <summary>Also names the project under another item of the plan.</summary>
    public void AlsoPlaceUnder(PlanId plan, PublicKey item)
    {
        if (!placements.Any(p => p.PlanId == plan && p.ItemKey == item))
            placements.Add(new(Id, plan, item, isMain: false));
    }

    /// <summary>Replaces the budget lines; the same lines in the same order change nothing.</summary>
    public void Budget(IReadOnlyList<BudgetCode> lines)
    {
        if (budgetLines.OrderBy(l => l.Order).Select(l => l.Code).SequenceEqual(lines))
            return;
        budgetLines.Clear();
        budgetLines.AddRange(lines.Select((code, i) => new BudgetLine(Id, i + 1, code)));
    }

    /// <summary>Why a figure is not taken: sources and totals lie between minus and plus 10 trillion yen.</summary>
    public Refusal? WhyNotRecord(Figure? figure) =>
        figure?.Amount is { } amount && amount.Abs > Figure.Largest ? Refusals.AmountTooLarge(Name, amount) : null;

    /// <summary>Sets one figure; null makes it blank.</summary>
    public void Record(FiscalYear year, MoneyStage stage, MoneyKind kind, Figure? figure)
    {
        WhyNotRecord(figure).ThrowIfAny();
        var there = money.Find(m => m.FiscalYear == year && m.Stage == stage && m.Kind == kind);
        if (figure is null)
            money.RemoveAll(m => m == there);
        else if (there is null)
            money.Add(new(Id, year, stage, kind, figure.Value));
        else if (there.Figure != figure)
            there.Set(figure.Value);
    }

    /// <summary>Sets the staff of a year; all null makes it blank.</summary>
    public void Staff(FiscalYear year, MoneyStage stage, decimal? heads, decimal? hours, decimal? fte)
    {
        var there = staffing.Find(s => s.FiscalYear == year && s.Stage == stage);
        if (heads is null && hours is null && fte is null)
            staffing.RemoveAll(s => s == there);
        else if (there is null)
            staffing.Add(new(Id, year, stage, heads, hours, fte));
        else if ((there.Heads, there.Hours, there.Fte) != (heads, hours, fte))
            there.Set(heads, hours, fte);
    }
}
