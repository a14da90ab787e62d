using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Organization;
using Shirube.Office.Organization;
using Shirube.Office.Search;

namespace Shirube.Office.Features.Office;

/// <summary>What stands under the search box while somebody types: the likeliest records, or before a word is typed the last opened.</summary>
[Authorize(Policy = nameof(Operation.Read)), ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class SuggestPage(OfficeDb db, SignedIn signedIn) : PageModel
{
    private const int Most = 8;

    public sealed record Suggestion(string Title, string Kind, string? Note, string Address);

    public async Task<JsonResult> OnGet(string? q)
    {
        var words = SearchWords.Parse(q);
        var hits = words.IsBlank ? (await Habits.Read(db, signedIn)).Recent : (await Finding.Read(db, signedIn, words, null, 0, Most)).Hits;
        return new(new
        {
            heading = words.IsBlank ? "最近開いたもの" : "候補",
            hits = hits.Where(h => h.Address is not null).Select(h => new Suggestion(h.Number is null ? h.Title : $"{h.Number} {h.Title}", SearchKinds.Name(h.Kind), h.Where, Url.Content(h.Address!))),
        });
    }
}
