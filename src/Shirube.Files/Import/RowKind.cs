using System.Text.RegularExpressions;
using Shirube.Files.Workbooks;

namespace Shirube.Files.Import;

/// <summary>Which rows below the headings are no projects: sums, headings said again, notes.</summary>
internal sealed partial class RowKind(Mapping mapping)
{
    private readonly HashSet<string> skip = [.. mapping.SkipRows.Select(HeadingText.Fold)];

    public static bool IsSumText(string folded) => Sum().IsMatch(folded);

    public bool IsSum(RowView row)
    {
        var number = row.Text(mapping.Project.Number);
        var name = row.Text(mapping.Project.Name);
        if (name is not null && SaysSum(name))
            return number is null || SaysSum(number) || mapping.Project.Number is null;
        if (name is not null)
            return false;
        return row.Row.FilledPlaces.Where(i => row.Row[i].Kind == CellKind.Text).Take(3).Any(i => SaysSum(row.Row[i].Text));
    }

    private bool SaysSum(string text)
    {
        var folded = HeadingText.Fold(text);
        return skip.Contains(folded) || Sum().IsMatch(folded);
    }

    public bool RepeatsHeadings(RowView row)
    {
        var filled = row.Row.FilledPlaces.ToList();
        var equal = filled.Count(i => i < row.Table.Columns.Count && row.Table.Columns[i].Parts.Any(p => HeadingText.Fold(p) == HeadingText.Fold(row.Row[i].Text)));
        return equal >= 2 && equal * 2 > filled.Count;
    }

    public static bool Names(GroupRule group, string text) =>
        group.IsDepartment ? SheetNames.IsDepartment(text) : group.StartsWith is null || Bare(text).StartsWith(group.StartsWith, StringComparison.Ordinal);

    public static string Bare(string text) => text.TrimStart(' ', '　', '■', '□', '●', '○', '◆', '◇', '▼', '▽', '【', '〔', '［', '[', '<', '＜', '(', '（', '◎', '★', '・');

    public static bool IsNote(string text) => Note().IsMatch(text.Trim());

    // why: 「国民健康保険特別会計」 ends in 計 and is a project; a sum is a sum word alone, or one after the unit it sums.
    [GeneratedRegex(@"^[(（【\[<＜]*(総?合計|総計|小計|中計|累計|再計|計|総額|合算|平均|件数|[^、。]{0,30}(合計|小計|総計)|[^、。]{0,20}(部|課|局|室|所|款|項|施策|政策|会計|目標|分野|章|節)計)(\([^)]*\))?[)）】\]>＞:]*$")]
    private static partial Regex Sum();

    [GeneratedRegex(@"^(※|\*|＊|注|（注|\(注|備考|資料|出典|【注)")]
    private static partial Regex Note();
}
