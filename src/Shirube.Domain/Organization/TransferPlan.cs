using Shirube.Domain.Common;

namespace Shirube.Domain.Organization;

/// <summary>One row of a staff list: one post of one person. Texts as they came; blank is null.</summary>
public sealed record TransferRow(int Line, string? StaffNumber, string? Name, string? DepartmentCode, string? DepartmentName, string? Role, string? Concurrent, string? Movement);

/// <summary>A post as a staff list wants it.</summary>
public sealed record WantedPost(Role Role, DepartmentId? Department, bool IsMain);

public enum TransferKind
{
    Joins,
    Moves,
    AdditionalPost,
    Leaves,
    Unchanged,
}

/// <summary>What becomes of one person, with the lines it comes from. <see cref="Question"/> wants a yes before it is taken; with a problem it cannot be.</summary>
public sealed record TransferChange(TransferKind Kind, IReadOnlyList<int> Lines, Person? Person, string Name, string? StaffNumber, IReadOnlyList<Assignment> Ending, IReadOnlyList<WantedPost> Beginning)
{
    public IReadOnlyList<Refusal> Problems { get; init; } = [];
    public Refusal? Question { get; init; }
    public bool CanBeTaken => Problems.Count == 0 && Kind != TransferKind.Unchanged;
}

/// <summary>Compares a staff list with the posts that would hold on a day. Whoever is not in the list is named and keeps every post: nobody is ended silently.</summary>
public sealed class TransferPlan
{
    private static readonly string[] Joining = ["新規", "採用", "転入", "新採用", "新任"];
    private static readonly string[] Leaving = ["退職", "転出", "離職", "退任", "出向"];

    private readonly IReadOnlyList<Person> people;
    private readonly IReadOnlyList<Department> departments;
    private readonly Func<string, Role?> readRole;
    private readonly DateOnly effective;

    private TransferPlan(IReadOnlyList<Person> people, IReadOnlyList<Department> departments, Func<string, Role?> readRole, DateOnly effective) =>
        (this.people, this.departments, this.readRole, this.effective) = (people, departments, readRole, effective);

    public IReadOnlyList<TransferChange> Changes { get; private set; } = [];
    /// <summary>People with a post on the day who are not in the list.</summary>
    public IReadOnlyList<Person> Missing { get; private set; } = [];
    public bool HasProblems => Changes.Any(c => c.Problems.Count > 0);

    public static TransferPlan Of(IReadOnlyList<TransferRow> rows, IReadOnlyList<Person> people, IReadOnlyList<Department> departments, Func<string, Role?> readRole, DateOnly effective)
    {
        var plan = new TransferPlan(people, departments, readRole, effective);
        // why: two rows are of one person when they share the number, or the name where neither has one.
        var groups = rows.GroupBy(r => r.StaffNumber is { } number ? $"#{number}" : $"@{Plain(r.Name)}").ToList();
        plan.Changes = [.. groups.Select(g => plan.ChangeOf([.. g]))];
        plan.Changes = [.. plan.Changes.Select(plan.WithoutDouble)];
        var named = plan.Changes.Where(c => c.Person is not null).Select(c => c.Person!.Id).ToHashSet();
        plan.Missing = [.. people.Where(p => !named.Contains(p.Id) && p.Assignments.Any(a => a.HoldsOn(effective)))];
        return plan;
    }

    /// <summary>What it means that a missing person leaves, when somebody says so.</summary>
    public TransferChange Leave(Person person) => new(TransferKind.Leaves, [], person, person.Name, person.StaffNumber, Held(person), []);

    private TransferChange ChangeOf(List<TransferRow> rows)
    {
        var first = rows[0];
        var (person, problem) = Find(first);
        var problems = problem is null ? new List<Refusal>() : [problem];
        var lines = rows.ConvertAll(r => r.Line);
        var name = first.Name ?? person?.Name ?? "";
        var number = person?.StaffNumber ?? first.StaffNumber;
        var question = person is not null && first.Name is not null && Plain(first.Name) != Plain(person.Name) ? Refusals.TransferNameDiffers(first.Line, person.StaffNumber ?? "", person.Name, first.Name) : null;
        if (question is null && person is not null)
            name = person.Name;
        if (rows.Exists(r => Says(Leaving, r.Movement)))
            return new(person is null ? TransferKind.Unchanged : TransferKind.Leaves, lines, person, name, number, person is null ? [] : Held(person), []) { Problems = problems, Question = question };
        problems.AddRange(rows.Skip(1).Where(r => !IsConcurrent(r)).Select(r => Refusals.TransferTwice(r.Line, first.Line, name)));
        var wanted = rows.ConvertAll(r => PostOf(r, person, problems));
        problems.AddRange(wanted.Select((w, i) => (w, i)).Where(x => x.w is not null && wanted.FindIndex(o => o is not null && (o.Role, o.Department) == (x.w.Role, x.w.Department)) < x.i).Select(x => Refusals.TransferTwice(rows[x.i].Line, first.Line, name)));
        return Compare(person, name, number, lines, [.. wanted.OfType<WantedPost>()], problems) with { Question = question };
    }

    private TransferChange Compare(Person? person, string name, string? number, List<int> lines, List<WantedPost> wanted, List<Refusal> problems)
    {
        var held = person is null ? [] : Held(person);
        var ending = problems.Count > 0 ? [] : held.Where(h => !wanted.Exists(w => Same(w, h))).ToList();
        var beginning = problems.Count > 0 ? [] : wanted.Where(w => !held.Any(h => Same(w, h))).ToList();
        var isRenamed = person is not null && (name, number) != (person.Name, person.StaffNumber);
        var kind = person is null ? TransferKind.Joins
            : ending.Count + beginning.Count == 0 && !isRenamed ? TransferKind.Unchanged
            : ending.Count == 0 && beginning.Count > 0 && beginning.TrueForAll(b => !b.IsMain) ? TransferKind.AdditionalPost : TransferKind.Moves;
        return new(kind, lines, person, name, number, ending, beginning) { Problems = problems };
    }

    // why: two groups may still be one person, once by number and once by name.
    private TransferChange WithoutDouble(TransferChange change) =>
        change.Person is { } person && Changes.FirstOrDefault(c => c != change && c.Person?.Id == person.Id) is { } other
            ? change with { Problems = [.. change.Problems, Refusals.TransferTwice(change.Lines[0], other.Lines[0], person.Name)] } : change;

    private (Person? Person, Refusal? Problem) Find(TransferRow row)
    {
        var joins = Says(Joining, row.Movement);
        if (row.StaffNumber is null && row.Name is null)
            return (null, Refusals.TransferNobody(row.Line));
        var found = row.StaffNumber is { } number ? people.Where(p => p.StaffNumber == number).ToList() : [];
        // why: Excel turns 00123 into 123 as soon as somebody opens a CSV with it.
        if (found.Count == 0 && row.StaffNumber is { } shortened)
            found = [.. people.Where(p => p.StaffNumber is { } known && known.TrimStart('0') == shortened.TrimStart('0'))];
        // why: people who were there before the office gave numbers are known by their name alone.
        if (found.Count == 0 && row.Name is not null)
            found = [.. people.Where(p => Plain(p.Name) == Plain(row.Name) && (row.StaffNumber is null || p.StaffNumber is null))];
        return (found, joins) switch
        {
            ([], true) => (null, row.Name is null ? Refusals.TransferNobody(row.Line) : null),
            ([], false) => (null, Refusals.TransferUnknownPerson(row.Line, row.StaffNumber ?? row.Name!)),
            ([_], true) when row.StaffNumber is not null && found[0].StaffNumber is not null => (found[0], Refusals.TransferJoinsTwice(row.Line, row.StaffNumber, found[0].Name)),
            (_, true) => (null, null),
            ([var one], _) => (one, null),
            _ => (null, Refusals.TransferAmbiguousPerson(row.Line, row.Name ?? "")),
        };
    }

    private WantedPost? PostOf(TransferRow row, Person? person, List<Refusal> problems)
    {
        var before = problems.Count;
        var main = person?.MainOn(effective);
        var role = row.Role is null ? main?.Role : readRole(row.Role);
        if (role is null)
            problems.Add(Refusals.TransferUnknownRole(row.Line, row.Role ?? ""));
        var department = DepartmentOf(row, problems);
        if (role is { } known && problems.Count == before && Person.WhyNotAssign(known, department) is not null)
            problems.Add(Refusals.TransferRoleNeedsDepartment(row.Line));
        return problems.Count == before ? new(role!.Value, department, !IsConcurrent(row)) : null;
    }

    private DepartmentId? DepartmentOf(TransferRow row, List<Refusal> problems)
    {
        var text = row.DepartmentCode ?? row.DepartmentName;
        if (text is null)
            return null;
        var year = FiscalYear.Of(effective);
        var all = departments.Where(d => row.DepartmentCode is null ? Plain(d.Name) == Plain(row.DepartmentName) : d.Code == row.DepartmentCode).ToList();
        var valid = all.FindAll(d => d.ExistsIn(year));
        if (valid is [var one] && (row.DepartmentCode is null || row.DepartmentName is null || Plain(row.DepartmentName).EndsWith(Plain(one.Name), StringComparison.Ordinal)))
            return one.Id;
        problems.Add(valid.Count == 1 ? Refusals.TransferDepartmentDisagrees(row.Line, row.DepartmentCode!, valid[0].Name, row.DepartmentName!)
            : valid.Count > 1 ? Refusals.TransferAmbiguousDepartment(row.Line, text)
            : all.Count > 0 ? Refusals.TransferDepartmentNotThen(row.Line, all[0].Name, year.Era) : Refusals.TransferUnknownDepartment(row.Line, text));
        return null;
    }

    private List<Assignment> Held(Person person) => [.. person.Assignments.Where(a => a.HoldsOn(effective) && a.From < effective)];

    private static bool Same(WantedPost wanted, Assignment held) => (wanted.Role, wanted.Department, wanted.IsMain) == (held.Role, held.DepartmentId, held.IsMain);

    private static bool IsConcurrent(TransferRow row) => row.Concurrent is { } text && Plain(text) is not ("" or "本務" or "主" or "なし" or "-" or "×");

    private static bool Says(string[] words, string? text) => text is not null && words.Any(w => Plain(text).Contains(w, StringComparison.Ordinal));

    private static string Plain(string? text) =>
        new([.. (text ?? "").Normalize(System.Text.NormalizationForm.FormKC).Where(c => !char.IsWhiteSpace(c))]);
}
