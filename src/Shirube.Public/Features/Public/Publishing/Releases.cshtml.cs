using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Shirube.Exchange.Publishing;
using Shirube.Ui.Hosting;

namespace Shirube.Public.Features.Public.Publishing;

/// <summary>Every publication, withdrawn ones included.</summary>
[AllowAnonymous]
public sealed class ReleasesModel(ReleaseStore store) : PageModel
{
    public IReadOnlyList<ReleaseEntry> Entries { get; private set; } = [];
    public string Name => HttpContext.Municipality().Name;

    public void OnGet() => Entries = store.List(HttpContext.Municipality().Code);
}
