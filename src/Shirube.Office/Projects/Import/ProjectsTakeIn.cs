using Shirube.Domain.Common;
using Shirube.Domain.Organization;
using Shirube.Domain.Plans;
using Shirube.Domain.Projects;
using Shirube.Files.Import;

namespace Shirube.Office.Projects.Import;

/// <summary>The projects of a file: found again, found by number (without numbers by name and department), or started.</summary>
internal sealed class ProjectsTakeIn(Holdings holdings, Ledger ledger, ImportYears years, Plan? plan)
{
    private readonly HashSet<Project> taken = [];
    private readonly HashSet<string> identities = [];
    private readonly Dictionary<string, Project> byNumber = holdings.Projects.Where(p => p.Number is not null && !p.IsSample).ToDictionary(p => p.Number!);
    private readonly ILookup<string, Project> byName = holdings.Projects.Where(p => !p.IsSample).ToLookup(p => p.Name);
    private readonly Dictionary<Guid, Project> byId = holdings.Projects.ToDictionary(p => p.Id.Value);

    public void TakeIn(IReadOnlyList<(ImportedProject File, DepartmentId? Department, PublicKey? Item)> rows, Action<ImportedProject, Project, string> then)
    {
        var read = rows.Select(r => (r.File, Facts: ProjectFields.Of(r.File, r.Department, r.Item))).ToList();
        var spoken = read.SelectMany(r => r.Facts.Fields).ToHashSet();
        foreach (var (file, facts) in read)
            try
            {
                var (project, identity) = TakeIn(file, facts, spoken);
                then(file, project, identity);
            }
            catch (RefusalException refused)
            {
                ledger.Refuse(refused.Refusal, file.Source, file.Number ?? file.Name);
            }

        RefuseDoubleNumbers();
        ListMissing();
    }

    private (Project Project, string Identity) TakeIn(ImportedProject file, Facts facts, HashSet<string> spoken)
    {
        var identity = IdentityOf(file);
        var found = Match(file, facts, holdings.Recall(ImportedKind.Project, identity));
        var last = found is null ? null : holdings.RecallOf(ImportedKind.Project, identity, found.Id.Value);
        var project = found ?? Project.Start(file.Number, file.Name);
        taken.Add(project);
        var merge = Merge.Of(last?.Facts, found is null ? new() : ProjectFields.Of(found, plan?.Id, years.Sheet(file)), facts, spoken);
        if (merge.Changes.Count > 0)
            ProjectFields.Write(project, merge.Merged, merge.Changes, plan?.Id, found is null ? years.Earliest(file) : years.Sheet(file));
        ledger.Enter(new(ImportedKind.Project, identity, project.Name, project, project.Id.Value, found is null, merge, last, file.Source));
        return (project, identity);
    }

    private string IdentityOf(ImportedProject file)
    {
        var identity = file.Number ?? $"{file.Name.Trim()} › {string.Join(" › ", file.DepartmentPath)}";
        for (var i = 2; !identities.Add(identity); i++)
            identity = $"{file.Name.Trim()} › {string.Join(" › ", file.DepartmentPath)} › {i}";
        return identity;
    }

    private Project? Match(ImportedProject file, Facts facts, Remembered? last)
    {
        if (last is not null && byId.TryGetValue(last.Id, out var remembered) && !taken.Contains(remembered))
            return remembered;
        if (file.Number is not null && byNumber.TryGetValue(file.Number, out var numbered) && !taken.Contains(numbered))
            return numbered;
        var alike = byName[file.Name.Trim()].Where(p => !taken.Contains(p) && (p.Number is null || file.Number is null) && p.OwnerIn(years.Sheet(file))?.Value.ToString() == facts[ProjectFields.Department]);
        return alike.FirstOrDefault();
    }

    private void RefuseDoubleNumbers()
    {
        var entered = ledger.Things.Where(t => t.Kind == ImportedKind.Project).ToDictionary(t => (Project)t.Thing);
        foreach (var same in holdings.Projects.Union(entered.Keys).Where(p => p.Number is not null).GroupBy(p => p.Number!).Where(g => g.Skip(1).Any()))
            ledger.Refuse(Refusals.ProjectNumberTaken(same.Key, same.First().Name), same.Select(entered.GetValueOrDefault).OfType<Imported>().Last().Source, same.Key);
    }

    private void ListMissing()
    {
        var imported = holdings.Memory.Where(m => m.Key.Kind == ImportedKind.Project).Select(m => m.Value.Id).ToHashSet();
        var missing = holdings.Projects.Where(p => imported.Contains(p.Id.Value) && !taken.Contains(p)).OrderBy(p => p.Id.Value);
        ledger.List(ProblemSeverity.Warning, "project-missing-in-file", "前に取り込んだ事務事業のうち、このファイルにないものがあります。", "消さずに残しました。",
            [.. missing.Select(p => p.Number is null ? p.Name : $"{p.Number} {p.Name}")]);
    }
}
