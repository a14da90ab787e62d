using Shirube.Domain.Common;
using Shirube.Domain.Plans;
using Shirube.Domain.Projects;

namespace Shirube.Domain.Indicators;

/// <summary>指標: what is counted, in which unit, with a value a year and targets that keep their history.</summary>
public sealed partial class Indicator : Aggregate
{
    private readonly List<Actual> actuals = [];
    private readonly List<Target> targets = [];
    private readonly List<IndicatorUse> uses = [];

    private Indicator(IndicatorId id, PublicKey key, string name, IndicatorKind kind)
    {
        Id = id;
        Key = key;
        Name = name;
        Kind = kind;
    }

    public IndicatorId Id { get; private set; }
    public PublicKey Key { get; private set; }
    public string Name { get; private set; }
    public string? Unit { get; private set; }
    public IndicatorKind Kind { get; private set; }
    /// <summary>How it is counted and from what source; public.</summary>
    public string? Definition { get; private set; }
    public bool IsSample { get; private set; }
    public IReadOnlyList<Actual> Actuals => actuals;
    public IReadOnlyList<Target> Targets => targets;
    public IReadOnlyList<IndicatorUse> Uses => uses;

    public static Indicator Define(string name, string? unit, IndicatorKind kind, string? definition = null, bool isSample = false)
    {
        var indicator = new Indicator(IndicatorId.New(), PublicKey.New(), name, kind) { IsSample = isSample };
        indicator.Describe(name, unit, kind, definition);
        return indicator;
    }

    public void Describe(string name, string? unit, IndicatorKind kind, string? definition)
    {
        (string.IsNullOrWhiteSpace(name) ? Refusals.NameMissing("指標の名前") : null).ThrowIfAny();
        Name = name.Trim();
        Unit = Blank.ToNull(unit?.Trim());
        Kind = kind;
        Definition = Blank.ToNull(definition);
    }

    public void UseFor(ProjectId project, int order)
    {
        if (!uses.Any(u => u.ProjectId == project))
            uses.Add(new(Guid.CreateVersion7(), Id, project, null, null, order));
    }

    public void UseFor(PlanId plan, PublicKey item, int order)
    {
        if (!uses.Any(u => u.PlanId == plan && u.ItemKey == item))
            uses.Add(new(Guid.CreateVersion7(), Id, null, item, plan, order));
    }

    /// <summary>Goes over to another item of the plan with an item that was merged into it.</summary>
    public void FollowItem(PlanId plan, PublicKey from, PublicKey into)
    {
        if (uses.Find(u => u.PlanId == plan && u.ItemKey == from) is not { } there)
            return;
        uses.Remove(there);
        UseFor(plan, into, there.Order);
    }

    /// <summary>Why a value does not go with its status: a value with "not known", or none with the others.</summary>
    public static Refusal? WhyNotMeasure(decimal? value, ActualStatus status) =>
        value is null == status is ActualStatus.NotKnown or ActualStatus.NotApplicable ? null : Refusals.ActualStatusMismatch;

    public void Measure(FiscalYear year, decimal? value, ActualStatus status, string? asWritten = null)
    {
        WhyNotMeasure(value, status).ThrowIfAny();
        var there = actuals.Find(a => a.FiscalYear == year);
        if (there is null)
            actuals.Add(new(Id, year, value, status, Blank.ToNull(asWritten)));
        else if ((there.Value, there.Status, there.AsWritten) != (value, status, Blank.ToNull(asWritten)))
            there.Set(value, status, Blank.ToNull(asWritten));
    }

    /// <summary>Makes a year's value blank.</summary>
    public void Unmeasure(FiscalYear year) => actuals.RemoveAll(a => a.FiscalYear == year);

    /// <summary>The target in force for a year; null where none was set.</summary>
    public Target? TargetFor(FiscalYear year) => targets.Where(t => t.FiscalYear == year).MaxBy(t => t.Revision);

    /// <summary>Sets a year's target; the earlier one stays in the history.</summary>
    public void Aim(FiscalYear year, decimal? value, DateOnly setOn, string? reason, string? asWritten = null)
    {
        var before = TargetFor(year);
        if (before is not null && before.Value == value && before.AsWritten == Blank.ToNull(asWritten))
            return;
        targets.Add(new(Id, year, (before?.Revision ?? 0) + 1, value, Blank.ToNull(asWritten), setOn, Blank.ToNull(reason)));
    }
}
