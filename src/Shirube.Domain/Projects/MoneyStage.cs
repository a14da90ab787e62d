namespace Shirube.Domain.Projects;

/// <summary>The stage an amount belongs to, in the order of a budget's life.</summary>
public enum MoneyStage
{
    /// <summary>計画</summary>
    Planned,
    /// <summary>要求</summary>
    Requested,
    /// <summary>査定</summary>
    Appraised,
    /// <summary>採択</summary>
    Adopted,
    /// <summary>当初</summary>
    Initial,
    /// <summary>補正</summary>
    Supplementary,
    /// <summary>決算</summary>
    Settled,
}

/// <summary>What an amount is: one of the five funding sources, or a figure stated beside them. A stated figure is kept as stated and never filed under a source.</summary>
public enum MoneyKind
{
    /// <summary>国庫支出金</summary>
    National,
    /// <summary>都道府県支出金</summary>
    Prefectural,
    /// <summary>地方債</summary>
    Bond,
    /// <summary>その他</summary>
    Other,
    /// <summary>一般財源</summary>
    General,
    /// <summary>事業費計, as stated</summary>
    Total,
    /// <summary>人件費計, as stated</summary>
    Personnel,
    /// <summary>トータルコスト, as stated</summary>
    FullCost,
}

/// <summary>Why a figure is not an amount. A blank figure is not recorded at all; none of these is 0.</summary>
public enum Absence
{
    /// <summary>A dash of any kind: there is none.</summary>
    Dash,
    /// <summary>未定</summary>
    Undecided,
}
