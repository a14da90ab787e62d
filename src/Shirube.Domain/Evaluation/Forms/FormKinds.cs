namespace Shirube.Domain.Evaluation;

/// <summary>What a form is about.</summary>
public enum FormTarget
{
    /// <summary>事務事業</summary>
    Project,
    /// <summary>施策などの計画項目</summary>
    Item,
}

/// <summary>In which kind of round a form is used.</summary>
public enum FormUse
{
    /// <summary>毎年度の評価(事後評価)</summary>
    Yearly,
    /// <summary>中間年の評価</summary>
    MidTerm,
    /// <summary>事前評価</summary>
    ExAnte,
}

/// <summary>What the answer to a question says in summaries, whatever the form calls it.</summary>
public enum QuestionRole
{
    /// <summary>今後の方向性</summary>
    Direction,
    /// <summary>成果: how the result is expected to develop, or how far it came.</summary>
    Result,
    /// <summary>コスト: how the cost is expected to develop.</summary>
    Cost,
    /// <summary>改善の取組: a promised action, followed in the next year's sheet.</summary>
    Improvement,
    /// <summary>昨年の改善の実施状況: how far last year's promised action was carried out.</summary>
    FollowUp,
    /// <summary>施策への貢献</summary>
    Contribution,
}

/// <summary>設問の種類.</summary>
public enum QuestionKind
{
    /// <summary>選択</summary>
    Choice,
    /// <summary>段階評価: choices on a scale from best to worst.</summary>
    Rating,
    /// <summary>記述</summary>
    Text,
    /// <summary>数</summary>
    Number,
    /// <summary>表: rows of texts under named columns.</summary>
    Table,
    /// <summary>指標の欄: filled in from the indicators of the target.</summary>
    Indicators,
    /// <summary>金額の欄: filled in from the target's money.</summary>
    Money,
    /// <summary>構成する事務事業の欄, of a sheet about a plan item.</summary>
    Projects,
}
