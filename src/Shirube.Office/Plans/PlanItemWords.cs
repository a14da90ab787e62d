using Shirube.Office.Common;

namespace Shirube.Office.Plans;

/// <summary>How the change log speaks of the items of plans.</summary>
internal static class PlanItemWords
{
    public static readonly RecordWords PlanItem = new("計画の項目", new()
    {
        ["EditionId"] = FieldWord.Unsaid,
        ["Key"] = FieldWord.Unsaid,
        ["LevelId"] = FieldWord.Record("階層"),
        ["ParentId"] = FieldWord.Record("上位の項目"),
        ["Order"] = "並び順",
        ["Code"] = "番号",
        ["Title"] = "題名",
        ["PlainTitle"] = "わかりやすい題名",
        ["Body"] = "本文",
        ["IsSample"] = FieldWord.YesNo("サンプル"),
    });
}
