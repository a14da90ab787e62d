using Shirube.Domain.Common;
using Shirube.Domain.Organization;
using Shirube.Ui.Text;

namespace Shirube.Office.Organization;

/// <summary>What somebody asks about: nothing in particular, or one record, with the department it belongs to and what locks it.</summary>
public sealed record AskedRecord(string Title, bool IsOfDepartment, DepartmentId? Department, Refusal? Lock)
{
    public static readonly AskedRecord Nothing = new("", false, null, null);
}

/// <summary>Why one person may, or may not, do one thing: yes or no, the sentences that say by which post, and who could change it. It asks the same reach as the pages do.</summary>
public sealed record Explanation(bool Yes, IReadOnlyList<string> Because, IReadOnlyList<string> ToDo, Refusal? Lock)
{
    public static async Task<Explanation> Of(PersonReach reach, Operation operation, AskedRecord record, IReadOnlyDictionary<PersonId, string> people)
    {
        var words = new GroundWords(await reach.Tree(), people);
        var all = reach.MayDo(operation).Grounds;
        var grounds = record.IsOfDepartment ? await reach.GroundsFor(operation, record.Department) : all;
        return grounds.Count > 0
            ? new(true, [.. grounds.Select(g => words.Why(g, record))], [], record.Lock)
            : new(false, [.. WhyNot(reach, operation, record, all, words)], [.. Ask(reach, operation, record, words)], record.Lock);
    }

    private static IEnumerable<string> WhyNot(PersonReach reach, Operation operation, AskedRecord record, IReadOnlyList<Ground> elsewhere, GroundWords words)
    {
        if (elsewhere.Count > 0)
        {
            yield return record.Department is { } owner ? $"「{record.Title}」の所管は、{words.PathOf(owner)}です。" : $"「{record.Title}」には、所管の部課が登録されていません。";
            foreach (var ground in elsewhere)
                yield return $"{words.Post(ground)}でできるのは、{words.Reach(ground)}のものだけです。";
            yield break;
        }
        var held = reach.Person.Assignments.Where(a => a.HoldsOn(reach.Today)).ToList();
        yield return held.Count == 0 ? "いま有効な役割がひとつもありません。" : $"いまの役割({string.Join("、", held.Select(words.Post))})では、「{Names.Of(operation)}」ことができません。";
        foreach (var post in reach.Person.Assignments.Where(a => !a.HoldsOn(reach.Today) && Permissions.ScopeOf(a.Role, operation) != Scope.None).OrderByDescending(a => a.From).Take(3))
            yield return post.From > reach.Today ? $"{words.Post(post)}の役割は、{Format.Day(post.From)}からです。" : $"{words.Post(post)}の役割は、{Format.Day(post.To!.Value)}で終わっています。";
        foreach (var deputyship in reach.Person.Deputyships.Where(d => !d.HoldsOn(reach.Today) && d.To >= reach.Today && Permissions.ScopeOf(d.Post.Role, operation) != Scope.None))
            yield return $"{words.NameOf(deputyship.Post.PersonId)}さんの代理は、{Format.Days(deputyship.From, deputyship.To)}です。";
    }

    private static IEnumerable<string> Ask(PersonReach reach, Operation operation, AskedRecord record, GroundWords words)
    {
        var everywhere = RolesWith(operation, Scope.All);
        var own = record.Department is { } owner ? $"{words.NameOf(owner)}の{string.Join("・", RolesWith(operation, Scope.OwnDepartment))}" : null;
        yield return record.IsOfDepartment && RolesWith(operation, Scope.OwnDepartment).Count > 0 && own is not null
            ? $"内容の変更は、{own}か、{string.Join("・", everywhere)}の人に依頼してください。"
            : $"この操作は、{string.Join("・", everywhere.Concat(RolesWith(operation, Scope.OwnDepartment)).Distinct())}の役割の人ができます。";
        if (operation == Operation.Read || !reach.MayDo(Operation.ManagePeople).Anywhere)
            yield return $"自分でする必要があるときは、役割を増やすか代理にすることを、{string.Join("または", RolesWith(Operation.ManagePeople, Scope.All))}に依頼してください。";
        else
            yield return "役割は「職員」の画面で増やせます。";
    }

    private static List<string> RolesWith(Operation operation, Scope scope) =>
        [.. Enum.GetValues<Role>().Where(r => Permissions.ScopeOf(r, operation) == scope).Select(Names.Of)];
}

/// <summary>Posts in sentences.</summary>
internal sealed class GroundWords(DepartmentTree tree, IReadOnlyDictionary<PersonId, string> people)
{
    public string NameOf(DepartmentId id) => tree.NameOf(id);

    public string NameOf(PersonId id) => people.GetValueOrDefault(id, "(いない職員)");

    public string PathOf(DepartmentId id) => tree.PathOf(id);

    public string Post(Assignment post) => Post(post.Role, post.DepartmentId);

    public string Post(Ground ground) =>
        ground.StandsInFor is { } absent ? $"{NameOf(absent)}さんの代理({Post(ground.Role, ground.Department)})" : Post(ground.Role, ground.Department);

    public string Reach(Ground ground) => ground.Scope == Scope.All ? "すべての部課" : $"{tree.NameOf(ground.Department)}とその下の部課";

    public string Why(Ground ground, AskedRecord record)
    {
        var reach = ground.Scope == Scope.All ? "部課にかかわらずできます" : record.Department is { } owner
            ? owner == ground.Department ? $"{tree.NameOf(owner)}のものなのでできます" : $"{tree.NameOf(ground.Department)}の下にある{tree.NameOf(owner)}のものなのでできます(位置: {tree.PathOf(owner)})"
            : $"{Reach(ground)}のものについてできます";
        return $"{Post(ground)}として、{reach}。期間は{Format.Days(ground.From, ground.To)}です。";
    }

    private string Post(Role role, DepartmentId? department) => department is null ? Names.Of(role) : $"{Names.Of(role)}({tree.NameOf(department)})";
}
