using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Organization;
using Shirube.Office.Organization;
using Shirube.Office.Search;

namespace Shirube.Office.Features.Office;

/// <summary>Everything the person may see, by words; and without words what the person opened last and opens often.</summary>
[Authorize(Policy = nameof(Operation.Read)), ChangesNeed(Operation.Read)]
public sealed class SearchPage(OfficeDb db, SignedIn signedIn, VisitLog visits, TimeProvider clock) : PageModel
{
    public const int Size = 20;

    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Typed { get; set; }

    [BindProperty(SupportsGet = true)]
    public SearchKind? Kind { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int Shown { get; set; } = 1;

    public SearchWords Words { get; private set; } = SearchWords.Parse(null);
    public Finding Found { get; private set; } = null!;
    public IReadOnlyList<Hit> Similar { get; private set; } = [];
    public Habits? Habits { get; private set; }
    public bool IsRemembered { get; private set; } = true;

    public async Task OnGet()
    {
        ModelState.Clear();
        Words = SearchWords.Parse(Typed);
        if (Words.IsBlank)
        {
            Habits = await Habits.Read(db, signedIn);
            IsRemembered = !await db.VisitsOff.AnyAsync(o => o.PersonId == signedIn.Id);
            return;
        }
        // why: so far ahead no page lies, and the number times its size must stay a number.
        Shown = Math.Clamp(Shown, 1, 100_000);
        Found = await Finding.Read(db, signedIn, Words, Kind, (Shown - 1) * Size, Size);
        Similar = Found.All == 0 ? await SimilarTitles.Read(db, signedIn, Words) : [];
    }

    public async Task<IActionResult> OnPostForget()
    {
        await visits.WriteAsync();
        await VisitLog.ForgetAsync(db, signedIn.Id);
        return Redirect("~/search");
    }

    public async Task<IActionResult> OnPostRemember(bool remember)
    {
        await visits.WriteAsync();
        await using (var write = await db.BeginWriteAsync())
        {
            await db.VisitsOff.Where(o => o.PersonId == signedIn.Id).ExecuteDeleteAsync();
            if (!remember)
                db.Add(new VisitsOff(signedIn.Id, clock.GetUtcNow().UtcDateTime));
            await db.SaveChangesAsync();
            await write.CommitAsync();
        }

        return remember ? Redirect("~/search") : await OnPostForget();
    }
}
