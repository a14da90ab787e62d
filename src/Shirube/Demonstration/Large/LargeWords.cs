using Shirube.Domain.Projects;

namespace Shirube.Demonstration;

/// <summary>The words of the i-th invented project; the first three thousand differ in name.</summary>
internal sealed class LargeWords(int i)
{
    private static readonly string[] Districts = ["", "北部", "南部"];

    private static readonly string[] Subjects =
    [
        "子育て相談", "産後ケア", "保育所", "放課後児童", "小学校", "中学校", "図書館", "公民館", "スポーツ", "文化財",
        "高齢者見守り", "介護予防", "障がい者就労", "健康診査", "予防接種", "救急医療", "生活困窮者", "消費生活", "防犯灯", "交通安全",
        "水田農業", "園芸産地", "畜産", "森林整備", "有害鳥獣", "商店街", "企業立地", "創業", "観光案内", "移住定住",
        "道路", "橋りょう", "公園", "空き家", "下水道", "ごみ減量", "再生可能エネルギー", "消防団", "自主防災", "窓口デジタル化",
    ];

    private static readonly string[] Deeds =
    [
        "支援事業", "整備事業", "推進事業", "補助事業", "管理運営事業", "維持補修事業", "普及啓発事業", "人材育成事業", "調査事業", "連携事業",
        "体験事業", "相談事業", "助成事業", "改修事業", "更新事業", "活性化事業", "広報事業", "研修事業", "負担金事業", "交流事業",
        "応援事業", "対策事業", "計画策定事業", "ネットワーク事業", "環境改善事業",
    ];

    private readonly string subject = Subjects[i % Subjects.Length];
    private readonly string deed = Deeds[i / Subjects.Length % Deeds.Length];

    public string Name => $"{Districts[i / (Subjects.Length * Deeds.Length) % Districts.Length]}{subject}{deed}";
    public string Outcome => $"{subject}に満足している市民の割合";
    public string Activity => $"{subject}の実施件数";

    public ProjectText Text => new(
        $"{subject}について、{deed}として必要な取組を行います。市民の声を聞きながら、関係する団体や近くの市町村と力を合わせて進めます。(サンプル)",
        $"{subject}の現状を調べ、対象となる方に案内を送り、相談と申込みを受け付けます。受付のあと、審査と交付、実施、実績の確認を行い、年度の終わりに成果をまとめて公表します。委託できる部分は民間の力を活かします。(サンプル)",
        $"案内の方法を見直し、申込みをオンラインでもできるようにします。{subject}の担い手を増やすための研修を年に3回行います。(サンプル)",
        $"{subject}を必要とする市民(サンプル)",
        $"{subject}がいつでも使えて、安心して暮らせる(サンプル)",
        $"{subject}に満足している市民が増える(サンプル)");
}
