namespace Shirube.Public.Features.Public.Plans;

/// <summary>Siblings of the tree as the plan page draws them; only the top is open at first.</summary>
public sealed record Branch(PlanModel Page, IReadOnlyList<ItemRow> Items, bool IsTop = false);
