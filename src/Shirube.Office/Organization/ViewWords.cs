using Shirube.Domain.Organization;
using Shirube.Office.Common;

namespace Shirube.Office.Organization;

/// <summary>How the change log speaks of views.</summary>
internal static class ViewWords
{
    public static readonly RecordWords SavedView = new RecordWords("ビュー", new()
    {
        ["Key"] = FieldWord.Unsaid,
        ["List"] = FieldWord.Unsaid,
        ["Name"] = "名前",
        ["Description"] = "説明",
        ["Address"] = "条件と列",
        ["OwnerId"] = FieldWord.Record("持ち主"),
        ["Audience"] = FieldWord.Of<Audience>("使える人", a => a switch { Audience.Owner => "自分だけ", Audience.Department => "部課の人", _ => "全員" }),
        ["DepartmentId"] = FieldWord.Record("使える部課"),
    }).With(nameof(ViewStart), new("はじめに開くビュー", (_, _) => "はじめに開くビュー", new() { ["PersonId"] = FieldWord.Record("はじめに開く人") }));
}
