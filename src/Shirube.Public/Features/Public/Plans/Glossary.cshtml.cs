using Shirube.Domain.Plans;
using Shirube.Exchange.Publishing;
using Shirube.Public.Features.Public.Common;

namespace Shirube.Public.Features.Public.Plans;

/// <summary>用語集: the words that the public plans use, in the order of the kana.</summary>
public sealed class GlossaryModel : PublicPage
{
    /// <summary>By the row of the kana.</summary>
    public IReadOnlyList<IGrouping<string, ReleasedTerm>> Rows { get; private set; } = [];

    public void OnGet() => Rows = [.. Release.Query<ReleasedTerm>("SELECT * FROM glossary_terms").OrderBy(t => t.Reading, ReadingOrder.Kana).ThenBy(t => t.Name, StringComparer.Ordinal).GroupBy(t => ReadingOrder.RowOf(t.Reading))];
}
