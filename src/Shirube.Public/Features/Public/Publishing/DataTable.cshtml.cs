using Microsoft.AspNetCore.Mvc;
using Shirube.Exchange.Publishing;
using Shirube.Public.Features.Public.Common;

namespace Shirube.Public.Features.Public.Publishing;

/// <summary>One table of the open data: what its columns mean, and where it is downloaded.</summary>
public sealed class DataTableModel : PublicPage
{
    public ReleaseTable Table { get; private set; } = null!;
    public int Rows => Release.Entry.Manifest.Counts.GetValueOrDefault(Table.Name);

    public IActionResult OnGet(string table)
    {
        if (DataDictionary.Tables.FirstOrDefault(t => t != DataDictionary.Meta && t.Name == table) is not { } found)
            return Missing("この表");
        Table = found;
        return Page();
    }
}
