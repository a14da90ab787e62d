using Shirube.Office.Common;

namespace Shirube.Office.Surveys;

/// <summary>How the change log speaks of surveys.</summary>
internal static class SurveyWords
{
    public static readonly RecordWords Survey = new("アンケート", new()
    {
        ["Key"] = FieldWord.Unsaid,
        ["Name"] = "名前",
        ["Population"] = "対象",
        ["From"] = FieldWord.Day("始まり"),
        ["To"] = FieldWord.Day("終わり"),
        ["Sent"] = FieldWord.Number("配った数"),
        ["Valid"] = FieldWord.Number("有効な回答"),
        ["ByMail"] = FieldWord.Number("郵送の回答"),
        ["ByWeb"] = FieldWord.Number("ウェブの回答"),
        ["StatedRate"] = FieldWord.Number("公表された回収率"),
        ["Note"] = "メモ",
        ["Source"] = "出典",
    });
}
