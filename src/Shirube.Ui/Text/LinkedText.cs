using System.Text;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using Microsoft.AspNetCore.Html;

namespace Shirube.Ui.Text;

/// <summary>Plain text in which web addresses become links that show the site's name instead of the whole address.</summary>
public static partial class LinkedText
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public static IHtmlContent Render(string? text)
    {
        var html = new StringBuilder();
        var at = 0;
        foreach (Match match in Address().Matches(text ?? ""))
        {
            html.Append(Encoder.Encode(text![at..match.Index]));
            html.Append(Uri.TryCreate(match.Value, UriKind.Absolute, out var uri)
                ? $"<a href=\"{Encoder.Encode(match.Value)}\" rel=\"noreferrer\">{Encoder.Encode(uri.IdnHost)}</a>" : Encoder.Encode(match.Value));
            at = match.Index + match.Length;
        }
        return new HtmlString(html.Append(Encoder.Encode((text ?? "")[at..])).ToString());
    }

    [GeneratedRegex(@"https?://[\x21-\x7E-[""<>]]+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Address();
}
