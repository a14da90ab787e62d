using Shirube.Domain.Common;
using Shirube.Domain.Indicators;
using Shirube.Office.Lists;
using Shirube.Office.Lists.Bulk;
using Shirube.Ui.Text;

namespace Shirube.Office.Indicators;

/// <summary>The fields of indicators that are set for many at once.</summary>
internal static class IndicatorBulk
{
    public static IReadOnlyList<BulkField<Indicator>> Fields(ListSetting setting, IReadOnlyList<string> units) =>
    [
        new("kind", "種類", i => Names.Of(i.Kind), (i, v) => i.Describe(i.Name, i.Unit, Enum.TryParse<IndicatorKind>(v.Text, out var kind) ? kind : i.Kind, i.Definition)) { Choices = IndicatorForm.Kinds, IsRequired = true },
        new("unit", "単位", i => i.Unit, (i, v) => i.Describe(i.Name, v.Text, i.Kind, i.Definition)) { Suggestions = units, Hint = "例 人、件、%。空にすると、単位のない指標になります。値は変わりません。" },
        new("definition", "定義", i => i.Definition, (i, v) => i.Describe(i.Name, i.Unit, i.Kind, v.Text)) { Hint = "何をどう数えるか、どこから数字を得るか。市民にも公表されます。空にすると、定義を消します。" },
        new("status", "実績の状態", (i, v) => ActualIn(i, v.From ?? setting.Year)?.Status is { } status ? Names.Of(status) : null, Settle)
        {
            Choices = IndicatorForm.Statuses, IsRequired = true, Year = ("どの年度の実績か", "例 2025、令和7"), Hint = "値は変わりません。実績が空の指標は「未把握」か「該当なし」にできます。",
        },
    ];

    private static Actual? ActualIn(Indicator indicator, FiscalYear year) => indicator.Actuals.FirstOrDefault(a => a.FiscalYear == year);

    private static void Settle(Indicator indicator, BulkValue value)
    {
        var year = value.From ?? throw new RefusalException(Refusals.YearUnreadable(""));
        var there = ActualIn(indicator, year);
        var status = Enum.TryParse<ActualStatus>(value.Text, out var chosen) ? chosen : throw new RefusalException(Refusals.ActualStatusMismatch);
        indicator.Measure(year, there?.Value, status, there?.AsWritten);
    }
}
