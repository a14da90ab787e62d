using System.Globalization;
using Shirube.Domain.Indicators;
using Shirube.Office.Common;
using Shirube.Ui.Text;

namespace Shirube.Office.Indicators;

/// <summary>How the change log speaks of indicators.</summary>
internal static class IndicatorWords
{
    public static readonly RecordWords Indicator = new RecordWords("指標", new()
    {
        ["Key"] = FieldWord.Unsaid,
        ["Name"] = "名前",
        ["Unit"] = "単位",
        ["Kind"] = FieldWord.Of<IndicatorKind>("種類", Names.Of),
        ["Definition"] = "定義",
        ["IsSample"] = FieldWord.YesNo("サンプル"),
        ["Type"] = FieldWord.Of<IndicatorType>("達成率の求め方", AssessmentWords.Of),
        ["BaselineYear"] = FieldWord.Year("基準値の年度"),
        ["Baseline"] = FieldWord.Number("基準値"),
        ["Lower"] = FieldWord.Number("範囲の下限"),
        ["Upper"] = FieldWord.Number("範囲の上限"),
        ["Tolerance"] = FieldWord.Number("許容幅"),
        ["Source"] = "出典",
        ["CollectionMonth"] = "値がわかる月",
    })
        .With(nameof(ExpectedShare), new("進んでいるはずの割合", (key, _) => $"{FieldWord.EraOf(key[0])}の進んでいるはずの割合", new() { ["Share"] = new("割合", (text, _) => decimal.TryParse(text, CultureInfo.InvariantCulture, out var share) ? Format.Percent(share * 100) : text) }))
        .With(nameof(SeriesBreak), new("数え方の変更", (key, _) => $"{FieldWord.EraOf(key[0])}からの数え方の変更", new() { ["Note"] = "内容" }))
        .With(nameof(Actual), new("実績値", (key, _) => $"{FieldWord.EraOf(key[0])}の実績値", new() { ["Value"] = FieldWord.Number("値"), ["Status"] = FieldWord.Of<ActualStatus>("状態", Names.Of), ["AsWritten"] = "元の書き方", ["Note"] = "注記", ["Judgement"] = FieldWord.Of<Judgement>("判断", AssessmentWords.Of), ["MeasuredFrom"] = FieldWord.Day("の測定の始まり"), ["MeasuredTo"] = FieldWord.Day("の測定の終わり") }, Measured))
        .With(nameof(Target), new("目標値", (key, _) => $"{FieldWord.EraOf(key[0])}の目標値", new() { ["Value"] = FieldWord.Number("値"), ["AsWritten"] = "元の書き方", ["SetOn"] = FieldWord.Day("決めた日"), ["Reason"] = "理由" }, Aimed,
            (indicator, key, names) => names.TargetBefore(indicator, key.Text) is { } before ? FieldWord.NumberOf(before) : null))
        .With(nameof(IndicatorUse), new("使うところ", (_, _) => "使うところ", new() { ["IndicatorId"] = FieldWord.Unsaid, ["ProjectId"] = FieldWord.Record("事務事業"), ["PlanId"] = FieldWord.Record("計画"), ["ItemKey"] = new("計画の項目", (text, names) => names.Item(text)), ["Order"] = FieldWord.Unsaid },
            (values, names) => values.TryGetValue("ProjectId", out var project) ? $"事務事業「{names.Of(project)}」" : values.TryGetValue("ItemKey", out var item) ? $"計画の項目「{names.Item(item)}」" : null));

    private static string? Measured(IReadOnlyDictionary<string, string> values, HistoryNames names)
    {
        var status = values.TryGetValue("Status", out var word) ? FieldWord.WordOf<ActualStatus>(word, Names.Of) : null;
        var number = values.TryGetValue("Value", out var value) ? FieldWord.NumberOf(value) : null;
        var written = values.TryGetValue("AsWritten", out var text) ? $"「{text}」" : null;
        // why: a final value needs no word; without a value the status is what is known.
        return (number, status) switch
        {
            (null, null) => written,
            (null, _) => status + written,
            (_, null or "実績") => number + written,
            _ => $"{number}({status}){written}",
        };
    }

    private static string? Aimed(IReadOnlyDictionary<string, string> values, HistoryNames names)
    {
        var target = values.TryGetValue("Value", out var value) ? FieldWord.NumberOf(value) : values.GetValueOrDefault("AsWritten");
        return values.TryGetValue("Reason", out var reason) ? $"{target}(理由: {reason})" : target;
    }

    public static readonly RecordWords Rules = new RecordWords("判定の決まり", new()
    {
        ["Name"] = "名前",
        ["NotGraded"] = "判定できないときの表示",
        ["IsFirstYearGraded"] = FieldWord.YesNo("初年度も判定する"),
        ["SaysBeyond"] = FieldWord.YesNo("100%超・0%未満と示す"),
    })
        .With(nameof(GradeBandOfRules), new("判定の段階", (key, _) => $"{key[0]}番目の段階", new() { ["Label"] = "記号", ["From"] = FieldWord.Number("下限"), ["Meaning"] = "意味" }));
}
