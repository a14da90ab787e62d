using Shirube.Domain.Common;
using Shirube.Domain.Indicators;

namespace Shirube.Demonstration;

/// <summary>Figures of the municipality itself, each with the place it was taken from. Some stand beside the item they tell about; none is an indicator the plan itself names, and each says so.</summary>
internal static class OshuFigures
{
    private const string PopulationSource = "https://furusato-funding.jp/projects/1490";
    private const string Renewal = "https://www.city.oshu.iwate.jp/soshiki/1/2645.html";
    private const string Review = "https://www.city.oshu.iwate.jp/mayor/kishakaiken/9_1/17510.html";
    private const string FirstTerm = "https://comons.me/iwateken-oshushi/44238689326381882187";

    public static IEnumerable<Indicator> All(OshuPlans plans) =>
        [.. Beside(plans.Concept, "人口減少対策", Population()), .. Beside(plans.Vision, "行財政運営の考え方", Finance()), .. Others()];

    private static Indicator[] Population() =>
    [
        Known("総人口", "人", $"平成27年と令和2年は国勢調査、令和22年(2040年)は国立社会保障・人口問題研究所の推計。出典 {PopulationSource} 、都市モニタリングシート", (2015, 119422), (2020, 112937), (2040, 86231, ActualStatus.Estimated)),
        Known("出生数", "人", $"平成25年(2013年)の1年間。出典 {PopulationSource}", (2013, 869)),
        Known("死亡数", "人", $"平成25年(2013年)の1年間。出典 {PopulationSource}", (2013, 1576)),
        Known("社会減", "人", $"平成25年(2013年)の1年間に、転出が転入を上回った人数。出典 {PopulationSource}", (2013, 325)),
    ];

    private static Indicator[] Finance() =>
    [
        Known("一般会計の当初予算額", "億円", "令和8年度は骨格予算。出典 平成27年度 https://www.city.oshu.iwate.jp/gikai/shigikaidayori/sigikaidayoribacknumber/10/5309.html 平成29年度 http://www.iwanichi.co.jp/tankou/21846.html 令和7・8年度 https://tanko.co.jp/?p=5489", (2015, 593.553m), (2017, 578.646m), (2025, 662.07m), (2026, 644.5m)),
        Known("財政調整基金の残高", "億円", $"令和6年度決算。出典 {Review}", (2024, 84)),
        Known("将来負担比率", "%", $"令和6年度決算。出典 {Review}", (2024, 28.1m)),
    ];

    private static Indicator[] Others() =>
    [
        Known("選挙人名簿登録者数", "人", "令和4年2月26日現在。出典 https://www.iwanichi.co.jp/2022/02/28/7363753/", (2021, 97272)),
        Known("総合戦略(第1期)のKPIの数", "項目", $"第1期(平成27年度から令和元年度まで)全体。出典 {FirstTerm}", (2019, 42)),
        Known("総合戦略(第1期)で目標を達成したKPI", "項目", $"第1期(平成27年度から令和元年度まで)の結果。達成しなかったKPIは16項目。出典 {FirstTerm}", (2019, 26)),
        Known("新市建設計画の実施計画の事業数", "事業", $"平成26年度。ルール内計画46事業、ルール外計画18事業、追加計画28事業。出典 {Renewal}", (2014, 92)),
        Known("新市建設計画の実施計画の総事業費", "億円", $"平成26年度。出典 {Renewal}", (2014, 67.8m)),
    ];

    private static Indicator[] Beside(PlanDraft draft, string title, Indicator[] indicators)
    {
        foreach (var (indicator, place) in indicators.Select((n, i) => (n, i + 1)))
            indicator.UseFor(draft.Plan.Id, draft.Titled(title).Key, place);
        return indicators;
    }

    private static Indicator Known(string name, string unit, string definition, params Reading[] readings)
    {
        var indicator = Indicator.Define(name, unit, IndicatorKind.Population, $"市の姿を示す参考の数値です。計画が定めた指標ではありません。{definition}");
        foreach (var reading in readings)
            indicator.Measure(new(reading.Year), reading.Value, reading.Status);
        return indicator;
    }

    private readonly record struct Reading(int Year, decimal Value, ActualStatus Status)
    {
        public static implicit operator Reading((int Year, decimal Value) known) => new(known.Year, known.Value, ActualStatus.Final);
        public static implicit operator Reading((int Year, decimal Value, ActualStatus Status) known) => new(known.Year, known.Value, known.Status);
    }
}
