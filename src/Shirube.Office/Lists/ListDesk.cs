namespace Shirube.Office.Lists;

/// <summary>What a list's page asks: the list with its views, or the address it has by rights.</summary>
public sealed class ListDesk(OfficeLists lists, Views views)
{
    public async Task<(ListView? List, string? Better)> Show<T>(string path, string? asked, Func<OfficeLists, ListSetting, ListOf<T>> make)
    {
        if (ListAddress.Better(asked) is { } better)
            return (null, $"~/{path}{better}");
        if (string.IsNullOrEmpty(asked) && (await views.Open(path)).FirstOrDefault(v => v.IsStart) is { } start)
            return (null, $"~/views/{start.View.Key}");
        var list = await lists.Show(ListQuery.Of(asked), s => make(lists, s));
        // why: names typed in a form are replaced by the words that stay when names change.
        if (list.Result.LeftOut.Count == 0 && !list.Sound.Conditions.SequenceEqual(list.Result.Query.Conditions))
            return (null, $"~/{path}{list.Sound.Address()}");
        return (list with { Views = await views.Menu(list) }, null);
    }
}
