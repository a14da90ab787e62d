using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Shirube.Domain.Organization;
using Shirube.Office.Lists;

namespace Shirube.Office.Features.Office;

/// <summary>What a field of a list offers while somebody types a name or number: the likeliest values, or before that the uppermost.</summary>
[Authorize(Policy = nameof(Operation.Read)), ResponseCache(NoStore = true, Location = ResponseCacheLocation.None)]
public sealed class ChoicesPage(OfficeLists lists) : PageModel
{
    private const int Most = 20;

    public sealed record Suggestion(string Title, string Kind, string? Note, string Value);

    public async Task<IActionResult> OnGet(string list, string field, string? q)
    {
        if (await lists.Field(list, field, ListQuery.Of(Request.QueryString.Value)) is not { Choices.Count: > 0 } there)
            return NotFound();
        var found = (string.IsNullOrWhiteSpace(q) ? there.Tops : there.Suggest(q)).Take(Most + 1).ToList();
        return new JsonResult(new
        {
            heading = found.Count > Most ? $"候補(はじめの{Most}件)" : "候補",
            hits = found.Take(Most).Select(c => new Suggestion(c.Text.Trim('\u3000'), "", c.Note, c.Value)),
        });
    }
}
