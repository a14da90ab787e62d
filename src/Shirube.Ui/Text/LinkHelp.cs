namespace Shirube.Ui.Text;

/// <summary>The help beside the fields of links: other plans, goals of the SDGs, initiatives, partners.</summary>
internal static class LinkHelp
{
    private static readonly Dictionary<string, string> Sentences = new(StringComparer.Ordinal)
    {
        ["LinkForm.Other"] = "総合戦略の基本目標や、分野別計画の施策など。どの計画の項目かは、選択肢の見出しに出ています。",
        ["LinkForm.Note"] = "どうつながるかを、ひとことで。公表します。500字まで。",
        ["LinkNoteForm.Note"] = "どうつながるかを、ひとことで。公表します。500字まで。",
        ["GoalForm.Goal"] = "SDGsの17の目標のうち、関わりのあるもの。いくつもあるときは、1つずつ加えます。",
        ["GoalForm.Target"] = "目標の下のターゲットまで言えるとき。例 11.5、13.a。分からなければ空に。",
        ["GoalForm.Strength"] = "その目標がねらいの中心なら「主に」、ほかのねらいとともに役立つなら「関連して」。",
        ["GoalForm.Reason"] = "なぜその目標に役立つかを、市民に分かる言葉で。公表します。1,000字まで。",
        ["NewInitiativePage.Plan"] = "この重点プロジェクトを掲げる計画。あとから変えられません。",
        ["InitiativeForm.Name"] = "計画に書いたとおりの名前。200字まで。公表します。",
        ["InitiativeForm.Words"] = "何をめざすものかを、市民に分かる言葉で。公表します。5,000字まで。",
        ["InitiativeForm.Order"] = "同じ計画の中で上から何番目に出すか。例 1",
        ["OwnGoalSetForm.Name"] = "市独自の目標のまとまりの名前。100字まで。公表します。",
        ["OwnGoalSetForm.Words"] = "何のためにつくったかを、市民に分かる言葉で。公表します。5,000字まで。",
        ["OwnGoalSetForm.Source"] = "どの資料によるか。アドレスも書けます。公表します。",
        ["OwnGoalForm.Name"] = "目標の名前。100字まで。公表します。",
        ["OwnGoalForm.Words"] = "どんな目標かを、市民に分かる言葉で。公表します。2,000字まで。",
        ["OwnGoalForm.Order"] = "上から何番目に出すか。例 1",
        ["PartnerForm.Who"] = "団体や会社の、公表してよい名前。個人の名前は書きません。200字まで。",
        ["PartnerForm.Kind"] = "市民の集まりは「市民」、自治会などは「地域」、会社や商店は「事業者」。",
        ["PartnerForm.What"] = "何をしているかを、市民に分かる言葉で。公表します。2,000字まで。",
        ["PartnerForm.First"] = "いつからか。例 2024、令和6",
        ["PartnerForm.Last"] = "いつまでか。続いているなら空に。例 2026",
        ["PartnerForm.Goal"] = "どの目標のための活動か。計画の項目だけを選んでもかまいません。",
        ["PartnerForm.Item"] = "どの項目のための活動か。公表していない項目は、公表のときに外れます。",
        ["PartnerForm.Contact"] = "市が連絡するときの担当の方の名前と電話。庁内だけで使い、公表しません。500字まで。",
    };

    public static string? Of(string field) => Sentences.GetValueOrDefault(field);
}
