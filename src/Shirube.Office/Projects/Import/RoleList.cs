using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Shirube.Domain.Common;
using Shirube.Files.Import;

namespace Shirube.Office.Projects.Import;

/// <summary>The roles a column can have, as the options of a list and in words.</summary>
public sealed class RoleList(Mapping mapping)
{
    private readonly IReadOnlyList<(string Role, string Words, string Group)> choices = MappingRoles.Choices(mapping);

    public IHtmlContent OptionsFor(string chosen)
    {
        var content = new HtmlContentBuilder();
        foreach (var group in choices.GroupBy(c => c.Group))
        {
            var parent = new TagBuilder("optgroup") { Attributes = { ["label"] = group.Key } };
            foreach (var (role, words, _) in group)
                parent.InnerHtml.AppendHtml(Option(role, words, role == chosen));
            content.AppendHtml(parent);
        }

        return content;
    }

    /// <summary>A place in a series of years in words: 令和6年度の事業費計.</summary>
    public string WordsOf(string role)
    {
        var parts = role.Split('.', 3);
        var words = choices.FirstOrDefault(c => c.Role == parts[2]).Words ?? parts[2];
        var year = int.TryParse(parts[1], out var number) && number > 1000 ? new FiscalYear(number).Era : parts[1];
        return $"{year}の{words}(連続する年度の列)";
    }

    private static TagBuilder Option(string role, string words, bool isChosen)
    {
        var option = new TagBuilder("option") { Attributes = { ["value"] = role } };
        if (isChosen)
            option.Attributes["selected"] = "selected";
        option.InnerHtml.Append(words);
        return option;
    }
}
