using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Evaluation;
using Shirube.Domain.Organization;
using Shirube.Domain.Plans;
using Shirube.Office.Common;

namespace Shirube.Office.Evaluation;

/// <summary>Where a sheet stands among those of its department in the round.</summary>
public sealed record SheetWalk(int At, int All, PublicKey? Before, PublicKey? After);

/// <summary>What the page of a sheet shows beside the sheet itself.</summary>
internal sealed record SheetReading(SheetFigures Figures, EarlierAnswers? Earlier, IReadOnlyDictionary<PersonId, string> People, SheetWalk Walk, string? Owner, (string, string)? About, IReadOnlyList<HistoryLine> History)
{
    public static async Task<SheetReading> Read(OfficeDb db, OpenSheet open, Person person, FiscalYear year)
    {
        var sheet = open.Sheet;
        var figures = open.Form.Questions.All(q => q.IsAnswered) ? SheetFigures.None : await new RoundClosingDesk(db).FiguresOf(open.Round, sheet);
        var (owner, about) = await Names(db, open);
        return new(figures, await EarlierOf(db, open), await PeopleOf(db, sheet, person), await WalkOf(db, open, year), owner, about, await RecentChanges.Of(db, [sheet.Id.Value], personal: false));
    }

    private static async Task<(string? Owner, (string, string)? About)> Names(OfficeDb db, OpenSheet open)
    {
        var (project, plan, item, owner) = (open.Sheet.ProjectId, open.Sheet.PlanId, open.Sheet.ItemKey, open.Owner);
        var row = await db.Set<ChangeHead>().Select(one => new
        {
            Owner = db.Departments.Where(d => d.Id == owner).Select(d => d.Name).FirstOrDefault(),
            Project = db.Projects.Where(p => p.Id == project).Select(p => (PublicKey?)p.Key).FirstOrDefault(),
            Plan = db.Plans.Where(p => p.Id == plan).Select(p => (PublicKey?)p.Key).FirstOrDefault(),
            one.Id,
        }).SingleAsync();
        return (row.Owner, row.Project is { } key ? ("事務事業の画面", $"~/projects/{key}") : row.Plan is { } planKey ? ("計画の項目の画面", $"~/plans/{planKey}/{item}") : null);
    }

    // why: a sheet without one before it may follow an evaluation that was brought in from a file.
    private static async Task<EarlierAnswers?> EarlierOf(OfficeDb db, OpenSheet open)
    {
        if (open.Sheet.BasisId is { } basis)
        {
            var earlier = await db.EvaluationSheets.AsNoTracking().Include(s => s.Answers).SingleAsync(s => s.Id == basis);
            var year = await db.EvaluationRounds.Where(r => r.Id == earlier.RoundId).Select(r => r.Year).SingleAsync();
            return new(year, earlier, earlier.FormId == open.Form.Id ? open.Form : await FormMemory.Forms(db).SingleAsync(f => f.Id == earlier.FormId), null);
        }
        if (open.Sheet.ProjectId is not { } project || open.Round.Use != FormUse.Yearly)
            return null;
        var judged = open.Round.Year;
        return await db.EvaluationFacts.AsNoTracking().Where(f => f.ProjectId == project && f.Year < judged).Include(f => f.Answers).OrderByDescending(f => f.Year).FirstOrDefaultAsync() is { } fact ? new(fact.Year, null, null, fact) : null;
    }

    private static async Task<IReadOnlyDictionary<PersonId, string>> PeopleOf(OfficeDb db, EvaluationSheet sheet, Person person)
    {
        var ids = sheet.Stages.SelectMany(s => new[] { s.Submission?.By, s.Approval?.By, s.SentBack?.By }).OfType<PersonId>().Where(p => p != person.Id).Distinct().ToList();
        var names = ids.Count == 0 ? [] : await db.People.Where(p => ids.Contains(p.Id)).Select(p => new { p.Id, p.Name }).ToDictionaryAsync(p => p.Id, p => p.Name);
        names[person.Id] = person.Name;
        return names;
    }

    private static async Task<SheetWalk> WalkOf(OfficeDb db, OpenSheet open, FiscalYear year)
    {
        var (round, owner) = (open.Round.Id, open.Owner);
        var all = await db.EvaluationSheets.AsNoTracking().Where(s => s.RoundId == round && (s.FrozenOwnerId ?? s.DepartmentId ?? db.Set<Domain.Projects.Ownership>().Where(o => o.ProjectId == s.ProjectId && o.From <= year).OrderByDescending(o => o.From).Select(o => (DepartmentId?)o.DepartmentId).FirstOrDefault()) == owner)
            .OrderBy(s => s.SortKey).ThenBy(s => s.Id).Select(s => s.Key).ToListAsync();
        var at = all.IndexOf(open.Sheet.Key);
        return new(at + 1, all.Count, at > 0 ? all[at - 1] : null, at >= 0 && at + 1 < all.Count ? all[at + 1] : null);
    }
}
