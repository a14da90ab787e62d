using Shirube.Domain.Common;

namespace Shirube.Domain.Indicators;

/// <summary>文章の目標の判断: how a person judges a target in words.</summary>
public enum Judgement
{
    /// <summary>達成</summary>
    Achieved,
    /// <summary>取組中</summary>
    InProgress,
    /// <summary>未達成</summary>
    NotAchieved,
}

/// <summary>進んでいるはずの割合 of a year, 1 being all of the way; an indicator without any is expected to go on evenly.</summary>
public sealed class ExpectedShare : IPartOf<Indicator>
{
    internal ExpectedShare(IndicatorId indicatorId, FiscalYear fiscalYear, decimal share) => (IndicatorId, FiscalYear, Share) = (indicatorId, fiscalYear, share);

    public IndicatorId IndicatorId { get; private set; }
    public FiscalYear FiscalYear { get; private set; }
    public decimal Share { get; internal set; }
}

/// <summary>系列の切れ目: from this year on it is counted in another way; values before and after do not compare.</summary>
public sealed class SeriesBreak : IPartOf<Indicator>
{
    internal SeriesBreak(IndicatorId indicatorId, FiscalYear fiscalYear, string note) => (IndicatorId, FiscalYear, Note) = (indicatorId, fiscalYear, note);

    public IndicatorId IndicatorId { get; private set; }
    public FiscalYear FiscalYear { get; private set; }
    public string Note { get; internal set; }
}
