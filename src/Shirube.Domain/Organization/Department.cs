using Shirube.Domain.Common;

namespace Shirube.Domain.Organization;

/// <summary>部課: any unit of the office, valid from a fiscal year and, once abolished, to one (both included).</summary>
public sealed class Department : Aggregate
{
    private Department(DepartmentId id, PublicKey key, string name, FiscalYear from)
    {
        Id = id;
        Key = key;
        Name = name;
        From = from;
    }

    public DepartmentId Id { get; private set; }
    public PublicKey Key { get; private set; }
    /// <summary>The office's own code of the unit; null where the office has none.</summary>
    public string? Code { get; private set; }
    public string Name { get; private set; }
    public DepartmentId? ParentId { get; private set; }
    public FiscalYear From { get; private set; }
    public FiscalYear? To { get; private set; }

    public static Department Establish(string name, FiscalYear from, DepartmentId? parent = null, string? code = null) =>
        Establish(DepartmentId.New(), name, from, parent, code);

    /// <summary>Establishes a unit that was named before it was there: a reorganization plans it under this id.</summary>
    internal static Department Establish(DepartmentId id, string name, FiscalYear from, DepartmentId? parent, string? code)
    {
        WhyNotName(name).ThrowIfAny();
        return new(id, PublicKey.New(), name.Trim(), from) { ParentId = parent, Code = Blank.ToNull(code) };
    }

    public static Refusal? WhyNotName(string? name) => string.IsNullOrWhiteSpace(name) ? Refusals.NameMissing("部課の名前") : null;

    public bool ExistsIn(FiscalYear year) => From <= year && (To is not { } to || year <= to);

    public void Rename(string name, string? code)
    {
        WhyNotName(name).ThrowIfAny();
        Name = name.Trim();
        Code = Blank.ToNull(code);
    }

    /// <summary>Why this unit may not lie under another: a unit cannot lie under itself or its own parts.</summary>
    public Refusal? WhyNotMoveUnder(DepartmentId? parent, IReadOnlyDictionary<DepartmentId, DepartmentId?> parents)
    {
        for (var at = parent; at is { } up; at = parents.GetValueOrDefault(up))
            if (up == Id)
                return Refusals.DepartmentCycle(Name);
        return null;
    }

    public void MoveUnder(DepartmentId? parent, IReadOnlyDictionary<DepartmentId, DepartmentId?> parents)
    {
        WhyNotMoveUnder(parent, parents).ThrowIfAny();
        ParentId = parent;
    }

    /// <summary>The last fiscal year of the unit; it may not lie before its first.</summary>
    public void Abolish(FiscalYear last)
    {
        (last < From ? Refusals.EndBeforeBegin($"部課「{Name}」") : null).ThrowIfAny();
        To = last;
    }

    public void Reestablish() => To = null;
}
