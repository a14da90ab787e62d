using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Shirube.Ui.Controls;

/// <summary>One step of the breadcrumb; the address begins with ~/.</summary>
public sealed record Crumb(string Text, string Href);

/// <summary>The other ways to a page that stands in several places.</summary>
public sealed record OtherPaths(IReadOnlyList<IReadOnlyList<Crumb>> Paths);

/// <summary>What a page tells its layout: its title, the entry of the main navigation it belongs to, and the way to it.</summary>
public sealed record PageHead(string Title, string? Area, IReadOnlyList<Crumb> Crumbs)
{
    public static PageHead Of(ViewDataDictionary viewData) => viewData[nameof(PageHead)] as PageHead ?? new("", null, []);
}

public static class PageHeadExtensions
{
    /// <summary>Called at the top of every page. The page itself writes its one h1.</summary>
    public static void Head(this ViewDataDictionary viewData, string title, string? area = null, params IReadOnlyList<Crumb> crumbs) =>
        viewData.Head(new PageHead(title, area, crumbs));

    public static void Head(this ViewDataDictionary viewData, PageHead head) => viewData[nameof(PageHead)] = head;
}
