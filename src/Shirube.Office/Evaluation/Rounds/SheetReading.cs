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
internal sealed record SheetReading(SheetFigures Figures, EarlierAnswers? Earlier, SheetWalk Walk, IReadOnlyList<HistoryLine> History)
{
    /// <summary>What an outside body asked and said; null where the sheet is not under review.</summary>
    public ReviewCount? Review { get; private init; }

    public static async Task<SheetReading> Read(OfficeDb db, OpenSheet open, FiscalYear year)
    {
        var figures = open.Form.Questions.All(q => q.IsAnswered) ? SheetFigures.None : await new KeptFigures(db).ReadAsync(open.Round, open.Sheet);
        return new(figures, await EarlierOf(db, open), await WalkOf(db, open, year), await RecentChanges.Of(db, [open.Sheet.Id.Value], personal: false, [.. Known(open)]))
        {
            Review = open.IsReviewed ? (await ReviewRows.Counted(db.SheetReviews.Where(r => r.SheetId == open.Sheet.Id)).SingleAsync()).Count : null,
        };
    }

    // why: the history speaks of what the page has read anyway.
    private static IEnumerable<RecordName> Known(OpenSheet open) =>
    [
        new(open.Sheet.Id.Value, nameof(EvaluationSheet), open.Sheet.Name, open.Sheet.Key.Value, null),
        new(open.Round.Id.Value, nameof(EvaluationRound), open.Round.Name, open.Round.Key.Value, null),
        new(open.Form.Id.Value, nameof(EvaluationForm), open.Form.Name, open.Form.Key.Value, null),
        .. open.Sheet.ProjectId is { } project ? [new RecordName(project.Value, "Project", open.Sheet.Name, open.Project?.Value, null)] : Array.Empty<RecordName>(),
        .. open.People.Select(p => new RecordName(p.Key.Value, nameof(Person), p.Value, null, null)),
        .. open.Form.Questions.Select(q => new RecordName(Guid.Empty, nameof(FormQuestion), q.Label, q.Key.Value, null)),
    ];

    // why: a sheet may follow an evaluation that was brought in from a file, without a sheet before it or beside one.
    private static async Task<EarlierAnswers?> EarlierOf(OfficeDb db, OpenSheet open)
    {
        var sheet = open.Sheet.BasisId is { } basis ? await SheetBefore(db, basis, open.Form) : null;
        if (open.Sheet.ProjectId is not { } project || open.Round.Use != FormUse.Yearly)
            return sheet;
        var judged = open.Round.Year;
        return await db.EvaluationFacts.AsNoTracking().Where(f => f.ProjectId == project && f.Year < judged).Include(f => f.Answers).OrderByDescending(f => f.Year).FirstOrDefaultAsync() is { } fact ? EarlierAnswers.Newest(sheet, fact) : sheet;
    }

    private static async Task<EarlierAnswers> SheetBefore(OfficeDb db, EvaluationSheetId id, EvaluationForm now)
    {
        var found = await db.EvaluationSheets.AsNoTracking().Where(s => s.Id == id).Include(s => s.Answers).Include(s => s.Stages).Select(s => new { Sheet = s, Year = db.EvaluationRounds.Where(r => r.Id == s.RoundId).Select(r => r.Year).First() }).AsSingleQuery().SingleAsync();
        return new(found.Year, found.Sheet, found.Sheet.FormId == now.Id ? now : await FormMemory.Forms(db).SingleAsync(f => f.Id == found.Sheet.FormId), null);
    }

    private static async Task<SheetWalk> WalkOf(OfficeDb db, OpenSheet open, FiscalYear year)
    {
        var (round, owner) = (open.Round.Id, open.Owner);
        var all = await SheetRows.Owned(db, db.EvaluationSheets.Where(s => s.RoundId == round), year).Where(o => o.Owner == owner).OrderBy(o => o.Sheet.SortKey).ThenBy(o => o.Sheet.Id).Select(o => o.Sheet.Key).ToListAsync();
        var at = all.IndexOf(open.Sheet.Key);
        return new(at + 1, all.Count, at > 0 ? all[at - 1] : null, at >= 0 && at + 1 < all.Count ? all[at + 1] : null);
    }
}
