namespace Shirube.Domain.Common;

public static partial class Refusals
{
    public static readonly Refusal InvitationRevoked = new("invitation-revoked", "この招待は取り消されました。", "心当たりがないときは、政策企画か管理者の役割の人に、もう一度招待を頼んでください。");

    public static readonly Refusal SignInFailed = new("sign-in-failed", "サインインできませんでした。アカウント名かパスワードが違うか、続けて間違えたために、しばらくのあいだ止まっています。", "入力を確かめるか、15分ほどおいてからもう一度試してください。思い出せないときは、政策企画か管理者の役割の人に新しい招待を頼んでください。");

    public static readonly Refusal SignInTooMany = new("sign-in-too-many", "同じ場所から続けて間違えたため、サインインを受け付けていません。", "5分ほどおいてから、もう一度試してください。");

    public static readonly Refusal CodeWrong = new("code-wrong", "確認コードが違います。", "アプリにいま出ている6桁を入力してください。何度も違うと言われるときは、携帯電話の時計がずれていないか(日付と時刻の自動設定)を確かめてください。");

    public static Refusal ClockOff(int minutes, bool isFast) => new("clock-off", $"携帯電話の時計が、約{minutes}分{(isFast ? "進んで" : "遅れて")}います。", "携帯電話の設定で日付と時刻を自動にしてから、新しく出た6桁を入力してください。");

    public static readonly Refusal CodeRepeated = new("code-repeated", "この確認コードはもう使われました。", "アプリに次のコードが出るまで、30秒ほど待ってください。");

    public static readonly Refusal CodeStepOver = new("code-step-over", "確認コードを待つ時間が過ぎたか、続けて間違えました。", "アカウント名とパスワードの入力からやり直してください。");

    public static readonly Refusal PresentPasswordWrong = new("present-password-wrong", "いまのパスワードが違います。", "いまサインインに使っているパスワードを入力してください。続けて間違えると、しばらくのあいだ変更できません。");

    public static readonly Refusal PasswordSame = new("password-same", "いまのパスワードと同じです。", "新しいパスワードを決めてください。");

    public static Refusal PasswordHoldsName(string whose) => new("password-holds-name", $"パスワードに{whose}が入っています。", $"{whose}を含まないものにしてください。名前は、まわりの人がすぐに思いつきます。");

    public static readonly Refusal SecondFactorAlreadyOn = new("second-factor-already-on", "二段階の確認は、もう使われています。", "別の携帯電話に替えるときは、いちどやめてから、もう一度始めてください。");

    public static readonly Refusal SecondFactorOff = new("second-factor-off", "二段階の確認は使われていません。", "自分のアカウントの画面から始められます。");

    public static readonly Refusal SecondFactorSetUpOver = new("second-factor-set-up-over", "二段階の確認を始める手続きの時間(20分)が過ぎました。", "画面を開き直し、新しいQRコードを読み取ってください。");

    public static readonly Refusal SecondFactorDemanded = new("second-factor-demanded", "あなたの役割では二段階の確認が必要なため、やめられません。", "携帯電話を替えるときは、管理者に初期化を頼んでください。");

    public static readonly Refusal ReasonMissing = new("reason-missing", "理由が空です。", "あとから分かるように、理由を入力してください。");

    public static readonly Refusal AccountMissing = new("account-missing", "この職員には、まだアカウントがありません。", "招待のアドレスをつくって、本人に渡してください。");

    public static readonly Refusal AccountClosed = new("account-closed", "このアカウントは、利用が止められています。", "管理者に、利用を再び許すように頼んでください。");

    public static readonly Refusal AccountOwnClose = new("account-own-close", "自分のアカウントを止めることはできません。", "ほかの管理者に頼んでください。");

    public static Refusal IdleMinutesOutside(int least, int most) => new("idle-minutes-outside", $"何もしないときにサインインが切れるまでの時間は、{least}分から{most}分までです。", "分の数を入力し直してください。");

    public static Refusal SignInsTooNew(int least) => new("sign-ins-too-new", $"{least}日より新しいサインインの記録は消せません。", $"{least}以上の日数を入力してください。");

    public static Refusal SignInsNone(string day) => new("sign-ins-none", $"{day}までのサインインの記録はありません。", "消すものはないので、このままでかまいません。");

    public static Refusal LogDaysOutside(int least, int most) => new("log-days-outside", $"サインインの記録を残す日数は、{least}日から{most}日までです。", "日数を入力し直してください。");
}
