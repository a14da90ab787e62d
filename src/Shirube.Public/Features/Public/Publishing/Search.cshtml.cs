using Microsoft.AspNetCore.Mvc;
using Shirube.Domain.Common;
using Shirube.Exchange.Publishing;
using Shirube.Public.Features.Public.Common;

namespace Shirube.Public.Features.Public.Publishing;

/// <summary>Finds words in plans, items, projects and indicators.</summary>
public sealed class SearchModel : PublicPage
{
    public const int Size = 30;
    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Words { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int PageNumber { get; set; } = 1;

    public int Total { get; private set; }
    public IReadOnlyList<Hit> Hits { get; private set; } = [];
    public SearchWords Asked { get; private set; } = SearchWords.Parse(null);
    public bool IsAsked => !string.IsNullOrWhiteSpace(Words);

    public void OnGet()
    {
        Asked = SearchWords.Parse(Words);
        Total = Release.CountHits(Asked);
        PageNumber = Math.Clamp(PageNumber, 1, Math.Max(1, (Total + Size - 1) / Size));
        Hits = Release.Search(Asked, Size, (PageNumber - 1) * Size);
    }

    public static (string Kind, string Address) Show(Hit hit) => hit.Kind switch
    {
        "plan" => ("計画", $"plans/{hit.Key}"),
        "item" => ("計画項目", $"plans/{hit.Plan}/{hit.Key}"),
        "project" => ("事務事業", $"projects/{hit.Key}"),
        _ => ("指標", $"indicators/{hit.Key}"),
    };
}
