using Shirube.Domain.Common;
using Shirube.Domain.Organization;
using Shirube.Domain.Plans;

namespace Shirube.Domain.Projects;

/// <summary>期間の区分 as offices write it.</summary>
public enum PeriodKind
{
    /// <summary>単年度繰返</summary>
    Repeated,
    /// <summary>単年度のみ</summary>
    SingleYear,
    /// <summary>期間限定複数年度</summary>
    Limited,
}

/// <summary>When a project runs: kind, first and last fiscal year, each null where unknown, and the words it was given in.</summary>
public sealed record ProjectPeriod(PeriodKind? Kind, FiscalYear? First, FiscalYear? Last, string? AsWritten)
{
    // why: a new one each time: EF Core writes into the complex value it finds, and one shared by all would change them all.
    public static ProjectPeriod Unknown => new(null, null, null, null);
}

/// <summary>The words of a project; all public. Null where nothing was written.</summary>
public sealed record ProjectText(string? Outline, string? Means, string? MeansPlanned, string? Target, string? Intent, string? Result)
{
    public static ProjectText Empty => new(null, null, null, null, null, null);
}

/// <summary>Which department owns a project from a fiscal year on, until the next ownership begins.</summary>
public sealed class Ownership : IPartOf<Project>
{
    internal Ownership(ProjectId projectId, FiscalYear from, DepartmentId departmentId)
    {
        ProjectId = projectId;
        From = from;
        DepartmentId = departmentId;
    }

    public ProjectId ProjectId { get; private set; }
    public FiscalYear From { get; private set; }
    public DepartmentId DepartmentId { get; internal set; }
}

/// <summary>Where a project stands in a plan: one main place, any number of others. Names the item by its stable key, so that it holds across editions.</summary>
public sealed class Placement : IPartOf<Project>
{
    internal Placement(ProjectId projectId, PlanId planId, PublicKey itemKey, bool isMain)
    {
        ProjectId = projectId;
        PlanId = planId;
        ItemKey = itemKey;
        IsMain = isMain;
    }

    public ProjectId ProjectId { get; private set; }
    public PlanId PlanId { get; private set; }
    public PublicKey ItemKey { get; private set; }
    public bool IsMain { get; internal set; }
}

/// <summary>予算科目: 会計-款-項-目-事業, as written.</summary>
public sealed class BudgetLine : IPartOf<Project>
{
    internal BudgetLine(ProjectId projectId, int order, BudgetCode code)
    {
        ProjectId = projectId;
        Order = order;
        Account = code.Account;
        Category = code.Category;
        Item = code.Item;
        SubItem = code.SubItem;
        Line = code.Line;
    }

    private BudgetLine() { }

    public ProjectId ProjectId { get; private set; }
    public int Order { get; private set; }
    public string? Account { get; private set; }
    public string? Category { get; private set; }
    public string? Item { get; private set; }
    public string? SubItem { get; private set; }
    public string? Line { get; private set; }
    public BudgetCode Code => new(Account, Category, Item, SubItem, Line);
}

/// <summary>会計, 款, 項, 目, 事業 as written; a part is null where it was not given.</summary>
public sealed record BudgetCode(string? Account, string? Category, string? Item, string? SubItem, string? Line)
{
    public override string ToString() => string.Join('-', new[] { Account, Category, Item, SubItem, Line }.Select(p => p ?? "?"));
}

/// <summary>One figure of a project: year, stage and kind, and either an amount in yen or why there is none.</summary>
public sealed class Money : IPartOf<Project>
{
    internal Money(ProjectId projectId, FiscalYear fiscalYear, MoneyStage stage, MoneyKind kind, Figure figure)
    {
        ProjectId = projectId;
        FiscalYear = fiscalYear;
        Stage = stage;
        Kind = kind;
        Set(figure);
    }

    private Money() { }

    public ProjectId ProjectId { get; private set; }
    public FiscalYear FiscalYear { get; private set; }
    public MoneyStage Stage { get; private set; }
    public MoneyKind Kind { get; private set; }
    public Yen? Amount { get; private set; }
    public Absence? Absence { get; private set; }
    public Figure Figure => new(Amount, Absence);

    internal void Set(Figure figure) => (Amount, Absence) = (figure.Amount, figure.Absence);
}

/// <summary>An amount in yen, or why there is none. A blank is the absence of a figure, not a figure.</summary>
public readonly record struct Figure
{
    /// <summary>The largest amount accepted, in yen: 10 trillion.</summary>
    public static readonly Yen Largest = new(10_000_000_000_000);

    internal Figure(Yen? amount, Absence? absence) => (Amount, Absence) = (amount, absence);

    public Yen? Amount { get; }
    public Absence? Absence { get; }
    public static Figure Of(Yen amount) => new(amount, null);
    public static Figure None(Absence why) => new(null, why);
}

/// <summary>Staff of a project in a year and stage: heads as stated, hours in the year, FTE. Null where unknown.</summary>
public sealed class Staffing : IPartOf<Project>
{
    internal Staffing(ProjectId projectId, FiscalYear fiscalYear, MoneyStage stage, decimal? heads, decimal? hours, decimal? fte)
    {
        ProjectId = projectId;
        FiscalYear = fiscalYear;
        Stage = stage;
        Set(heads, hours, fte);
    }

    public ProjectId ProjectId { get; private set; }
    public FiscalYear FiscalYear { get; private set; }
    public MoneyStage Stage { get; private set; }
    public decimal? Heads { get; private set; }
    public decimal? Hours { get; private set; }
    public decimal? Fte { get; private set; }

    internal void Set(decimal? heads, decimal? hours, decimal? fte) => (Heads, Hours, Fte) = (heads, hours, fte);
}
