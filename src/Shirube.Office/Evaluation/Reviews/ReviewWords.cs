using Shirube.Domain.Evaluation;
using Shirube.Office.Common;
using Shirube.Ui.Controls;
using Shirube.Ui.Text;

namespace Shirube.Office.Evaluation;

/// <summary>How pages and the change log speak of external reviews.</summary>
internal static class ReviewWords
{
    public static readonly RecordWords ExternalReview = new("外部評価", new()
    {
        ["RoundId"] = FieldWord.Record("評価"), ["Body"] = "会議の名前", ["HeldOn"] = FieldWord.Day("会議の日"), ["AnswersDue"] = FieldWord.Day("質問への回答の期限"), ["ResponsesDue"] = FieldWord.Day("市の対応の期限"),
        ["InternalNote"] = "庁内のメモ", ["Published.By"] = FieldWord.Unsaid, ["Published.AtUtc"] = FieldWord.Moment("公表すると決めた日時"), ["IsSample"] = FieldWord.YesNo("サンプル"),
    });

    public static readonly RecordWords SheetReview = new RecordWords("シートの外部評価", new() { ["ReviewId"] = FieldWord.Record("外部評価"), ["SheetId"] = FieldWord.Record("評価シート") })
        .With(nameof(ReviewQuestion), new("質問", (key, _) => $"質問{key[0]}", new()
        {
            ["Text"] = "質問", ["Asker"] = "質問した人", ["Answer.Text"] = "回答", ["Answer.By"] = FieldWord.Unsaid, ["Answer.AtUtc"] = FieldWord.Unsaid,
        }))
        .With(nameof(ReviewOpinion), new("意見", (key, _) => $"意見{key[0]}", new()
        {
            ["Text"] = "意見", ["Response.Kind"] = FieldWord.Of<ResponseKind>("市の対応", Names.Of), ["Response.Text"] = "市の考え方", ["Response.DoneBy"] = FieldWord.Day("対応の期限"), ["Response.By"] = FieldWord.Unsaid, ["Response.AtUtc"] = FieldWord.Unsaid,
            ["Confirmed.By"] = FieldWord.Unsaid, ["Confirmed.AtUtc"] = FieldWord.Moment("市の対応の確定"), ["Returned.By"] = FieldWord.Unsaid, ["Returned.AtUtc"] = FieldWord.Moment("差し戻し"), ["Returned.Reason"] = "差し戻しの理由",
            ["Progress"] = FieldWord.Of<ResponseProgress>("対応の状況", Names.Of),
        }));

    /// <summary>How far the response to an opinion is.</summary>
    public static (Tone Tone, string Sign, string Words) StateOf(ReviewOpinion opinion) => opinion switch
    {
        { Confirmed: not null } => (Tone.Good, "✓", "確定"),
        { Returned: not null } => (Tone.Warn, "!", "差し戻し"),
        { Response: not null } => (Tone.Info, "▲", "確かめを待っています"),
        _ => (Tone.Info, "…", "案を待っています"),
    };
}
