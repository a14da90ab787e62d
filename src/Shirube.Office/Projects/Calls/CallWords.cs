using Shirube.Domain.Projects;
using Shirube.Office.Common;
using Shirube.Ui.Text;

namespace Shirube.Office.Projects.Calls;

/// <summary>How the change log speaks of calls for entries.</summary>
internal static class CallWords
{
    public static readonly RecordWords EntryCall = new RecordWords("入力の依頼", new()
    {
        ["Key"] = FieldWord.Unsaid,
        ["Title"] = "題名",
        ["Explanation"] = "説明",
        ["Fields"] = new("頼んだ欄", (text, _) => Enum.TryParse<EntryFields>(text, out var fields) ? string.Join("、", fields.Each().Select(Names.Of)) : text),
        ["Year"] = FieldWord.Year("金額・実績値の年度"),
        ["Class"] = "区分",
        ["RunsIn"] = FieldWord.Year("行う年度"),
        ["Due"] = FieldWord.Day("期限"),
        ["IsSample"] = FieldWord.YesNo("サンプル"),
        ["Opened.By"] = FieldWord.Unsaid,
        ["Opened.AtUtc"] = FieldWord.Moment("依頼した日時"),
        ["Closed.By"] = FieldWord.Unsaid,
        ["Closed.AtUtc"] = FieldWord.Moment("締め切った日時"),
    })
        .With(nameof(AskedDepartment), new("頼んだ部課", (key, names) => $"頼んだ部課「{names.Of(key[0])}」", []))
        .With(nameof(NotApplicable), new("該当なし", (key, names) => $"「{names.Of(key[0])}」の該当なし", new() { ["Reason"] = "理由", ["By"] = FieldWord.Unsaid, ["AtUtc"] = FieldWord.Unsaid }));
}
