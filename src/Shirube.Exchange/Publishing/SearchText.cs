using System.Text;

namespace Shirube.Exchange.Publishing;

/// <summary>Text as search compares it: NFKC, lower case, line breaks as spaces. The stored text stays as typed.</summary>
public static class SearchText
{
    public static string Fold(string text) => string.Join(' ', text.Normalize(NormalizationForm.FormKC).ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    internal static IEnumerable<(string Kind, string? Plan, string Key, string Title, string Folded)> Of(ReleaseContent content)
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

    private static string Join(params string?[] texts) => Fold(string.Join('\n', texts.Where(t => t is not null)));
}
