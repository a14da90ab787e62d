using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Indicators;
using Shirube.Domain.Projects;
using Shirube.Ui.Text;

namespace Shirube.Office.Projects.Calls;

/// <summary>A page on which something that a call asks for is still blank: its place among the pages of the project, the words of what is blank, and the address that leads on to the next when it is saved.</summary>
public sealed record CallStop(int Place, string Words, string Address);

/// <summary>The way through the blank fields of one call, project by project in the order of the rows.</summary>
public sealed class CallStops
{
    /// <summary>What an address says was passed: the page of the texts, of the money, or the whole project; else the key of an indicator.</summary>
    public const string Text = "text", Money = "money", End = "end";

    private const int FirstIndicator = 3;
    private readonly IReadOnlyList<CallRow> rows;
    private readonly ILookup<ProjectId, (PublicKey Key, string Name, bool IsBlank)> indicators;

    private CallStops(IReadOnlyList<CallRow> rows, ILookup<ProjectId, (PublicKey, string, bool)> indicators)
    {
        this.rows = rows;
        this.indicators = indicators;
    }

    internal static async Task<CallStops> Read(OfficeDb db, IReadOnlyList<CallRow> rows)
    {
        var asking = rows.Where(r => r.Fields.HasFlag(EntryFields.Actuals)).Select(r => (ProjectId?)r.ProjectId).ToList();
        var year = rows.Count == 0 ? null : rows[0].Year;
        var used = asking.Count == 0 ? [] : await (from u in db.Set<IndicatorUse>()
                                                   join i in db.Indicators on u.IndicatorId equals i.Id
                                                   where asking.Contains(u.ProjectId)
                                                   orderby u.Order, i.Id
                                                   select new { u.ProjectId, i.Key, i.Name, IsBlank = !i.Actuals.Any(a => a.FiscalYear == year) }).ToListAsync();
        return new(rows, used.ToLookup(u => u.ProjectId!.Value, u => (u.Key, u.Name, u.IsBlank)));
    }

    /// <summary>The stop after the one that was just passed, from the beginning again at the end; null when nothing is blank any more.</summary>
    public CallStop? After(string? project, string? at)
    {
        var from = project is null ? -1 : rows.ToList().FindIndex(r => r.Key.Value == project);
        var passed = (from, from < 0 ? -1 : PlaceOf(rows[from], at));
        var all = rows.SelectMany((r, i) => Of(r).Select(s => (Place: (i, s.Place), Stop: s))).ToList();
        return all.Find(s => s.Place.CompareTo(passed) > 0).Stop ?? all.FirstOrDefault().Stop;
    }

    public IEnumerable<CallStop> Of(CallRow row)
    {
        var lead = $"call={row.CallKey}&record={row.Key}";
        var texts = row.Blank & ~(EntryFields.Actuals | EntryFields.Settlement | EntryFields.InitialBudget);
        if (texts != EntryFields.None)
            yield return new(0, string.Join("、", texts.Each().Select(Names.Of)), $"~/projects/{row.Key}/edit?{lead}");
        foreach (var (field, stage, place) in new[] { (EntryFields.Settlement, MoneyStage.Settled, 1), (EntryFields.InitialBudget, MoneyStage.Initial, 2) })
            if (row.Blank.HasFlag(field))
                yield return new(place, $"{row.Year!.Value.Era}の{Names.Of(field)}", $"~/projects/{row.Key}/money?stage={stage}&from={row.Year.Value.Value}&{lead}");
        if (row.Blank.HasFlag(EntryFields.Actuals))
            foreach (var (indicator, i) in indicators[row.ProjectId].Select((indicator, i) => (indicator, i)).Where(x => x.indicator.IsBlank))
                yield return new(FirstIndicator + i, $"「{indicator.Name}」の{row.Year!.Value.Era}の実績値", $"~/indicators/{indicator.Key}/edit?{lead}");
    }

    private int PlaceOf(CallRow row, string? at) => at switch
    {
        null => -1,
        Text => 0,
        Money => 2,
        End => int.MaxValue,
        _ => FirstIndicator + indicators[row.ProjectId].ToList().FindIndex(i => i.Key.Value == at),
    };
}
