using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Shirube.Data;

namespace Shirube.Office.Features.Doors;

/// <summary>The municipalities of this installation, before anybody has signed in to one.</summary>
[AllowAnonymous]
public sealed class OfficeDoorsModel(Catalogue catalogue) : PageModel
{
    public IReadOnlyList<Municipality> Municipalities { get; private set; } = [];

    public void OnGet() => Municipalities = catalogue.All;
}
