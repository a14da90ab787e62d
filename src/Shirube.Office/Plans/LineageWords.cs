using Shirube.Domain.Plans;
using Shirube.Domain.Projects;
using Shirube.Office.Common;

namespace Shirube.Office.Plans;

/// <summary>How the change log speaks of what follows what, and why.</summary>
internal static class LineageWords
{
    public static readonly RecordWords Lineage = new RecordWords("現行計画からの引き継ぎ", new()
    {
        ["FromPlanId"] = FieldWord.Record("前の計画"),
        ["FromKey"] = FieldWord.Item("前の計画の項目"),
        ["ToPlanId"] = FieldWord.Record("次の計画"),
        ["EditionId"] = FieldWord.Record("統合や分割をした版"),
        ["Reason"] = "理由",
    })
        .With(nameof(LineageStep), new("引き継ぐ先", (key, _) => $"引き継ぐ先{key[0]}", new() { ["ItemKey"] = FieldWord.Item("項目") }, (values, names) => values.TryGetValue("ItemKey", out var item) ? names.Item(item) : null));

    public static readonly RecordWords ProjectLineage = new RecordWords("事務事業の引き継ぎ", new() { ["FromId"] = FieldWord.Record("前の事務事業"), ["ToPlanId"] = FieldWord.Record("次の計画"), ["Reason"] = "理由" })
        .With(nameof(ProjectLineageStep), new("引き継ぐ事務事業", (key, _) => $"引き継ぐ事務事業{key[0]}", new() { ["ProjectId"] = FieldWord.Record("事務事業") }, (values, names) => values.TryGetValue("ProjectId", out var id) ? names.Of(id) : null));

    public static readonly RecordWords ChangeReason = new("変更の理由", new() { ["EditionId"] = FieldWord.Record("版"), ["ItemKey"] = FieldWord.Item("項目"), ["Text"] = "理由" });
}
