namespace Shirube.Ui.Text;

/// <summary>The sentences of <see cref="FieldHelp"/> for the forms about departments, people, accounts, views and releases.</summary>
internal static class PeopleHelp
{
    private static readonly Dictionary<string, string> Sentences = new(StringComparer.Ordinal)
    {
        // 部課と職員
        ["DepartmentForm.Name"] = "規則のとおりの名前。例 こども家庭課",
        ["DepartmentForm.Code"] = "市のコード。取り込みで部課を見分けるのに使います。なければ空に。",
        ["DepartmentForm.Parent"] = "この部課が属する部。いちばん上の部課では空に。",
        ["DepartmentsPage.Name"] = "規則のとおりの名前。例 こども家庭課",
        ["DepartmentsPage.Parent"] = "この部課が属する部。いちばん上の部課では空に。",
        ["PeoplePage.Name"] = "姓と名。市民には公表しません。例 奥州 花子",
        ["PeoplePage.Role"] = "できることが役割で決まります。あとから加えることも、終えることもできます。",
        ["PersonPage.Role"] = "できることが役割で決まります。いくつも持てます。",
        ["PersonPage.From"] = "この役割が始まる日。",
        ["PersonPage.Name"] = "姓と名。改めると、これからの画面と記録に新しい名前が出ます。",
        ["DeputiesPage.Post"] = "代理の人は、この役割でできることだけを代わりにできます。",
        ["DeputiesPage.Deputy"] = "その間、代わりに仕事をする人。だれの代理でしたことかが、変更の記録に残ります。",
        ["DeputiesPage.From"] = "代理を始める日。この日より前には何もできません。",
        ["ReorganizationPage.Name"] = "新しくつくる部課の、規則のとおりの名前。例 こども未来課",
        ["ReorganizationPage.Parent"] = "新しい部課が属する部。いちばん上の部課では選びません。",
        ["ReorganizationPage.From"] = "なくなるか、仕事の一部を渡す部課。",
        // アカウント
        ["SignInPage.UserName"] = "招待を受けたときに自分で決めた名前。職員番号やメールアドレスとは限りません。",
        ["SignInPage.Password"] = "忘れたときは、政策企画か管理者の役割の人に、決め直すアドレスを頼んでください。",
        ["InvitationPage.Again"] = "打ちまちがいを防ぐため、同じものをもう一度。",
        ["PasswordPage.PresentPassword"] = "本人であることを確かめるため、いま使っているものを入力します。",
        ["PasswordPage.NewPasswordAgain"] = "打ちまちがいを防ぐため、同じものをもう一度。",
        ["SecondFactorPage.Password"] = "本人であることを確かめるため、いま使っているものを入力します。",
        ["RecoveryCodesPage.Password"] = "本人であることを確かめるため、いま使っているものを入力します。",
        // 一覧のビュー
        ["ViewForm.Name"] = "あとで見分けられる名前。例 福祉部の補助金(R6決算)",
        ["ViewForm.Description"] = "何のための一覧か。共有する相手に分かるように書きます。",
        ["NewViewPage.Start"] = "自分が開いたときだけです。「すべて」は、ビューの中からいつでも選べます。",
        // 公表
        ["NewReleasePage.Confirmed"] = "公表したあとで直したときも、この公表の内容は記録に残ります。",
    };

    public static string? Of(string field) => Sentences.GetValueOrDefault(field);
}
