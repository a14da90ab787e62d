using Shirube.Domain.Links;
using Shirube.Office.Common;
using Shirube.Ui.Text;

namespace Shirube.Office.Links;

/// <summary>How the change log speaks of the activities of partners.</summary>
internal static class PartnerActivityWords
{
    public static readonly RecordWords PartnerActivity = new("連携・支援", new()
    {
        ["Key"] = FieldWord.Unsaid,
        ["Who"] = "だれが",
        ["Kind"] = FieldWord.Of<PartnerKind>("種類", Names.Of),
        ["What"] = "内容",
        ["First"] = FieldWord.Year("始まりの年度"),
        ["Last"] = FieldWord.Year("終わりの年度"),
        ["Goal"] = LinkWords.Goal("目標"),
        ["PlanId"] = FieldWord.Record("計画"),
        ["ItemKey"] = LinkWords.Item("項目"),
        ["InternalContact"] = "連絡先",
        ["IsSample"] = FieldWord.YesNo("サンプル"),
    });
}
