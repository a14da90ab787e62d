using Microsoft.AspNetCore.Mvc;
using Shirube.Domain.Common;
using Shirube.Public.Features.Public.Common;
using Shirube.Public.Rendering;

namespace Shirube.Public.Features.Public.Evaluation;

/// <summary>The results of the evaluation done in one year: counts, and the sheets by direction or by what they promise to improve, or what an outside body said.</summary>
public sealed class EvaluationYearModel(ReleaseMemory memory) : PublicPage
{
    public const int Size = 50;
    public const int ImprovementSize = 20;

    [BindProperty(SupportsGet = true)]
    public string? Round { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Of { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Direction { get; set; }

    [BindProperty(SupportsGet = true, Name = "list")]
    public string? Shown { get; set; }

    [BindProperty(SupportsGet = true, Name = "p")]
    public int PageNumber { get; set; } = 1;

    public IReadOnlyList<ResultGroup> Groups { get; private set; } = [];
    public YearResults Results { get; private set; } = null!;
    public IReadOnlyList<ResultLine> Lines { get; private set; } = [];
    public IReadOnlyList<OpinionLine> Opinions { get; private set; } = [];
    public int Found { get; private set; }
    public bool ShowsImprovements => Shown == "improvements";
    public bool ShowsOpinions => Shown == "opinions";
    public int PageSize => ShowsImprovements || ShowsOpinions ? ImprovementSize : Size;
    public string ListName => ShowsOpinions ? "_Opinions" : ShowsImprovements ? "_Improvements" : "_Results";
    public ResultGroup Group => Results.Group;

    public IActionResult OnGet(int year)
    {
        Groups = [.. memory.Of(Release, "evaluations", () => ResultGroup.All(Release), g => g.Count)!.Where(g => g.Year.Value == year)];
        if (Groups.Count == 0)
            return Missing("この年度の評価");
        var group = string.IsNullOrEmpty(Round) ? Groups[0] : Groups.FirstOrDefault(g => g.Round?.Value == Round && g.IsOfItems == (Of == "items"));
        if (group is null)
            return Missing("この評価");
        Results = memory.Of(Release, $"evaluation {group.Year.Value} {group.Round} {group.IsOfItems}", () => YearResults.Of(Release, group), r => r.Rows)!;
        var all = (ShowsImprovements ? Results.WithImprovements : Results.Going(Direction)).ToList();
        var opinions = ShowsOpinions ? Results.Review?.Opinions ?? [] : [];
        Found = ShowsOpinions ? opinions.Count : all.Count;
        PageNumber = Math.Clamp(PageNumber, 1, Math.Max(1, (Found + PageSize - 1) / PageSize));
        (Lines, Opinions) = ([.. all.Skip((PageNumber - 1) * PageSize).Take(PageSize)], [.. opinions.Skip((PageNumber - 1) * PageSize).Take(PageSize)]);
        return Page();
    }

    /// <summary>The list of this group under another question.</summary>
    public string Address(string question) => $"{Group.Address}{(Group.Address.Contains('?', StringComparison.Ordinal) ? "&" : "?")}{question}";

    public static string Going(string direction) => $"direction={Uri.EscapeDataString(direction)}";
}
