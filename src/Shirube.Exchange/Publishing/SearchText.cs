using Shirube.Domain.Common;

namespace Shirube.Exchange.Publishing;

/// <summary>What of a release is searched, folded by the rules that the office searches by as well. The stored text stays as typed.</summary>
internal static class SearchText
{
    public static IEnumerable<(string Kind, string? Plan, string Key, string Title, string Folded)> Of(ReleaseContent content)
    {
        var states = content.Editions.ToDictionary(e => e.Key, e => e.State);
        foreach (var plan in content.Plans.OrderBy(p => p.Key.Value, StringComparer.Ordinal))
            yield return ("plan", plan.Key.Value, plan.Key.Value, plan.Name, Join(plan.Name, plan.Summary));
        // why: an item of several editions is found once, as the plan in force words it.
        foreach (var item in content.Items.GroupBy(i => (i.Plan, i.Key)).Select(g => g.OrderBy(i => states[i.Edition]).ThenBy(i => i.Edition.Value, StringComparer.Ordinal).First())
            .OrderBy(i => i.Plan.Value, StringComparer.Ordinal).ThenBy(i => i.TreeOrder).ThenBy(i => i.Key.Value, StringComparer.Ordinal))
            yield return ("item", item.Plan.Value, item.Key.Value, item.Title, Join(item.Code, item.Title, item.PlainTitle, item.Body));
        foreach (var project in content.Projects.OrderBy(p => p.Key.Value, StringComparer.Ordinal))
            yield return ("project", null, project.Key.Value, project.Name, Join(project.Number, project.Name, project.Outline, project.Means, project.MeansPlanned, project.Target, project.Intent, project.Result));
        foreach (var indicator in content.Indicators.OrderBy(i => i.Key.Value, StringComparer.Ordinal))
            yield return ("indicator", null, indicator.Key.Value, indicator.Name, Join(indicator.Name, indicator.Definition));
    }

    private static string Join(params string?[] texts) => string.Join('\n', texts.Select(FoldedText.Fold).Where(t => t.Length > 0));
}
