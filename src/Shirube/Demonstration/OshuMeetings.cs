using Shirube.Domain.Deliberation;

namespace Shirube.Demonstration;

/// <summary>Meetings that public papers tell of; a month without a day stays without one.</summary>
internal static class OshuMeetings
{
    private const string Paper = "「次期総合計画の策定について」(令和8年4月28日 政策企画部政策企画課)";
    private const string Council = "総合計画審議会";
    private const string Assembly = "市議会";
    private const string Committee = "総合計画策定委員会";
    private const string Workshop = "ワークショップ";
    private const string City = "https://www.city.oshu.iwate.jp";

    public static IEnumerable<Meeting> All() => [.. Earlier(), .. Formulation()];

    private static IEnumerable<Meeting> Formulation() =>
    [
        Meeting.Hold("総合計画審議会①", Council, 2025, 5, null, "外部委員", null, Paper),
        Meeting.Hold("職員研修会", "職員研修会", 2025, 5, null, null, null, Paper),
        Meeting.Hold("市議会市政調査会", Assembly, 2025, 6, null, null, null, Paper),
        Meeting.Hold("総合計画策定委員会①", Committee, 2025, 7, null, "庁内委員", null, Paper),
        Meeting.Hold("総合計画審議会②", Council, 2025, 7, null, "外部委員", null, Paper),
        Meeting.Hold("総合計画審議会③", Council, 2025, 8, null, "外部委員", null, Paper),
        Meeting.Hold("議会全員協議会①", Assembly, 2025, 8, null, null, null, Paper),
        Meeting.Hold("総合計画策定委員会②", Committee, 2025, 9, null, "庁内委員", null, Paper),
        Meeting.Hold("総合計画審議会④", Council, 2025, 9, null, "外部委員", null, Paper),
        Meeting.Hold("議会全員協議会②", Assembly, 2025, 10, null, null, null, Paper),
        Meeting.Hold("庁議", "庁議", 2025, 10, null, null, "次期総合計画策定方針を決定", Paper),
        Meeting.Hold("施策評価(中間年)の実施", "現行計画の総括", 2025, 11, null, null, "令和7年11月から令和8年2月まで", Paper),
    ];

    private static IEnumerable<Meeting> Earlier() =>
    [
        Meeting.Hold("奥州市総合計画審議会", Council, 2016, 10, 26, "委員35人", "基本構想の骨子案を了承。2つの戦略プロジェクトと6つの大綱", "http://ilc.tankonews.jp/modules/d3blog/details.php?bid=517&date=201610"),
        Meeting.Hold("R3 TNGR(つながる)", Workshop, 2021, 7, 15, "25人(男16人、女9人、平均34.7歳)", "4班は総合戦略の4つの基本目標。市議8人、審議会委員1人、団体2人が傍聴", $"{City}/gyosei/seisaku_keikaku/3/9007.html"),
        Meeting.Hold("市政懇談会(後期基本計画中間案)", "市政懇談会", 2021, 10, 1, "市内5会場とオンライン", "10月1日から8日まで。中間案の説明と意見聴取", $"{City}/gyosei/koho_kocho/5/8863.html"),
        Meeting.Hold("R4 TNGR 第1回", Workshop, 2022, 8, null, "21人(年間)", "方策出し", "https://www.iwanichi.co.jp/2022/09/30/8775111"),
        Meeting.Hold("R4 TNGR 第2回", Workshop, 2022, 9, 29, "18人(企業11人、アカデミー4人、市3人)", "絞り込み、優先順位、実施時期", $"{City}/gyosei/seisaku_keikaku/3/9005.html"),
        Meeting.Hold("R4 TNGR 第3回", Workshop, 2022, 10, 19, null, "ワールドカフェ。集約シート(5W2H)", $"{City}/gyosei/seisaku_keikaku/3/9004.html"),
        Meeting.Hold("R4 TNGR 全体会", Workshop, 2023, 3, 1, "14人", "事業化に向けた意見交換", $"{City}/gyosei/seisaku_keikaku/3/9003.html"),
        Meeting.Hold("R6 TNGR 第1回", Workshop, 2024, 8, 7, "5班", "テーマ2件", $"{City}/soshiki/4/1012/7/1/14042.html"),
        Meeting.Hold("R6 TNGR 第2回", Workshop, 2024, 8, 21, null, "5W2Hで整理し、企画と提言に分ける", $"{City}/soshiki/4/1012/7/1/14109.html"),
        Meeting.Hold("R6 TNGR 全体会", Workshop, 2024, 9, 2, null, "企画と提言の発表", $"{City}/soshiki/4/1012/7/1/14109.html"),
    ];
}
