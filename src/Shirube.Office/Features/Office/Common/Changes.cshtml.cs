using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Organization;
using Shirube.Office.Common;
using Shirube.Office.Organization;

namespace Shirube.Office.Features.Office;

/// <summary>Every save of the office, the newest first; an import is one.</summary>
[Authorize(Policy = nameof(Operation.Read))]
public sealed class ChangesPage(OfficeDb db, SignedIn signedIn) : PageModel
{
    public const int Size = 50;

    [FromQuery(Name = "area")] public string? Area { get; set; }
    [FromQuery(Name = "by")] public Guid? By { get; set; }
    [FromQuery(Name = "from")] public DateOnly? From { get; set; }
    [FromQuery(Name = "to")] public DateOnly? To { get; set; }
    [FromQuery(Name = "way")] public string? Way { get; set; }
    [FromQuery(Name = "words")] public string? Words { get; set; }
    [FromQuery(Name = "p")] public int Shown { get; set; } = 1;

    public IReadOnlyList<SaveLine> Saves { get; private set; } = [];
    public HistoryPeople People { get; private set; } = null!;
    public int Count { get; private set; }
    public bool IsFiltered => Blank.ToNull(Area) is not null || Blank.ToNull(Words) is not null || Question.IsAnything;

    private HistoryQuestion Question => new(null, By, From, To, Blank.ToNull(Way));

    private bool SeesPersonal => signedIn.May(Operation.ManagePeople);

    public async Task OnGet()
    {
        ModelState.Clear();
        var filter = await Filter();
        var saves = new ChangeSaves(db);
        Count = await saves.CountAsync(filter);
        Shown = Math.Clamp(Shown, 1, Math.Max(1, (Count + Size - 1) / Size));
        var read = await saves.ReadAsync(filter, (Shown - 1) * Size, Size);
        People = await HistoryPeople.Read(db);
        var names = await HistoryNames.Read(db, [.. read.SelectMany(s => s.Shown)]);
        Saves = [.. read.Select(s => SaveLine.Of(s, names, People, SeesPersonal))];
    }

    /// <summary>The same entries as a table for Excel: one row for every changed field.</summary>
    public async Task<IActionResult> OnGetCsv()
    {
        ModelState.Clear();
        return new ChangesCsv(db, await Filter(), SeesPersonal);
    }

    private async Task<ChangeFilter> Filter()
    {
        var words = Blank.ToNull(Words?.Trim());
        return Question.On(new()) with
        {
            Kinds = ChangeWords.Areas.FirstOrDefault(a => a.Key == Area).Kinds,
            Words = words,
            Named = words is null ? [] : await RecordNames.WithAsync(db, words),
        };
    }
}
