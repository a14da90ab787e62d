using Shirube.Domain.Surveys;

namespace Shirube.Demonstration;

internal static class OshuSurveys
{
    private const string Paper = "「次期総合計画の策定について」(令和8年4月28日 政策企画部政策企画課)";
    private const string Earlier = "https://www.city.oshu.iwate.jp/soshiki/1/31297.html";

    public static IEnumerable<Survey> All() =>
    [
        Survey.Report("次期総合計画 市民アンケート", "満18歳以上の男女3,000人", new(2025, 9, 17), new(2025, 10, 17), 3000, 1237, 800, 437, null, "有効回収数1,237件(郵送800件、WEB回答437件)、回収率41.2%", Paper),
        Survey.Report("総合計画 市民アンケート(R3)", null, null, null, null, null, null, null, 42.3m, "公開資料にあるのは回収率だけです。", Paper),
        // why: mail went to 1,000 people while web and app were open to all, so a rate over all 536 answers would be false.
        Survey.Report("広報活動に関する市民アンケート", "住民基本台帳から無作為に選んだ18歳以上1,000人、ホームページ、アプリ", new(2022, 5, 25), new(2022, 6, 24), null, 536, 435, 85, null, "有効536件は郵送435件、WEB 85件、アプリ16件。郵送は1,000人に送っています。回収率は郵送についてだけ言えるため、全体の率は示しません。", "https://www.city.oshu.iwate.jp/soshiki/4/54035.html"),
        Survey.Report("総合計画・第2期総合戦略 市民アンケート", "20歳以上から無作為に3,000人", null, null, 3000, 1121, 1121, null, null, "2020年3月27日公表。回収率は回収数から計算したものです。", Earlier),
        Survey.Report("総合計画 市民アンケート(H27)", null, null, null, null, 995, null, null, null, "公開資料にあるのは回収数だけです。", Earlier),
    ];
}
