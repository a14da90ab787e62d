using Shirube.Domain.Organization;
using Shirube.Office.Common;

namespace Shirube.Office.Organization;

/// <summary>How the change log speaks of transfers of people and of reorganizations.</summary>
internal static class ReorganizationWords
{
    public static readonly RecordWords Transfer = new RecordWords("人事異動", new()
    {
        ["Key"] = FieldWord.Unsaid,
        ["FileName"] = "ファイル",
        ["Effective"] = FieldWord.Day("発令日"),
        ["By"] = FieldWord.Unsaid,
        ["AtUtc"] = FieldWord.Moment("読み取った日時"),
        ["RowsJson"] = FieldWord.Unsaid,
        ["Taking.By"] = FieldWord.Unsaid,
        ["Taking.AtUtc"] = FieldWord.Moment("取り込んだ日時"),
        ["Reversal.By"] = FieldWord.Unsaid,
        ["Reversal.AtUtc"] = FieldWord.Moment("取り消した日時"),
    })
        .With(nameof(TransferStep), new("異動した役割", (key, _) => $"異動{key[0]}", new() { ["Kind"] = FieldWord.Of<TransferStepKind>("の内容", k => k == TransferStepKind.Begun ? "役割の始まり" : "役割の終わり"), ["PersonId"] = FieldWord.Record("の職員"), ["PostId"] = FieldWord.Unsaid, ["Before"] = FieldWord.Day("の前の最後の日"), ["WasMain"] = FieldWord.YesNo("は本務だったか") }));

    public static readonly RecordWords Reorganization = new RecordWords("機構改革", new()
    {
        ["Key"] = FieldWord.Unsaid,
        ["Year"] = FieldWord.Year("年度"),
        ["Reason"] = "名前",
        ["Carrying.By"] = FieldWord.Unsaid,
        ["Carrying.AtUtc"] = FieldWord.Moment("実行した日時"),
        ["Reversal.By"] = FieldWord.Unsaid,
        ["Reversal.AtUtc"] = FieldWord.Moment("取り消した日時"),
    })
        .With(nameof(PlannedDepartment), new("新しい部課", (_, _) => "新しい部課", new() { ["Order"] = FieldWord.Unsaid, ["Name"] = "の名前", ["Code"] = "のコード", ["ParentId"] = FieldWord.Record("の上位の部課") }))
        .With(nameof(Predecessor), new("前身の部課", (key, names) => $"前身の部課「{names.Of(key[0])}」", new() { ["Continues"] = FieldWord.YesNo("は残るか") }))
        .With(nameof(Succession), new("後継", (key, names) => $"「{names.Of(key[0])}」の後継「{names.Of(key[1])}」", []))
        .With(nameof(ReorganizationChoice), new("行き先", (key, names) => $"「{names.Of(key[0])}」の行き先", new() { ["DepartmentId"] = FieldWord.Record("") }))
        .With(nameof(ReorganizationEffect), new("実行した内容", (key, _) => $"実行{key[0]}", new() { ["Kind"] = FieldWord.Of<EffectKind>("の内容", Effect), ["Subject"] = FieldWord.Unsaid, ["Made"] = FieldWord.Unsaid, ["Before"] = FieldWord.Unsaid, ["BeforeDay"] = FieldWord.Day("の前の最後の日") }));

    private static string Effect(EffectKind kind) => kind switch
    {
        EffectKind.DepartmentEstablished => "部課の設置",
        EffectKind.DepartmentAbolished => "部課の廃止",
        EffectKind.DepartmentMoved => "部課の移動",
        EffectKind.ProjectHanded => "事務事業の引き渡し",
        EffectKind.PostFollowed => "役割の引き継ぎ",
        EffectKind.ViewFollowed => "ビューの条件の付け替え",
        EffectKind.CallFollowed => "入力の依頼先の追加",
        _ => "役割の付け替え",
    };
}
