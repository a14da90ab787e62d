namespace Shirube.Domain.Common;

public static partial class Refusals
{
    public static Refusal LevelNameTaken(string name) => new("level-name-taken", $"階層「{name}」はすでにあります。", "別の名前にしてください。");

    public static Refusal LevelHasItems(string name, int count) => new("level-has-items", $"階層「{name}」には{count:#,0}件の項目があるため、なくせません。", "先に、すべての版で、その項目をほかの階層へ移すか削除してください。");

    public static readonly Refusal LevelsOvertaken = new("levels-overtaken", "ほかの人が先に計画を変えたため、階層を変えていません。", "いまの階層を確かめて、もう一度変えてください。");

    public static Refusal LevelsStand(string name, string above, int count) => new("levels-stand", $"階層「{name}」には、階層「{above}」の下に置かれた項目が{count:#,0}件あるため、この順にできません。", $"先に、すべての版で、その項目を「{above}」の下から移すか削除してください。");

    public static Refusal LevelStandsOnTop(string name, string top, int count) => new("level-stands-on-top", $"階層「{name}」には、いちばん上に置かれた項目が{count:#,0}件あるため、階層「{top}」をその上にできません。", "先に、すべての版で、その項目を削除するか、いちばん上の階層はこのままにしてください。");

    public static Refusal PeriodCutsTerm(string name) => new("period-cuts-term", $"期「{name}」が計画の期間からはみ出します。", "先に期を直すか、計画の期間を確かめてください。");

    public static Refusal PeriodCutsReview(FiscalYear year) => new("period-cuts-review", $"{year.Era}末の見直しの判断が計画の期間からはみ出します。", "先に見直しの判断を取りやめるか、計画の期間を確かめてください。");

    public static Refusal TermOutsidePeriod(string name, FiscalYear first, FiscalYear? last) =>
        new("term-outside-period", $"期「{name}」が計画の期間({first.Era}から{last?.Era ?? "終わりは未定"})の外に出ています。", "計画の期間に入る年度にしてください。");

    public static Refusal LayerOutsidePeriod(string layer, FiscalYear first, FiscalYear? last) =>
        new("layer-outside-period", $"{layer}の期間が、総合計画の期間({first.Era}から{last?.Era ?? "終わりは未定"})の外に出ています。", "総合計画の期間に入る年度にするか、総合計画の期間を確かめてください。");

    public static Refusal TermsOverlap(string name, string other) => new("terms-overlap", $"期「{name}」が期「{other}」と重なっています。", "年度が重ならないようにしてください。");

    public static Refusal TermsThere => new("terms-there", "期がもうあるため、等分できません。", "先にいまの期を削除するか、期を1つずつ直してください。");

    public static Refusal PeriodOpen => new("period-open", "計画の終わりの年度が決まっていないため、等分できません。", "期を1つずつ加えるか、計画の終わりの年度を入力してください。");

    public static Refusal TermLength(int years) => new("term-length", $"1つの期を{years}年にはできません。", "1年以上で、計画の期間より短い年数を入力してください。");

    public static Refusal TermUnknown => new("term-unknown", "選んだ期が見つかりません。", "計画の期の一覧から選び直してください。");

    public static Refusal ReviewOutsidePeriod(FiscalYear year) => new("review-outside-period", $"{year.Era}は計画の期間に入っていません。", "計画の期間に入る年度にしてください。");

    public static Refusal ReviewThere(FiscalYear year) => new("review-there", $"{year.Era}末の見直しの判断は、もうあります。", "別の年度にするか、いまあるものを使ってください。");

    public static Refusal ReviewReasonMissing(FiscalYear year) => new("review-reason-missing", $"{year.Era}末は期の終わりではないのに、見直しを判断する理由が空です。", "なぜこの年度に判断するのかを入力してください。");

    public static Refusal ReviewDecided(FiscalYear year) => new("review-decided", $"{year.Era}末の見直しの判断には、もう結果が記録されています。", "改めるには、先に結果の記録を取り消してください。");

    public static Refusal ReviewResultMissing => new("review-result-missing", "見直しの判断の結果が選ばれていません。", "計画を続けるか改めるかを選んでください。");

    public static Refusal ReviewUndecided(FiscalYear year) => new("review-undecided", $"{year.Era}末の見直しの判断には、まだ結果がありません。", "判断の結果を記録してください。");

    public static Refusal LevelCarries(string name, string what, int count) => new("level-carries", $"階層「{name}」の項目には{what}が{count:#,0}件あるため、載せないことにできません。", $"先に、すべての版で、その{what}をほかの階層の項目へ移すか削除してください。");

    public static Refusal ItemCarriesNoBody(string title) => new("item-carries-no-body", $"「{title}」の階層には本文を載せません。", "本文を空にするか、計画の編集で、この階層に本文を載せることにしてください。");

    public static Refusal ItemCarriesNoIndicators(string title) => new("item-carries-no-indicators", $"「{title}」の階層には指標を載せません。", "指標を載せる階層の項目を選ぶか、計画の編集で、この階層に指標を載せることにしてください。");

    public static Refusal LastLevel => new("last-level", "階層が1つだけなので、なくせません。", "計画には階層が1つはいります。");

    public static Refusal EditionOpened(string label) => new("edition-opened", $"版「{label}」は公開の手続きに入っているため、変更できません。", "変更するには、先に版を作業中に戻してください。");

    public static Refusal EditionOfAnotherPlan(string label, string name) => new("edition-of-another-plan", $"版「{label}」は「{name}」のものではありません。", "同じ計画の版を選んでください。");

    public static Refusal EditionRetired(string label) => new("edition-retired", $"版「{label}」は、別の案が決定されたため、読むことだけができます。", "内容を使うには、この版を写して新しい版をつくってください。");

    public static Refusal EditionSuperseded(string label) => new("edition-superseded", $"版「{label}」は、あとの版に替わったため、読むことだけができます。", "内容を使うには、この版を写して新しい版をつくってください。");

    public static Refusal EditionDecided(string label) => new("edition-decided", $"版「{label}」は決定されているため、変更できません。", "改めるには、この版を写して新しい版をつくってください。");

    public static Refusal EditionUndecided(string label) => new("edition-undecided", $"版「{label}」はまだ決定されていません。", "先に、いつどこで決定したかを記録してください。");

    public static Refusal EditionInForce(string label) => new("edition-in-force", $"版「{label}」は施行されています。", "改めるには、この版を写して新しい版をつくってください。");

    public static Refusal AlternativeSettled(string label) => new("alternative-settled", $"版「{label}」は、もう決まった版なので、別案を並べられません。", "作業中の版を選んでください。");

    public static Refusal DecisionAhead => new("decision-ahead", "決定の日が、きょうよりあとになっています。", "決定した日を入力してください。");

    public static Refusal EnforcedBeforeDecided(string label) => new("enforced-before-decided", $"版「{label}」の施行日が、決定の日より前になっています。", "決定の日か、それよりあとの日を入力してください。");

    public static Refusal SuccessorMissing => new("successor-missing", "引き継ぐ先の項目が選ばれていません。", "次の計画の項目を1つ以上選ぶか、「引き継がない」を選んでください。");

    public static Refusal DropReasonMissing => new("drop-reason-missing", "引き継がない理由が空です。", "なぜ次の計画に引き継がないのかを入力してください。");

    public static Refusal SucceedsItself(string name) => new("succeeds-itself", $"計画「{name}」を、自分の前の計画にはできません。", "別の計画を選んでください。");

    public static Refusal SucceedsSuccessor(string name, string other) => new("succeeds-successor", $"計画「{other}」は「{name}」のあとの計画なので、前の計画にはできません。", "別の計画を選んでください。");

    public static Refusal PlanUnknown => new("plan-unknown", "選んだ計画が見つかりません。", "一覧から選び直してください。");

    public static Refusal EditionUnknown => new("edition-unknown", "選んだ版が見つかりません。", "版の一覧から選び直してください。");

    public static Refusal DocumentUnknown(string kind, IReadOnlyList<string> known) => new("document-unknown", $"「{kind}」という文書はつくれません。", $"つくれるのは {string.Join("、", known)} です。");

    public static Refusal DocumentFormatUnknown(string file, IReadOnlyList<string> known) => new("document-format-unknown", $"「{file}」の形の文書はつくれません。", $"ファイルの名前の終わりを {string.Join("、", known)} のどれかにしてください。");

    public static Refusal TextTooLong(string what, int limit, int length) => new("text-too-long", $"{what}が{length:#,0}字あります。{limit:#,0}字までです。", "短くしてから保存してください。");

    public static Refusal ItemLevelMismatch(string level, string? parent) =>
        new("item-level-mismatch", $"階層「{level}」の項目は{(parent is null ? "いちばん上" : $"「{parent}」の下")}に置けません。", "上位の階層の項目を選んでください。");

    public static Refusal ItemCycle(string title) => new("item-cycle", $"「{title}」を、その下にある項目の下へ移すことはできません。", "別の場所を選んでください。");

    public static Refusal ItemHasChildren(string title, int count) => new("item-has-children", $"「{title}」の下に{count}件の項目があるため、削除できません。", "先に下の項目を移すか削除してください。");

    public static Refusal ItemHasProjects(string title, int count) => new("item-has-projects", $"「{title}」に{count}件の事務事業があるため、削除できません。", "先に事務事業を別の項目へ移してください。");

    public static Refusal ItemHasIndicators(string title, int count) => new("item-has-indicators", $"「{title}」に{count}件の指標があるため、削除できません。", "先に指標を別の項目へ移してください。");

    public static Refusal ItemNotBelow(string title, string above) => new("item-not-below", $"「{title}」は「{above}」のすぐ下の項目ではありません。", "画面を開き直して、選び直してください。");

    public static Refusal ItemMergedIntoItself(string title) => new("item-merged-into-itself", $"「{title}」を自分自身に統合することはできません。", "別の項目を選んでください。");

    public static Refusal ItemMergedAcrossLevels(string title, string into) => new("item-merged-across-levels", $"「{title}」と「{into}」は階層が違うため、統合できません。", "同じ階層の項目を選んでください。");

    public static Refusal ItemHasLineage(string title) => new("item-has-lineage", $"「{title}」は、前後の計画との対応に書かれているため、削除できません。", "先に、現行計画との対応で、この項目への引き継ぎを直してください。");

    public static Refusal ItemUnknown => new("item-unknown", "選んだ計画の項目が見つかりません。", "一覧から選び直してください。");

    public static Refusal ItemCarriesNoProjects(string title) => new("item-carries-no-projects", $"「{title}」の階層には事務事業を置けません。", "事務事業を置く階層の項目を選んでください。");
}
