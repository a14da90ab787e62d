using Shirube.Domain.Common;
using Shirube.Domain.Plans;
using Shirube.Domain.Projects;

namespace Shirube.Domain.Indicators;

/// <summary>指標の種類.</summary>
public enum IndicatorKind
{
    /// <summary>活動指標</summary>
    Activity,
    /// <summary>対象指標</summary>
    Population,
    /// <summary>成果指標</summary>
    Outcome,
}

/// <summary>What is known about a year's value.</summary>
public enum ActualStatus
{
    /// <summary>実績</summary>
    Final,
    /// <summary>速報</summary>
    Preliminary,
    /// <summary>推計</summary>
    Estimated,
    /// <summary>未把握</summary>
    NotKnown,
    /// <summary>該当なし</summary>
    NotApplicable,
}

/// <summary>実績値: the value of a year. Null exactly when the status says there is none; <see cref="AsWritten"/> keeps words that are no number.</summary>
public sealed class Actual : IPartOf<Indicator>
{
    internal Actual(IndicatorId indicatorId, FiscalYear fiscalYear, decimal? value, ActualStatus status, string? asWritten)
    {
        IndicatorId = indicatorId;
        FiscalYear = fiscalYear;
        Set(value, status, asWritten);
    }

    public IndicatorId IndicatorId { get; private set; }
    public FiscalYear FiscalYear { get; private set; }
    public decimal? Value { get; private set; }
    public ActualStatus Status { get; private set; }
    public string? AsWritten { get; private set; }
    /// <summary>What is said beside the value; public.</summary>
    public string? Note { get; internal set; }
    /// <summary>Where the target is in words.</summary>
    public Judgement? Judgement { get; internal set; }

    public DateOnly? MeasuredFrom { get; private set; }
    public DateOnly? MeasuredTo { get; private set; }
    /// <summary>Null where it was measured over the year itself, or where that is not known.</summary>
    public MeasuredPeriod? Measured
    {
        get => MeasuredFrom is { } from && MeasuredTo is { } to ? new(from, to) : null;
        internal set => (MeasuredFrom, MeasuredTo) = (value?.From, value?.To);
    }

    internal void Set(decimal? value, ActualStatus status, string? asWritten) => (Value, Status, AsWritten) = (value, status, asWritten);
}

/// <summary>目標値 (or a yearly planned value) of a year, with the day it was set and why. Earlier ones stay: the latest set is in force.</summary>
public sealed class Target : IPartOf<Indicator>
{
    internal Target(IndicatorId indicatorId, FiscalYear fiscalYear, int revision, decimal? value, string? asWritten, DateOnly setOn, string? reason)
    {
        IndicatorId = indicatorId;
        FiscalYear = fiscalYear;
        Revision = revision;
        Value = value;
        AsWritten = asWritten;
        SetOn = setOn;
        Reason = reason;
    }

    public IndicatorId IndicatorId { get; private set; }
    public FiscalYear FiscalYear { get; private set; }
    /// <summary>1 for the original target of the year, then rising.</summary>
    public int Revision { get; private set; }
    public decimal? Value { get; private set; }
    public string? AsWritten { get; private set; }
    public DateOnly SetOn { get; private set; }
    public string? Reason { get; private set; }
}

/// <summary>Where an indicator is used: by one project or one plan item, with its place among the others there.</summary>
public sealed class IndicatorUse : IPartOf<Indicator>
{
    internal IndicatorUse(Guid id, IndicatorId indicatorId, ProjectId? projectId, PublicKey? itemKey, PlanId? planId, int order)
    {
        Id = id;
        IndicatorId = indicatorId;
        ProjectId = projectId;
        ItemKey = itemKey;
        PlanId = planId;
        Order = order;
    }

    public Guid Id { get; private set; }
    public IndicatorId IndicatorId { get; private set; }
    public ProjectId? ProjectId { get; private set; }
    public PlanId? PlanId { get; private set; }
    public PublicKey? ItemKey { get; private set; }
    public int Order { get; private set; }
}
