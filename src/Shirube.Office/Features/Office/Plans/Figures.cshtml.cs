using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Organization;
using Shirube.Domain.Plans;
using Shirube.Office.Organization;
using Shirube.Office.Plans;

namespace Shirube.Office.Features.Office;

/// <summary>The figures of the municipality's plans, the newest first, with where each is shown.</summary>
[Authorize(Policy = nameof(Operation.Read))]
public sealed class FiguresPage(OfficeDb db, SignedIn signedIn) : PageModel
{
    public const int Size = 50;

    [FromQuery(Name = "words")]
    public string? Words { get; set; }

    [FromQuery(Name = "p")]
    public int Number { get; set; } = 1;

    public IReadOnlyList<PlanFigure> Rows { get; private set; } = [];
    public ILookup<PublicKey, FigureUse> Uses { get; private set; } = Array.Empty<FigureUse>().ToLookup(u => u.Figure);
    public int All { get; private set; }
    public int Found { get; private set; }
    public bool MayEdit => signedIn.May(Operation.EditPlan);

    public async Task OnGet()
    {
        var words = FoldedText.Fold(Words?.Trim() ?? "");
        var all = await db.Figures.AsNoTracking().OrderByDescending(f => f.Id).ToListAsync();
        var found = all.FindAll(f => new[] { f.Title, f.Alt, f.Source ?? "" }.Any(text => FoldedText.Fold(text).Contains(words, StringComparison.Ordinal)));
        (All, Found, Number) = (all.Count, found.Count, Math.Clamp(Number, 1, Math.Max(1, (found.Count + Size - 1) / Size)));
        Rows = [.. found.Skip((Number - 1) * Size).Take(Size)];
        Uses = (await db.UsesOf([.. Rows.Select(f => f.Key)])).ToLookup(u => u.Figure);
    }
}
