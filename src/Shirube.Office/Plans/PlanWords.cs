using Shirube.Domain.Plans;
using Shirube.Office.Common;
using Shirube.Ui.Text;

namespace Shirube.Office.Plans;

/// <summary>How the change log speaks of plans, editions and items.</summary>
internal static class PlanWords
{
    public static readonly RecordWords Plan = new RecordWords("計画", new()
    {
        ["Key"] = FieldWord.Unsaid,
        ["Kind"] = FieldWord.Of<PlanKind>("種類", Names.Of),
        ["Name"] = "名前",
        ["First"] = FieldWord.Year("始まりの年度"),
        ["Last"] = FieldWord.Year("終わりの年度"),
        ["PeriodNote"] = "期間の言葉",
        ["LegalBasis"] = "根拠",
        ["Summary"] = "概要",
        ["Source"] = "出典",
        ["PredecessorId"] = FieldWord.Record("前の計画"),
        ["ShownId"] = FieldWord.Record("庁内で使う版"),
    })
        .With(nameof(Level), new("階層", (key, names) => "階層", new() { ["PlanId"] = FieldWord.Unsaid, ["Order"] = "順", ["Name"] = "名前", ["CarriesProjects"] = FieldWord.YesNo("事務事業を置けるか"), ["Numbering"] = FieldWord.Of<Numbering>("番号の付け方", Names.Of) }));

    public static readonly RecordWords Edition = new("版", new()
    {
        ["PlanId"] = FieldWord.Unsaid,
        ["Key"] = FieldWord.Unsaid,
        ["Label"] = "版の名前",
        ["Kind"] = FieldWord.Of<EditionKind>("版の種類", Names.Of),
        ["BasisId"] = FieldWord.Record("もとの版"),
        ["Alternatives"] = FieldWord.Unsaid,
        ["Takeover.By"] = FieldWord.Unsaid,
        ["Takeover.AtUtc"] = FieldWord.Moment("引き継いだ日時"),
        ["Opening.By"] = FieldWord.Unsaid,
        ["Opening.AtUtc"] = FieldWord.Moment("公開の手続きに入れた日時"),
        ["Decision.Body"] = "決定した会議や機関",
        ["Decision.Day"] = FieldWord.Day("決定した日"),
        ["Decision.Number"] = "決定の番号",
        ["Decision.By"] = FieldWord.Unsaid,
        ["Decision.AtUtc"] = FieldWord.Moment("決定を記録した日時"),
        ["Enforcement.From"] = FieldWord.Day("施行する日"),
        ["Enforcement.By"] = FieldWord.Unsaid,
        ["Enforcement.AtUtc"] = FieldWord.Moment("施行を記録した日時"),
        ["Supersession.By"] = FieldWord.Unsaid,
        ["Supersession.AtUtc"] = FieldWord.Moment("あとの版に替わった日時"),
        ["Retirement.By"] = FieldWord.Unsaid,
        ["Retirement.AtUtc"] = FieldWord.Moment("別の案が決定された日時"),
    });

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
