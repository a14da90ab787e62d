using Shirube.Exchange.Publishing;
using Shirube.Public.Features.Public.Common;

namespace Shirube.Public.Features.Public.Publishing;

/// <summary>The open data: every table of the release with what its columns mean.</summary>
public sealed class DataModel : PublicPage
{
    public IEnumerable<ReleaseTable> Tables => DataDictionary.Tables.Where(t => t != DataDictionary.Meta);

    public int CountOf(ReleaseTable table) => Release.Entry.Manifest.Counts.GetValueOrDefault(table.Name);
    public void OnGet()
    {
    }
}
