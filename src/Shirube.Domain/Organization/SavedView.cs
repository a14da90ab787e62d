using Shirube.Domain.Common;

namespace Shirube.Domain.Organization;

/// <summary>Who may use a view beside the one who keeps it.</summary>
public enum Audience
{
    /// <summary>自分だけ</summary>
    Owner,
    /// <summary>部課の人: the chosen department and what lies below it.</summary>
    Department,
    /// <summary>全員</summary>
    Everyone,
}

/// <summary>ビュー: a list as somebody chose it, under a name: conditions, columns, order, groups, as they stand in the list's address. It holds no rows, and gives nobody a right to see more.</summary>
public sealed class SavedView : Aggregate
{
    private readonly List<ViewStart> starts = [];

    private SavedView(SavedViewId id, PublicKey key, string list, string name, string address, PersonId ownerId)
    {
        Id = id;
        Key = key;
        List = list;
        Name = name;
        Address = address;
        OwnerId = ownerId;
    }

    public const int LongestName = 100;
    public const int LongestDescription = 500;
    public const int LongestAddress = 8_000;

    public SavedViewId Id { get; private set; }
    public PublicKey Key { get; private set; }
    /// <summary>Which list: projects, items, indicators, departments.</summary>
    public string List { get; private set; }
    public string Name { get; private set; }
    public string? Description { get; private set; }
    /// <summary>What stands after the list's path, from the question mark on; empty for the list as it is.</summary>
    public string Address { get; private set; }
    public PersonId OwnerId { get; private set; }
    public Audience Audience { get; private set; }
    /// <summary>For whom, where it is shared with a department.</summary>
    public DepartmentId? DepartmentId { get; private set; }
    public IReadOnlyList<ViewStart> Starts => starts;

    public static SavedView Keep(string list, string name, string address, PersonId owner)
    {
        var view = new SavedView(SavedViewId.New(), PublicKey.New(), list, name, address, owner);
        view.Describe(name, null);
        view.Point(address);
        return view;
    }

    public void Describe(string name, string? description)
    {
        (string.IsNullOrWhiteSpace(name) ? Refusals.NameMissing("ビューの名前")
            : name.Trim().Length > LongestName ? Refusals.TextTooLong("ビューの名前", LongestName, name.Trim().Length)
            : description?.Length > LongestDescription ? Refusals.TextTooLong("ビューの説明", LongestDescription, description.Length) : null).ThrowIfAny();
        Name = name.Trim();
        Description = Blank.ToNull(description);
    }

    /// <summary>Keeps other conditions and columns under the same name.</summary>
    public void Point(string address)
    {
        (address.Length > LongestAddress ? Refusals.TextTooLong("ビューの条件", LongestAddress, address.Length) : null).ThrowIfAny();
        Address = address;
    }

    public void ShareWith(Audience audience, DepartmentId? department)
    {
        (audience == Audience.Department && department is null ? Refusals.DepartmentMissing : null).ThrowIfAny();
        Audience = audience;
        DepartmentId = audience == Audience.Department ? department : null;
    }

    /// <summary>Another keeps it from now on; for whom it is stays.</summary>
    public void TakeOver(PersonId by) => OwnerId = by;

    /// <summary>The list begins with this view for a person.</summary>
    public void StartFor(PersonId person)
    {
        if (!starts.Any(s => s.PersonId == person))
            starts.Add(new(Id, person));
    }

    public void NoStartFor(PersonId person) => starts.RemoveAll(s => s.PersonId == person);

    /// <summary>Why a person may not open it; <paramref name="units"/> are the person's departments with all above them.</summary>
    public Refusal? WhyNotOpen(PersonId person, IReadOnlyCollection<DepartmentId> units) =>
        OwnerId == person || Audience == Audience.Everyone ? null
        : Audience == Audience.Department && units.Contains(DepartmentId!.Value) ? null
        : Audience == Audience.Department ? Refusals.ViewOfAnotherDepartment(Name) : Refusals.ViewOfAnother(Name);

    public Refusal? WhyNotChange(PersonId person) => OwnerId == person ? null : Refusals.ViewOfAnother(Name);
}

/// <summary>A person's list begins with the view.</summary>
public sealed class ViewStart : IPartOf<SavedView>
{
    internal ViewStart(SavedViewId savedViewId, PersonId personId)
    {
        SavedViewId = savedViewId;
        PersonId = personId;
    }

    public SavedViewId SavedViewId { get; private set; }
    public PersonId PersonId { get; private set; }
}

public readonly record struct SavedViewId(Guid Value) : ITypedId<SavedViewId>
{
    public static SavedViewId From(Guid value) => new(value);
    public static SavedViewId New() => new(Guid.CreateVersion7());
}
