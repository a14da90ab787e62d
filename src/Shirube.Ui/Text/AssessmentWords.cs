using Shirube.Domain.Indicators;

namespace Shirube.Ui.Text;

/// <summary>An assessment in words: how the figure came about, so that anybody can work it out again. Rounded for the eye only.</summary>
public static class AssessmentWords
{
    public static string Of(IndicatorType type) => type switch
    {
        IndicatorType.Progress => "進捗(基準値から目標値まで、どこまで進んだか)",
        IndicatorType.KeepHigher => "現状維持(高いほどよい)",
        IndicatorType.KeepLower => "現状維持(低いほどよい)",
        IndicatorType.RatioUp => "単純比(増やす目標)",
        IndicatorType.RatioDown => "単純比(減らす目標)",
        IndicatorType.Range => "範囲(決めた範囲に収める)",
        IndicatorType.Cumulative => "累計(毎年の実績を足す)",
        _ => "文章の目標(人が判断する)",
    };

    public static string Of(Judgement judgement) => judgement switch
    {
        Judgement.Achieved => "達成",
        Judgement.InProgress => "取組中",
        _ => "未達成",
    };

    /// <summary>The rule of a type as a formula.</summary>
    public static string Formula(IndicatorType type) => type switch
    {
        IndicatorType.Progress => "(実績 − 基準)÷(目標 − 基準)",
        IndicatorType.KeepLower => "2 − 実績 ÷ 目標",
        IndicatorType.RatioDown => "目標 ÷ 実績",
        IndicatorType.Range => "範囲の中は100%、外は 1 − 外れた幅 ÷ 許容幅",
        IndicatorType.Cumulative => "実績の累計 ÷ 目標",
        IndicatorType.TextTarget => "人が判断",
        _ => "実績 ÷ 目標",
    };

    /// <summary>The rate; beyond 0 and 100 as the municipality shows it.</summary>
    public static string Rate(decimal? percent, bool saysBeyond) => percent switch
    {
        null => "算定不可",
        > 100 when saysBeyond => "100%超",
        < 0 when saysBeyond => "0%未満",
        { } value => Format.Percent(value),
    };

    /// <summary>+1.8ポイント, −250人: what must be added each year; a share moves by points.</summary>
    public static string Step(decimal step, string? unit) => $"{(step < 0 ? "−" : "+")}{Format.WithUnit(Math.Abs(step), unit == "%" ? "ポイント" : unit)}";

    /// <summary>One sentence: the rule with its numbers, the expected share, the pace; or why it is not defined.</summary>
    public static string Rule(YearAssessment assessed, string? unit, bool saysBeyond = false)
    {
        var (from, result) = (assessed.From, assessed.Result);
        if (result.Rate.Percent is not { } rate)
            return $"{assessed.Year.Era}の達成率は算定不可です({result.Rate.Reason!.Value.Words()})。";
        var sentence = $"{assessed.Year.Era}の達成率: {Numbers(from, unit)} = {Rate(rate, saysBeyond)}";
        if (result.NotGraded is { } why)
            return $"{sentence}。判定はしません({why.Words()})。";
        return result.Pace switch
        {
            { Percent: { } pace } when from.ExpectedShare is { } share && share != 1 && from.Type is not (IndicatorType.KeepHigher or IndicatorType.KeepLower or IndicatorType.Range) =>
                $"{sentence}。この年度までに{Format.Percent(share * 100)}進んでいるはずなので、進度は {Rate(rate, saysBeyond)} ÷ {Format.Percent(share * 100)} = {Format.Percent(pace)}。",
            { Percent: not null } => $"{sentence}。進度も同じです。",
            _ => $"{sentence}。進度は算定不可です({result.Pace.Reason!.Value.Words()})。",
        };
    }

    private static string Numbers(Measurement m, string? unit)
    {
        var (actual, target) = (Say(m.Actual, unit), Say(m.Target, unit));
        return m.Type switch
        {
            IndicatorType.Progress => $"(実績 {actual} − 基準 {Say(m.Baseline, unit)})÷(目標 {target} − 基準 {Say(m.Baseline, unit)})",
            IndicatorType.KeepLower => $"2 − 実績 {actual} ÷ 目標 {target}",
            IndicatorType.RatioDown => $"目標 {target} ÷ 実績 {actual}",
            IndicatorType.Range => $"範囲 {Say(m.Range.Lower, unit)}から{Say(m.Range.Upper, unit)}{(m.Range.Tolerance is { } width ? $"、許容幅 {Say(width, unit)}" : "")}、実績 {actual}",
            IndicatorType.Cumulative => $"実績の累計 {actual} ÷ 目標 {target}",
            _ => $"実績 {actual} ÷ 目標 {target}",
        };
    }

    private static string Say(decimal? value, string? unit) => value is { } known ? Format.WithUnit(known, unit) : "(なし)";
}
