using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Organization;
using Shirube.Domain.Plans;
using Shirube.Office.Organization;

namespace Shirube.Office.Features.Office;

/// <summary>用語集 in the order of the kana.</summary>
[Authorize(Policy = nameof(Operation.Read))]
public sealed class GlossaryPage(OfficeDb db, SignedIn signedIn) : PageModel
{
    [FromQuery(Name = "words")]
    public string? Words { get; set; }

    /// <summary>By the row of the kana.</summary>
    public IReadOnlyList<IGrouping<string, GlossaryTerm>> Rows { get; private set; } = [];
    public int All { get; private set; }
    public int Found => Rows.Sum(r => r.Count());
    public bool MayEdit => signedIn.May(Operation.EditPlan);

    public async Task OnGet()
    {
        var terms = await db.GlossaryTerms.AsNoTracking().ToListAsync();
        var words = FoldedText.Fold(Words?.Trim() ?? "");
        All = terms.Count;
        Rows = [.. terms.Where(t => new[] { t.Name, t.Reading, t.Meaning }.Any(text => FoldedText.Fold(text).Contains(words, StringComparison.Ordinal)))
            .OrderBy(t => t.Reading, ReadingOrder.Kana).ThenBy(t => t.Name, StringComparer.Ordinal).GroupBy(t => ReadingOrder.RowOf(t.Reading))];
    }
}
