using Shirube.Domain.Evaluation;
using Shirube.Office.Common;

namespace Shirube.Office.Evaluation;

/// <summary>How pages and the change log speak of evaluation forms.</summary>
internal static class FormWords
{
    public static readonly RecordWords EvaluationForm = new RecordWords("評価様式", new()
    {
        ["Key"] = FieldWord.Unsaid,
        ["Name"] = "名前",
        ["Target"] = FieldWord.Of<FormTarget>("対象", Of),
        ["Use"] = FieldWord.Of<FormUse>("種類", Of),
        ["OnlyStatutory"] = FieldWord.YesNo("法定事務だけに使う"),
        ["BasisId"] = FieldWord.Record("もとにした様式"),
        ["Issue.From"] = FieldWord.Year("使い始める年度"),
        ["Issue.By"] = FieldWord.Record("決めた人"),
        ["Issue.AtUtc"] = FieldWord.Moment("決めた日時"),
        ["IsSample"] = FieldWord.YesNo("サンプル"),
    })
        .With(nameof(FormStage), new("段階", (key, _) => $"{key[0]}番目の段階", new() { ["Name"] = "名前" }))
        .With(nameof(FormChoice), new("選択肢", (key, _) => $"選択肢({key[1]}番目)", new() { ["Label"] = "言葉", ["Meaning"] = "意味" }))
        .With(nameof(FormQuestion), new("設問", (_, _) => "設問", new()
        {
            ["Order"] = FieldWord.Unsaid, ["Section"] = "まとまり", ["Kind"] = FieldWord.Of<QuestionKind>("種類", Of), ["Label"] = "設問", ["Help"] = "説明", ["AsksReason"] = FieldWord.YesNo("理由をたずねる"),
            ["IsRequired"] = FieldWord.YesNo("必ず答える"), ["IsPublic"] = FieldWord.YesNo("公表する"), ["LongestText"] = "字数の上限", ["Unit"] = "単位", ["Role"] = FieldWord.Of<QuestionRole>("集計での役割", Of), ["StageOrders"] = "答える段階",
        }, (values, _) => values.GetValueOrDefault("Label")));

    public static string Of(FormTarget target) => target == FormTarget.Project ? "事務事業" : "施策などの計画項目";

    public static string Of(FormUse use) => use switch { FormUse.Yearly => "毎年度の評価", FormUse.MidTerm => "中間年の評価", _ => "事前評価" };

    public static string Of(QuestionRole role) => role switch
    {
        QuestionRole.Direction => "今後の方向性",
        QuestionRole.Result => "成果",
        QuestionRole.Cost => "コスト",
        QuestionRole.Improvement => "改善の取組",
        QuestionRole.FollowUp => "昨年の改善の実施状況",
        _ => "施策への貢献",
    };

    public static string Of(QuestionKind kind) => kind switch
    {
        QuestionKind.Choice => "選択",
        QuestionKind.Rating => "段階評価",
        QuestionKind.Text => "記述",
        QuestionKind.Number => "数",
        QuestionKind.Table => "表",
        QuestionKind.Indicators => "指標の欄(記録から入ります)",
        QuestionKind.Money => "金額の欄(記録から入ります)",
        _ => "構成する事務事業の欄(記録から入ります)",
    };
}
