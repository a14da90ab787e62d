using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Organization;
using Shirube.Domain.Projects;

namespace Shirube.Office.Organization;

/// <summary>A project as a reorganization lists it.</summary>
public sealed record ProjectToMove(ProjectId Id, PublicKey Key, string? Number, string Name, DepartmentId Owner);

/// <summary>Everything one reorganization is about: itself, the departments, the people, the projects of departments that give way. The caller saves.</summary>
public sealed class ReorganizationDesk
{
    private readonly OfficeDb db;

    private ReorganizationDesk(OfficeDb db, Reorganization there) => (this.db, There) = (db, there);

    public Reorganization There { get; }
    public List<Department> Departments { get; private set; } = [];
    public List<Person> People { get; private set; } = [];
    public List<Reorganization> Others { get; private set; } = [];
    public List<ProjectToMove> Projects { get; private set; } = [];
    public ReorganizationOutcome Outcome { get; private set; } = null!;
    public ReorganizationFollowers Followers { get; private set; } = null!;

    public static async Task<ReorganizationDesk?> Read(OfficeDb db, string key)
    {
        var all = await db.Reorganizations.Include(r => r.Planned).Include(r => r.Predecessors).Include(r => r.Successions).Include(r => r.Choices).Include(r => r.Effects).AsSplitQuery()
            .Where(r => r.Key == new PublicKey(key)).ToListAsync();
        if (all is not [var there])
            return null;
        var desk = new ReorganizationDesk(db, there) { Departments = await db.Departments.ToListAsync(), People = await db.People.Include(p => p.Assignments).ToListAsync() };
        desk.Others = await db.Reorganizations.AsNoTracking().Include(r => r.Predecessors).Include(r => r.Successions).AsSplitQuery().Where(r => r.Id != there.Id && r.Reversal == null).ToListAsync();
        desk.Followers = await ReorganizationFollowers.Read(db, there);
        await desk.ReadProjects();
        return desk;
    }

    public string NameOf(DepartmentId? id) =>
        id is { } known ? There.Planned.FirstOrDefault(p => p.DepartmentId == known)?.Name ?? Departments.Find(d => d.Id == known)?.Name ?? "(ない部課)" : "(なし)";

    /// <summary>Departments that are there in the year, the planned ones first.</summary>
    public IEnumerable<(DepartmentId Id, string Name)> InTheYear =>
        There.Planned.OrderBy(p => p.Order).Select(p => (p.DepartmentId, $"{p.Name}(新)")).Concat(Departments.Where(d => !There.Planned.Any(p => p.DepartmentId == d.Id) && There.ExistsIn(d.Id, Departments)).OrderBy(d => d.Code is null).ThenBy(d => d.Code, StringComparer.Ordinal).ThenBy(d => d.Name, StringComparer.Ordinal).Select(d => (d.Id, d.Name)));

    public async Task CarryOut(PersonId by, DateTime atUtc)
    {
        var (established, handed) = Outcome.CarryOut(by, atUtc);
        db.AddRange(established);
        var destinations = handed.ToDictionary(h => ProjectId.From(h.Project), h => h.To);
        var ids = destinations.Keys.ToList();
        foreach (var project in await db.Projects.Include(p => p.Ownerships).Where(p => ids.Contains(p.Id)).ToListAsync())
        {
            var before = project.Ownerships.FirstOrDefault(o => o.From == There.Year)?.DepartmentId;
            project.HandTo(destinations[project.Id], There.Year);
            Outcome.Handed(project.Id.Value, destinations[project.Id], before);
        }
        Followers.CarryOut(Outcome, [.. Departments, .. established], atUtc);
        db.Change = db.Change with { Why = $"機構改革「{There.Reason}」" };
    }

    /// <summary>Takes it back where nothing has come to depend on it.</summary>
    public async Task Reverse(PersonId by, DateTime atUtc)
    {
        (There.WhyNotReverse() ?? (await Dependent() is { } what ? Refusals.ReorganizationDependedOn(what) : null)).ThrowIfAny();
        var gone = There.Reverse(Departments, People, by, atUtc);
        var handed = There.Effects.Where(e => e.Kind == EffectKind.ProjectHanded).ToDictionary(e => ProjectId.From(e.Subject));
        var ids = handed.Keys.ToList();
        foreach (var project in await db.Projects.Include(p => p.Ownerships).Where(p => ids.Contains(p.Id)).ToListAsync())
            if (!project.HandBack(There.Year, DepartmentId.From(handed[project.Id].Made!.Value), handed[project.Id].Before is { } before ? DepartmentId.From(before) : null))
                throw new RefusalException(Refusals.ReorganizationDependedOn($"事務事業「{project.Name}」の所管が、あとから変更されています。"));
        await Followers.Reverse(db, Departments, gone);
        db.RemoveRange(gone);
        db.Change = db.Change with { Why = $"機構改革「{There.Reason}」の取り消し" };
    }

    private async Task<string?> Dependent()
    {
        var made = There.Effects.Where(e => e.Kind == EffectKind.DepartmentEstablished).Select(e => DepartmentId.From(e.Subject)).ToList();
        var handed = There.Effects.Where(e => e.Kind == EffectKind.ProjectHanded).Select(e => ProjectId.From(e.Subject)).ToList();
        var (year, moved) = (There.Year, There.Effects.Where(e => e.Kind == EffectKind.DepartmentMoved).Select(e => DepartmentId.From(e.Subject)).ToHashSet());
        var posts = There.Effects.Select(e => e.Kind == EffectKind.PostFollowed ? e.Made : e.Kind == EffectKind.PostRelocated ? e.Subject : null).ToHashSet();
        if (await db.Projects.Where(p => p.Ownerships.Any(o => made.Contains(o.DepartmentId) && (o.From != year || !handed.Contains(p.Id)))).Select(p => p.Name).FirstOrDefaultAsync() is { } project)
            return $"事務事業「{project}」が、新しい部課のものになっています。";
        if (People.Find(p => p.Assignments.Any(a => a.DepartmentId is { } d && made.Contains(d) && !posts.Contains(a.Id.Value))) is { } person)
            return $"{person.Name}さんが、新しい部課の役割を持っています。";
        if (Departments.Find(d => d.ParentId is { } parent && made.Contains(parent) && !made.Contains(d.Id) && !moved.Contains(d.Id)) is { } child)
            return $"部課「{child.Name}」が、新しい部課の下にあります。";
        if (Others.Find(o => o.Predecessors.Any(p => made.Contains(p.DepartmentId)) || o.Successions.Any(s => made.Contains(s.SuccessorId))) is { } other)
            return $"機構改革「{other.Reason}」が、新しい部課を使っています。";
        var followed = posts.Where(p => p is not null).Select(p => AssignmentId.From(p!.Value)).ToList();
        return await db.People.AnyAsync(p => p.Deputyships.Any(d => followed.Contains(d.PostId))) ? "移った役割に、代理の人がいます。" : null;
    }

    private async Task ReadProjects()
    {
        var giving = There.Predecessors.Select(p => p.DepartmentId).ToList();
        var year = There.Year;
        var rows = await db.Projects.AsNoTracking().Where(p => giving.Contains(p.Ownerships.Where(o => o.From <= year).OrderByDescending(o => o.From).Select(o => o.DepartmentId).FirstOrDefault()))
            .OrderBy(p => p.Number).ThenBy(p => p.Name).ThenBy(p => p.Id)
            .Select(p => new { p.Id, p.Key, p.Number, p.Name, Owner = p.Ownerships.Where(o => o.From <= year).OrderByDescending(o => o.From).Select(o => o.DepartmentId).FirstOrDefault() }).ToListAsync();
        Projects = rows.ConvertAll(r => new ProjectToMove(r.Id, r.Key, r.Number, r.Name, r.Owner));
        Outcome = new(There, Departments, Projects.Select(p => new Owned(p.Id.Value, p.Owner)), People);
    }
}
