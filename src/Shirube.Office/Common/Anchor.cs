using Microsoft.AspNetCore.Mvc.Rendering;

namespace Shirube.Office.Common;

/// <summary>A link as tag helpers write it.</summary>
internal static class Anchor
{
    /// <param name="address">With the municipality's path.</param>
    public static TagBuilder To(string address, string words)
    {
        var link = new TagBuilder("a") { Attributes = { ["href"] = address } };
        link.InnerHtml.Append(words);
        return link;
    }
}
