using Shirube.Domain.Plans;

namespace Shirube.Demonstration;

/// <summary>Words of the outline of 奥州市's long-term vision, with meanings invented for the demonstration.</summary>
internal static class OshuGlossary
{
    public static IEnumerable<GlossaryTerm> All() =>
    [
        Invented("脱炭素社会", "だつたんそしゃかい", "二酸化炭素などの排出を減らし、吸収する量と釣り合わせる社会のことです。"),
        Invented("共生社会", "きょうせいしゃかい", "年齢、障がい、国籍などの違いにかかわらず、だれもが支え合って暮らす社会のことです。"),
        Invented("経営資源", "けいえいしげん", "市の仕事に使える人、物、お金のことです。"),
        Invented("行政サービス", "ぎょうせいサービス", "窓口、道路、福祉など、市が市民のために行う仕事のことです。"),
        Invented("評価", "ひょうか", "行ったことの結果を確かめ、次に生かすことです。"),
    ];

    private static GlossaryTerm Invented(string name, string reading, string meaning) => GlossaryTerm.Explain(name, reading, Sample.Mark(meaning), null, isSample: true);
}
