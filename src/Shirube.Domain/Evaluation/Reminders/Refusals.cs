namespace Shirube.Domain.Common;

public static partial class Refusals
{
    public static Refusal ReminderDaysOutside(int most) => new("reminder-days-outside", $"期限の前の日数は、1から{most}までの数です。", "「7,3,1」のように、日数をカンマで区切って入力してください。");

    public static Refusal ReminderPauseOutside(int most) => new("reminder-pause-outside", $"取りやめられる時間は、1分から{most}分までです。", $"1から{most}までの数を入力してください。");

    public static Refusal MailSettingsUnreadable(string file, string why) => new("mail-settings-unreadable", $"送信メールの設定 {file} を読めません({why})。", "docs/runbooks/mail.md の見本と見比べて、直してください。");

    public static Refusal MailSettingMissing(string name) => new("mail-setting-missing", $"送信メールの設定に「{name}」がないか、使えない値です。", "docs/runbooks/mail.md の見本と見比べて、直してください。");

    public static Refusal MailAddressMalformed(string address) => new("mail-address-malformed", $"「{address}」は、メールアドレスとして使えません。", "「name@example.lg.jp」のように、半角の英数字で入力してください。");

    public static Refusal MailLineUnreadable(int line, string what) => new("mail-line-unreadable", $"{line}行目: {what}", "「アカウント名か職員番号、メールアドレス」の2列にして、もう一度貼り付けてください。");

    public static readonly Refusal ReminderNever = new("reminder-never", "お知らせする日が一つも選ばれていません。", "期限の何日前か、期限の日、期限のあとのどれかを選んでください。");

    public static readonly Refusal ReminderHourOutside = new("reminder-hour-outside", "送る時刻は、0時から23時までです。", "0から23までの数を入力してください。");

    public static readonly Refusal ReminderToNobody = new("reminder-to-nobody", "お知らせする人がいないため、送りません。", "期限のものが残っている人と、メールアドレスを、宛先の一覧で確かめてください。");

    public static readonly Refusal ReminderLeft = new("reminder-left", "もう送り始めたか、取りやめたあとなので、取りやめられません。", "送った相手は、この画面の一覧で確かめてください。");

    public static readonly Refusal ReminderWaits = new("reminder-waits", "まだ送り終えていないお知らせメールがあります。", "それが終わるのを待つか、取りやめてから、もう一度送ってください。");

    public static readonly Refusal MailNotConfigured = new("mail-not-configured", "メールを送るサーバーが決まっていないため、送れません。", "この装置の管理者に、送信の設定(docs/runbooks/mail.md)を頼んでください。");

    public static readonly Refusal MailMayNotStop = new("mail-may-not-stop", "この団体では、お知らせメールの受け取りを止められません。", "必要なら、政策企画担当に相談してください。");
}
