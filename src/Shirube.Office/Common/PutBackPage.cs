using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Organization;
using Shirube.Office.Organization;
using Shirube.Ui.Controls;
using Shirube.Ui.Text;

namespace Shirube.Office.Common;

/// <summary>Where a field is put back: the record's name, its page and the way to it.</summary>
public sealed record PutBackPlace(string Name, string Address, string Area, IReadOnlyList<Crumb> Crumbs);

/// <summary>Puts one field of a record back to what it was after an entry of the change log: first shown, then done, with the record's own rules.</summary>
public abstract class PutBackPage(OfficeDb db, SignedIn signedIn) : PageModel, IShowsAgain
{
    [FromQuery(Name = "entry")] public long Entry { get; set; }
    [FromQuery(Name = "part")] public string? Part { get; set; }
    [FromQuery(Name = "of")] public string? Of { get; set; }
    [FromQuery(Name = "field")] public string? Field { get; set; }
    [BindProperty] public int Version { get; set; }

    public PutBackPlace Place { get; private set; } = null!;
    public PageHead Head => new("前の値に戻す", Place.Area, [.. Place.Crumbs, new(Place.Name, Place.Address), new("変更の記録", $"{Place.Address}/history")]);
    public DateTime ThenUtc { get; private set; }
    /// <summary>Before is what stands now, after is what it will be again; null where nothing would change.</summary>
    public HistoryField? Change { get; private set; }
    public Refusal? WhyNot { get; private set; }

    protected OfficeDb Db { get; } = db;

    protected SignedIn SignedIn { get; } = signedIn;

    /// <summary>Loads the record to be changed and says where it is; null where there is none.</summary>
    protected abstract Task<(Aggregate Record, Guid Id, PutBackPlace Place)?> Load();

    /// <summary>Writes the field through the record's verbs; refuses what cannot be.</summary>
    protected abstract Task PutBack(PastField past, string why);

    /// <summary>What the reader is shown before anything is written; null where nothing would change.</summary>
    protected virtual HistoryField? Shown(PastField past, HistoryField? change) => change;

    public async Task<IActionResult> OnGet()
    {
        ModelState.Clear();
        return await ShowAgain();
    }

    public async Task<IActionResult> OnPost()
    {
        if (await Load() is not { } found || await Past(found.Record, found.Id) is not { } past)
            return NotFound();
        Db.Expect(found.Record, Version);
        WhyNotFor(past).ThrowIfAny();
        await PutBack(past, Why);
        Db.Change = Db.Change with { Why = Why };
        await Db.SaveChangesAsync();
        return LocalRedirect($"{found.Place.Address}/history");
    }

    public async Task<IActionResult> ShowAgain()
    {
        if (await Load() is not { } found || await Past(found.Record, found.Id) is not { } past)
            return NotFound();
        Place = found.Place;
        Version = found.Record.Version;
        ModelState.Remove(nameof(Version));
        try
        {
            WhyNotFor(past).ThrowIfAny();
            // why: the save would refuse just this; nothing is saved here.
            await PutBack(past, Why);
        }
        catch (RefusalException refused)
        {
            WhyNot = refused.Refusal;
        }

        Db.ChangeTracker.Clear();
        return Page();
    }

    private string Why => $"{Format.Day(Tokyo.DayOf(ThenUtc))}の値に戻す";

    private async Task<PastField?> Past(Aggregate record, Guid id)
    {
        var spot = new Spot(Blank.ToNull(Part), Blank.ToNull(Of), Blank.ToNull(Field));
        var entries = await Db.ChangeLog.ReadAsync(new ChangeFilter { Records = [id] }, 0, int.MaxValue);
        var kind = record.GetType().Name;
        if (entries.Count == 0 || !PutBacks.Knows(kind, spot))
            return null;
        ThenUtc = new Moment(Entry, null).At(entries);
        var now = RecordPast.After(long.MaxValue, entries)[id];
        var past = RecordPast.After(Entry, entries).GetValueOrDefault(id) ?? now with { Exists = false, Values = new Dictionary<FieldSpot, string>() };
        var field = new PastField(past, spot);
        Change = Shown(field, HistoryFields.Between(kind, id, Only(now, spot), Only(past, spot), await HistoryNames.Read(Db, entries)).FirstOrDefault());
        return field;
    }

    private static Refusal? WhyNotFor(PastField past) =>
        !past.Past.Exists ? Refusals.PutBackNotThere
        : past.Past.PersonalErased && past.Spot.Part is null && ChangeLogField.PersonalOf(past.Past.Kind).Contains(past.Spot.Field!) ? Refusals.PutBackErased : null;

    private static Dictionary<FieldSpot, string> Only(RecordPast past, Spot spot) =>
        past.Values.Where(v => v.Key.Part == spot.Part && v.Key.Key == spot.Key && (spot.Field is null || v.Key.Field == spot.Field)).ToDictionary();
}
