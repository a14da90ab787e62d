using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Organization;
using Shirube.Office.Organization;
using Shirube.Ui.Controls;

namespace Shirube.Office.Common;

/// <summary>The history of one record: what was saved, by whom and why, and the record as it stood at any moment beside now.</summary>
public abstract class HistoryPage(OfficeDb db, SignedIn signedIn) : PageModel
{
    public const int Size = 30;

    [FromQuery(Name = "field")] public string? Field { get; set; }
    [FromQuery(Name = "by")] public Guid? By { get; set; }
    [FromQuery(Name = "from")] public DateOnly? From { get; set; }
    [FromQuery(Name = "to")] public DateOnly? To { get; set; }
    [FromQuery(Name = "way")] public string? Way { get; set; }
    [FromQuery(Name = "p")] public int Shown { get; set; } = 1;
    /// <summary>A moment of the municipality's clock: 2026-10-01T10:00.</summary>
    [FromQuery(Name = "at")] public string? At { get; set; }
    /// <summary>One or two entries: the record after the first beside after the second, or beside now.</summary>
    [FromQuery(Name = "entry")] public IReadOnlyList<long> Entries { get; set; } = [];

    public HistorySubject Subject { get; private set; } = null!;
    public HistoryQuestion Question => new(Blank.ToNull(Field), By, From, To, Blank.ToNull(Way));
    public IReadOnlyList<HistoryLine> Lines { get; private set; } = [];
    public int Count { get; private set; }
    public HistoryPeople? People { get; private set; }
    public RecordComparison? Comparison { get; private set; }
    /// <summary>Why no comparison is shown although one was asked for.</summary>
    public string? WhyNotCompare { get; private set; }

    public PageHead Head => new($"{Subject.Name}の変更の記録", Subject.Area, [.. Subject.Crumbs, new(Subject.Name, Subject.Address)]);

    /// <summary>The kinds whose fields can be asked for.</summary>
    public abstract IReadOnlyList<string> Kinds { get; }

    protected OfficeDb Db { get; } = db;

    protected SignedIn SignedIn { get; } = signedIn;

    protected abstract Task<HistorySubject?> Find();

    public async Task<IActionResult> OnGet()
    {
        ModelState.Clear();
        if (await Find() is not { } subject)
            return NotFound();
        Subject = subject;
        if (At is not null || Entries.Count > 0)
            await Compare();
        if (Comparison is null)
            await List();
        return Page();
    }

    public bool MayPutBack(ComparedRecord record, RecordComparison comparison) =>
        Subject.MayPutBack && comparison.LaterAtUtc is null && record is { WasThere: true, IsThere: true, Address: not null } && PutBacks.Knows(record.Kind);

    /// <summary>Where one field is put back to what it was after an entry; null where it cannot be.</summary>
    public static string? PutBackAddress(string kind, Guid id, string? address, Spot spot, long entry) =>
        address is null || !PutBacks.Knows(kind, spot) ? null
            : address + (kind == nameof(Domain.Evaluation.EvaluationFact) ? $"/evaluations/{id}" : "") + "/history/value" + QueryString.Create(new Dictionary<string, string?> { ["entry"] = $"{entry}", ["part"] = spot.Part, ["of"] = spot.Key, ["field"] = spot.Field }.Where(q => q.Value is not null));

    private async Task Compare()
    {
        if (Entries.Count > 2)
            WhyNotCompare = "3つより多く選んでいます。比べる変更を1つか2つ選んでください。";
        else if (Entries.Count > 0)
            Comparison = await RecordComparison.Read(Db, Subject, new(Entries.Min(), null), Entries.Count == 2 ? new(Entries.Max(), null) : null, SeesPersonal);
        else if (!DateTime.TryParseExact(At, ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
            WhyNotCompare = $"「{At}」を日時として読めません。日付と時刻を選び直してください。";
        else
            Comparison = await RecordComparison.Read(Db, Subject, new(null, Tokyo.Utc(time)), null, SeesPersonal);
    }

    private async Task List()
    {
        var filter = Question.On(Subject.Filter);
        Count = await Db.ChangeLog.CountAsync(filter);
        Shown = Math.Clamp(Shown, 1, Math.Max(1, (Count + Size - 1) / Size));
        var entries = await Db.ChangeLog.ReadAsync(filter, (Shown - 1) * Size, Size);
        People = await HistoryPeople.Read(Db);
        var names = await HistoryNames.Read(Db, entries);
        var imported = entries.Where(e => e.Process.StartsWith("取込", StringComparison.Ordinal)).Select(e => e.AtUtc).Distinct().ToList();
        var runs = imported.Count == 0 ? new Dictionary<DateTime, Guid>() : await new ChangeSaves(Db).RunsAsync(imported);
        Lines = [.. entries.Select(e => HistoryLine.Of(e, names, SeesPersonal, People.PostAt(e.PersonId, e.AtUtc)) with
        {
            Run = runs.TryGetValue(e.AtUtc, out var run) ? run : null,
            MayPutBack = Subject.MayPutBack && e.Action == "changed",
        })];
    }

    private bool SeesPersonal => SignedIn.May(Operation.ManagePeople);
}
