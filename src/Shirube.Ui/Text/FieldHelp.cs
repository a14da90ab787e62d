namespace Shirube.Ui.Text;

/// <summary>One sentence of help for each field of the office that its view gives none: what to write, an example, a limit. By form and field, area by area.</summary>
public static class FieldHelp
{
    private static readonly Dictionary<string, string> Sentences = new(StringComparer.Ordinal)
    {
        // 事務事業
        ["ProjectForm.Name"] = "予算書や評価で使っている名前。300字まで。",
        ["ProjectForm.Department"] = "この事業を受け持つ課。受け持つ課の人が編集できます。",
        ["ProjectForm.Statutory"] = "法律で市が行うと決まっている事業かどうか。",
        ["ProjectForm.LegalBasis"] = "法律、条例、要綱などの名前と条。例 母子保健法第17条の2",
        ["ProjectForm.PeriodKind"] = "毎年続くものは「単年度繰返」、終わりの決まったものは「期間限定複数年度」。",
        ["ProjectForm.InImplementationPlan"] = "実施計画の一覧に出る事業かどうか。",
        ["ProjectForm.InRegionalStrategy"] = "総合戦略の一覧に出る事業かどうか。",
        ["ProjectForm.Outline"] = "何をする事業かを、市民に分かる言葉で。20,000字まで。公表します。",
        ["ProjectForm.Means"] = "昨年度までに行ったやり方。公表します。",
        ["ProjectForm.MeansPlanned"] = "今年度に行うこと。昨年度と同じなら、同じと書きます。公表します。",
        ["ProjectForm.Note"] = "引き継ぎなど、職員どうしで残しておくこと。",
        // 指標
        ["IndicatorForm.Name"] = "何を数えるか。例 放課後児童クラブの登録児童数",
        ["IndicatorForm.Unit"] = "値につける単位。例 人、%、件",
        ["IndicatorForm.Kind"] = "行った量は活動指標、対象の大きさは対象指標、よくなった度合いは成果指標。",
        // 計画
        ["PlanForm.Name"] = "正式な名前。例 第2次奥州市総合計画 後期基本計画",
        ["NewPlanPage.Kind"] = "計画の種類。ぴったりのものがなければ、近いものを選びます。",
        ["ThreeLayersForm.Stem"] = "三つの計画の名前の頭に付きます。例 第3次奥州市総合計画",
        ["ThreeLayersForm.First"] = "総合計画全体と基本構想の期間。例 2027、令和9、R9",
        ["ThreeLayersForm.Last"] = "終わりを決めていなければ空に。",
        ["ThreeLayersForm.BasicFirst"] = "全体と同じなら空に。前期と後期に分けるなら前期の年度を。",
        ["ThreeLayersForm.BasicLast"] = "全体と同じなら空に。例 2031",
        ["ThreeLayersForm.ImplementationFirst"] = "全体と同じなら空に。",
        ["ThreeLayersForm.ImplementationLast"] = "始まりから3年なら空に。例 2029",
        ["ThreeLayersForm.Outlines"] = "1行に1つ。基本構想では「施策の大綱」の下の項目に、基本計画と実施計画では政策になり、三つの層の項目どうしがつながります。あとで足すなら空に。",
        ["ThreeLayersForm.Label"] = "三つの計画のはじめの版の名前。作業中で、公表はされません。例 骨子案、素案",
        ["ItemForm.Title"] = "計画書のとおりの題名。300字まで。",
        ["ItemForm.Body"] = "計画書の本文。見出しは「##」、箇条書きは「-」、表は「|」で書けます。",
        ["NewItemPage.Level"] = "この項目が計画のどの段のものか。",
        ["MoveItemPage.Parent"] = "移した先で、すぐ上になる項目。",
        ["MoveItemPage.Place"] = "同じ段の中で上から何番目か。例 1",
        ["MayoralTermForm.From"] = "就任した日。例 2026-03-19",
        ["MayoralTermForm.To"] = "任期の最後の日。選挙が早まったら、その日に直します。例 2030-03-18",
        ["MayoralTermForm.Note"] = "選挙の日や出典など。公表します。",
        // 入力の依頼
        ["CallForm.Title"] = "受け取る人に分かる題名。100字まで。例 令和7年度の決算額と実績値の入力",
        ["CallForm.Explanation"] = "入力の前に知っておいてほしいこと。依頼の画面に出ます。",
        ["CallForm.Year"] = "金額と実績値を、どの年度について頼むか。例 2025、令和7",
        ["CallForm.Due"] = "入力を終えてほしい日。この日までは「期限内」と数えます。",
        ["CallForm.Class"] = "この区分の事務事業だけに頼むとき。",
        ["CallForm.RunsIn"] = "この年度に行う事務事業だけに頼むとき。期間の分からない事業も入ります。例 2026",
        ["CallDuePage.Due"] = "今日より前の日にもできます。相手の「私の作業」の期限がすぐ変わります。",
        ["CallDuePage.Reason"] = "変更の記録に残ります。例 議会の日程が変わったため",
    };

    public static string? Of(Type? form, string? field) => form is null || field is null ? null : Sentences.GetValueOrDefault($"{form.Name}.{field}") ?? PeopleHelp.Of($"{form.Name}.{field}") ?? LinkHelp.Of($"{form.Name}.{field}");
}
