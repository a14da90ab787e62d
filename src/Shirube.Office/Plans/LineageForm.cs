using System.ComponentModel.DataAnnotations;
using Shirube.Domain.Common;
using Shirube.Domain.Plans;

namespace Shirube.Office.Plans;

/// <summary>What a person says about an item of the plan before: which items follow it, or that none does, and why.</summary>
public sealed class LineageForm
{
    public const string Carry = "carry";
    public const string Drop = "drop";

    /// <summary><see cref="Carry"/> or <see cref="Drop"/>; null where nothing is said.</summary>
    public string? Ending { get; set; }
    public IReadOnlyList<string>? Successors { get; set; }
    [Display(Name = "理由")] public string? Reason { get; set; }

    // why: the page of a conflict sends them as one text.
    public IReadOnlySet<string> Chosen => (Successors ?? []).SelectMany(s => s.Split(' ')).ToHashSet();

    public static LineageForm Of(Lineage? lineage) => lineage is null ? new() : new()
    {
        Ending = lineage.Successors.Count > 0 ? Carry : Drop,
        Successors = [.. lineage.Successors.OrderBy(s => s.Order).Select(s => s.ItemKey.Value)],
        Reason = lineage.Reason,
    };

    /// <summary>Writes what was said; a new lineage where there was none.</summary>
    public Lineage Write(Lineage? lineage, PlanSuccession succession, PublicKey item)
    {
        var (from, to, reason) = (succession.Before.Plan.Id, succession.Next.Plan.Id, Reason?.ReplaceLineEndings("\n"));
        if (Ending == Drop)
        {
            lineage?.Drop(reason);
            return lineage ?? Lineage.Drop(from, item, to, reason);
        }

        (Ending is null ? Refusals.SuccessorMissing : null).ThrowIfAny();
        var chosen = Chosen;
        var keys = succession.Next.InOrder().Select(i => i.Item.Key).Where(k => chosen.Contains(k.Value)).Concat(Kept(lineage, succession)).ToList();
        lineage?.Carry(keys, reason);
        return lineage ?? Lineage.Carry(from, item, to, keys, reason);
    }

    // why: another edition of the next plan may have items that this one lacks; the form did not offer them, so it does not take them away.
    private static IEnumerable<PublicKey> Kept(Lineage? lineage, PlanSuccession succession) =>
        lineage?.Successors.Select(s => s.ItemKey).Where(k => succession.Next.Find(k.Value) is null) ?? [];
}
