using System.Text.RegularExpressions;
using Shirube.Domain.Indicators;

namespace Shirube.Files.Import;

/// <summary>The columns of indicators: name, unit, actuals and targets of each.</summary>
internal sealed partial class IndicatorGuess(SheetGuess sheet)
{
    private enum Role
    {
        Name,
        Unit,
        Actual,
        Target,
        Other,
    }

    private sealed record Group(IndicatorKind Kind, string? Index)
    {
        public int? Name { get; set; }
        public int? Unit { get; set; }
        public List<(int Place, bool IsTarget)> Values { get; } = [];
        public int Last { get; set; }
    }

    public static bool Speaks(HeadingReading reading) => Word().IsMatch(reading.Spaced);

    public IReadOnlyList<IndicatorRule> Guess(HashSet<int> taken, Func<HeadingReading, string?> year)
    {
        var groups = new List<Group>();
        foreach (var reading in sheet.Readings.Where(r => !taken.Contains(r.Place)))
            Sort(reading, groups);
        var rules = new List<IndicatorRule>();
        foreach (var group in groups.Where(g => g.Name is not null && (g.Values.Count > 0 || g.Unit is not null) && Words(g.Name.Value)))
        {
            taken.UnionWith(group.Values.Select(v => v.Place).Append(group.Name!.Value).Concat(group.Unit is { } u ? [u] : []));
            rules.Add(new()
            {
                Slot = $"{Label(group.Kind)}{rules.Count(r => r.Kind == group.Kind) + 1}",
                Kind = group.Kind,
                Name = sheet.Table.Reference(group.Name.Value),
                Unit = group.Unit is { } unit ? sheet.Table.Reference(unit) : null,
                Values = [.. group.Values.Select(v => (v.IsTarget, v.Place, Year: year(sheet.Readings[v.Place]))).Where(v => v.Year is not null)
                    .DistinctBy(v => (v.IsTarget, v.Year)).Select(v => new IndicatorValueRule { Column = sheet.Table.Reference(v.Place), Year = v.Year, IsTarget = v.IsTarget })],
            });
        }

        return rules;
    }

    private bool Words(int place) => sheet.Facts[place] is var facts && (facts.Filled == 0 || facts.NumberShare < 0.6);

    private void Sort(HeadingReading reading, List<Group> groups)
    {
        var text = reading.Spaced;
        var word = Word().Match(text);
        if (!word.Success)
        {
            Attach(reading, groups);
            return;
        }

        var rest = WithoutYears(text[(word.Index + word.Length)..]);
        var index = Index().Match(rest);
        var kind = KindOf(text[..(word.Index + word.Length)]);
        var role = RoleOf(index.Success ? rest[index.Length..] : rest, reading, sheet.Facts[reading.Place]);
        var number = index.Success ? index.Groups["index"].Value : null;
        var group = groups.LastOrDefault(g => g.Kind == kind && g.Index == number);
        if (group is null || role == Role.Name && group.Name is not null)
            groups.Add(group = new(kind, number) { Last = reading.Place });
        Put(group, role, reading.Place);
    }

    // why: 「活動指標 | 単位 | 目標 | 実績」: what follows an indicator's name without naming it again belongs to it.
    private void Attach(HeadingReading reading, List<Group> groups)
    {
        if (groups.LastOrDefault() is not { } open || open.Last != reading.Place - 1 || reading.Unit is not null)
            return;
        var rest = WithoutYears(reading.Spaced);
        if (!Generic().IsMatch(HeadingText.Fold(rest)) && !(HeadingText.Fold(rest).Length == 0 && reading.Year is not null))
            return;
        Put(open, RoleOf(rest, reading, sheet.Facts[reading.Place]), reading.Place);
    }

    private static void Put(Group group, Role role, int place)
    {
        group.Last = place;
        if (role == Role.Name)
            group.Name ??= place;
        else if (role == Role.Unit)
            group.Unit ??= place;
        else if (role != Role.Other)
            group.Values.Add((place, role == Role.Target));
    }

    private static Role RoleOf(string rest, HeadingReading reading, ColumnFacts facts)
    {
        var folded = HeadingText.Fold(rest);
        if (Derived().IsMatch(folded))
            return Role.Other;
        if (folded.Contains("単位"))
            return Role.Unit;
        if (folded.Contains("目標") || folded.Contains("計画") || folded.Contains("見込") || folded.Contains("予定"))
            return folded.Contains("指標名") ? Role.Name : Role.Target;
        if (folded.Contains("実績") || folded.Contains("現状") || folded.Contains("実測") || folded.Contains("基準値") || folded.EndsWith('値'))
            return Role.Actual;
        var bare = folded.Trim('(', ')', ':', '/', '-', '_', '・', '.');
        return bare.Length == 0 && (reading.Year ?? (object?)reading.Offset) is not null || bare.Length == 0 && facts.IsNumeric ? Role.Actual
            : bare.Length == 0 || bare.Contains('名') || bare is "内容" or "項目" or "指標" or "活動" or "成果" or "設定" ? Role.Name : Role.Other;
    }

    private static string WithoutYears(string spaced) => Vocabulary.Known.RelativeYears.Aggregate(HeadingYears.Without(spaced), (text, r) => text.Replace(r.Word, ""));

    private static IndicatorKind KindOf(string upTo) =>
        upTo.Contains("活動") || upTo.Contains("アウトプット") ? IndicatorKind.Activity : upTo.Contains("対象") ? IndicatorKind.Population : IndicatorKind.Outcome;

    private static string Label(IndicatorKind kind) => kind switch { IndicatorKind.Activity => "活動", IndicatorKind.Population => "対象", _ => "成果" };

    [GeneratedRegex(@"(?:活動|成果|対象|評価|業績|数値|代表|主な|事業)?指標(?:\((?:アウトプット|アウトカム|活動|成果|kpi|対象)[^)]*\))?|アウトプット(?:指標)?|アウトカム(?:指標)?|重要業績評価指標|kpi|kgi|数値目標|(?:活動|成果)目標(?=\s*/)")]
    private static partial Regex Word();

    [GeneratedRegex(@"^[\s/]*[(\[【]?(?:no\.?|その)?\s*(?<index>[0-9]{1,2}(?![0-9])|[a-z](?![0-9a-z])|[ア-ン](?![ァ-ヶー]))[)\]】.:]?", RegexOptions.ExplicitCapture)]
    private static partial Regex Index();

    [GeneratedRegex("達成|進捗|比較|増減|順位|ランク|判定|算式|計算|説明|定義|考え方|出典|理由|分析|要因|コメント|推移|方向|備考|最終")]
    private static partial Regex Derived();

    [GeneratedRegex("^[()/:]*(?:単位|目標|目標値|計画|計画値|見込|見込値|実績|実績値|現状|現状値|値|達成率|達成度|達成状況|進捗率|指標名|名称|基準値)[()%/:]*$")]
    private static partial Regex Generic();
}
