using System.Text.RegularExpressions;
using Shirube.Files.Workbooks;

namespace Shirube.Files.Import;

/// <summary>What one row says of the tree's levels.</summary>
internal sealed partial class TreeReader(Mapping mapping, ProblemLog log)
{
    public IReadOnlyList<LevelText> Read(RowView row) => [.. mapping.Levels.Select(level => Read(row, level))];

    private LevelText Read(RowView row, LevelRule level)
    {
        var place = row.Place(level.Title);
        var title = row.Text(level.Title) is null ? "" : row[level.Title].Text;
        var code = string.Concat(level.Code.Select(c => row.Text(c)?.Normalize(System.Text.NormalizationForm.FormKC)));
        if (Dashes.IsDash(title) || NumberText.IsNoData(HeadingText.Fold(title)))
        {
            log.Group(ProblemSeverity.Info, "item-empty-mark", place, title, title, $"{level.Name}の欄の「{title}」は名前ではありません。", $"{level.Name}なしとして扱いました。");
            title = "";
        }

        if (level.Code.Count > 1 && code.Length > 1)
            code = code.TrimStart('0');
        if (code.Length == 0 && level.CodeInTitle && Leading().Match(title.Trim()) is { Success: true } match)
            (code, title) = (match.Groups["code"].Value.Normalize(System.Text.NormalizationForm.FormKC), match.Groups["title"].Value.Trim());
        return new(code.Length == 0 || Dashes.IsDash(code) ? null : code, title, place);
    }

    /// <summary>「10 市民との情報共有」, 「1-2．子育て」, 「施策3 防災」: a number, then what it numbers.</summary>
    public static bool BeginWithOwnCodes(IReadOnlyCollection<string> texts)
    {
        var coded = texts.Select(t => Leading().Match(t.Trim())).Where(m => m.Success).ToList();
        var codes = coded.GroupBy(m => HeadingText.Fold(m.Groups["code"].Value)).ToList();
        // why: a number that restarts under a parent the file does not name is part of the title, not a code.
        return coded.Count * 2 > texts.Count && codes.All(c => c.Skip(1).All(m => Likeness.Of(HeadingText.Fold(c.First().Groups["title"].Value), HeadingText.Fold(m.Groups["title"].Value)) >= 0.5));
    }

    [GeneratedRegex(@"^(?:(?:基本目標|基本政策|基本施策|政策|施策|大綱|目標|柱|第)\s*)?(?<code>[0-9０-９]+(?:[-－‐.．・][0-9０-９]+)*|[(（][0-9０-９]+[)）]|[①-⑳]|[A-ZＡ-Ｚ])(?:章|節|項)?[\s　.．、:：_＿)）]+(?<title>[^\s0-9０-９].*)$", RegexOptions.ExplicitCapture | RegexOptions.Singleline)]
    private static partial Regex Leading();
}
