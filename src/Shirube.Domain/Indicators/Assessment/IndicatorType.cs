namespace Shirube.Domain.Indicators;

/// <summary>達成率の求め方: how an indicator's rate follows from baseline, target and actual (formulas.md).</summary>
public enum IndicatorType
{
    /// <summary>進捗型: the way covered from the baseline to the target, up or down alike.</summary>
    Progress,
    /// <summary>現状維持(高いほどよい)</summary>
    KeepHigher,
    /// <summary>現状維持(低いほどよい)</summary>
    KeepLower,
    /// <summary>単純比(増やす)</summary>
    RatioUp,
    /// <summary>単純比(減らす)</summary>
    RatioDown,
    /// <summary>範囲: within bounds, with a tolerance outside them.</summary>
    Range,
    /// <summary>累計: the sum of the yearly actuals against the target.</summary>
    Cumulative,
    /// <summary>文章の目標: judged by a person.</summary>
    TextTarget,
}
