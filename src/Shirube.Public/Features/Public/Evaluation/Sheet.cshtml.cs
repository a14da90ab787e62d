using Microsoft.AspNetCore.Mvc;
using Shirube.Public.Features.Public.Common;
using Shirube.Public.Rendering;

namespace Shirube.Public.Features.Public.Evaluation;

/// <summary>One sheet in plain words.</summary>
public sealed class SheetModel(ReleaseMemory memory) : PublicPage
{
    public SheetReading Reading { get; private set; } = null!;

    public IActionResult OnGet(int year, string sheet)
    {
        if (memory.Of(Release, $"sheet {year} {sheet}", () => SheetReading.Of(Release, year, sheet), r => r.Rows) is not { } reading)
            return Missing("この評価シート");
        Reading = reading;
        return Page();
    }
}
