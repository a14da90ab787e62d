using Shirube.Domain.Organization;

namespace Shirube.Demonstration;

internal static class OshuTerms
{
    private const string Source = "出典 https://www.city.oshu.iwate.jp/site/mayor/ https://www.iwanichi.co.jp/2022/03/07/7413454/ https://tanko.co.jp/?p=5744";

    public static IEnumerable<MayoralTerm> All() =>
    [
        MayoralTerm.Of(new(2018, 3, 19), new(2022, 3, 18), $"2018年3月4日執行の選挙による任期。{Source}"),
        MayoralTerm.Of(new(2022, 3, 19), new(2026, 3, 18), $"2022年3月6日執行の選挙による任期。{Source}"),
        MayoralTerm.Of(new(2026, 3, 19), new(2030, 3, 18), $"2026年3月8日執行の選挙による任期。終わりの日は4年の任期から計算したものです。{Source}"),
    ];
}
