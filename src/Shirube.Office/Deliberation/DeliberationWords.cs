using Shirube.Office.Common;

namespace Shirube.Office.Deliberation;

/// <summary>How the change log speaks of meetings.</summary>
internal static class DeliberationWords
{
    public static readonly RecordWords Meeting = new("会議", new()
    {
        ["Name"] = "名前",
        ["Body"] = "会議体",
        ["Year"] = "年",
        ["Month"] = "月",
        ["Day"] = "日",
        ["Participants"] = "参加者",
        ["Note"] = "メモ",
        ["Source"] = "出典",
    });
}
