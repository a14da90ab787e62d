using Microsoft.AspNetCore.Mvc;
using Shirube.Domain.Common;
using Shirube.Public.Features.Public.Common;
using Shirube.Public.Features.Public.Plans;

namespace Shirube.Public.Features.Public.Indicators;

/// <summary>One indicator: values, targets with their history, and what it is used for.</summary>
public sealed class IndicatorModel : PublicPage
{
    public IndicatorView Indicator { get; private set; } = null!;
    public IReadOnlyList<Use> Uses { get; private set; } = [];

    public IActionResult OnGet(string key)
    {
        if (IndicatorView.Find(Release, key) is not { } found)
            return Missing("この指標");
        Indicator = found;
        var editions = PlanRow.All(Release).Select(p => p.Edition.Value).ToArray();
        Uses = Release.Query<Use>("""
            SELECT p.name AS words, 'projects/' || p.key AS address FROM indicator_uses u JOIN projects p ON p.key = u.project WHERE u.indicator = @key
            UNION ALL
            SELECT trim(coalesce(i.code, '') || ' ' || i.title), 'plans/' || i.plan || '/' || i.key FROM indicator_uses u JOIN items i ON i.plan = u.plan AND i.key = u.item WHERE u.indicator = @key AND i.edition IN @editions
            """, new { key, editions });
        return Page();
    }
}

/// <summary>A project or item that uses the indicator.</summary>
public sealed record Use(string Words, string Address);
