namespace Shirube.Domain.Indicators;

/// <summary>算定不可の理由: why a rate or pace is not defined. It is a value of its own, never 0.</summary>
public enum Undetermined
{
    ActualUnknown,
    TargetUnknown,
    BaselineUnknown,
    TargetIsBaseline,
    TargetIsZero,
    ActualIsZero,
    RangeUnknown,
    RangeTurned,
    ToleranceIsZero,
    JudgedByPeople,
    ExpectedShareUnknown,
    ExpectedShareIsZero,
    TooLarge,
    /// <summary>It is counted in another way than in the year it is measured from.</summary>
    SeriesBroken,
    /// <summary>The municipality does not grade an indicator's first year.</summary>
    FirstYear,
}

public static class UndeterminedWords
{
    /// <summary>The reason as a Japanese clause.</summary>
    public static string Words(this Undetermined reason) => reason switch
    {
        Undetermined.ActualUnknown => "実績値がないため",
        Undetermined.TargetUnknown => "目標値がないため",
        Undetermined.BaselineUnknown => "基準値がないため",
        Undetermined.TargetIsBaseline => "目標値が基準値と同じため",
        Undetermined.TargetIsZero => "目標値が0のため",
        Undetermined.ActualIsZero => "実績値が0のため",
        Undetermined.RangeUnknown => "目標の範囲(下限・上限・許容幅)がそろっていないため",
        Undetermined.RangeTurned => "目標の範囲の下限が上限より大きいため",
        Undetermined.ToleranceIsZero => "範囲の外で、許容幅が0のため",
        Undetermined.JudgedByPeople => "文章の目標で、人が判断するため",
        Undetermined.ExpectedShareUnknown => "その年度までに進んでいるはずの割合がないため",
        Undetermined.ExpectedShareIsZero => "その年度までに進んでいるはずの割合が0のため",
        Undetermined.SeriesBroken => "途中で数え方が変わり、はじめの値と比べられないため",
        Undetermined.FirstYear => "初年度は判定しない決まりのため",
        _ => "数の桁が大きすぎるため",
    };
}
