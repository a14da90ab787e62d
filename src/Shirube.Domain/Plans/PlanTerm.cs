using Shirube.Domain.Common;

namespace Shirube.Domain.Plans;

/// <summary>期: a part of a plan's period (前期4年・後期4年), both years included.</summary>
public sealed class PlanTerm : IPartOf<Plan>
{
    internal PlanTerm(PlanTermId id, PlanId planId, string name, FiscalYear first, FiscalYear last)
    {
        Id = id;
        PlanId = planId;
        Name = name;
        First = first;
        Last = last;
    }

    public PlanTermId Id { get; private set; }
    public PlanId PlanId { get; private set; }
    public string Name { get; internal set; }
    public FiscalYear First { get; internal set; }
    public FiscalYear Last { get; internal set; }
}
