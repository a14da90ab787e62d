using Shirube.Domain.Organization;
using Shirube.Office.Common;
using Shirube.Ui.Text;

namespace Shirube.Office.Organization;

/// <summary>How the change log speaks of departments, people and accounts.</summary>
internal static class OrganizationWords
{
    public static readonly RecordWords Department = new("部課", new()
    {
        ["Key"] = FieldWord.Unsaid,
        ["Code"] = "コード",
        ["Name"] = "名前",
        ["ParentId"] = FieldWord.Record("上位の部課"),
        ["From"] = FieldWord.Year("最初の年度"),
        ["To"] = FieldWord.Year("最後の年度"),
    });

    public static readonly RecordWords Person = new RecordWords("職員", new() { ["Key"] = FieldWord.Unsaid, ["Name"] = "名前", ["StaffNumber"] = "職員番号" })
        .With(nameof(Assignment), new("役割", (_, _) => "役割", new() { ["PersonId"] = FieldWord.Unsaid, ["Role"] = FieldWord.Of<Role>("", Names.Of), ["DepartmentId"] = FieldWord.Record("の部課"), ["From"] = FieldWord.Day("の初日"), ["To"] = FieldWord.Day("の最後の日"), ["IsMain"] = FieldWord.YesNo("が本務か") }))
        .With(nameof(Deputyship), new("代理", (_, _) => "代理", new() { ["PersonId"] = FieldWord.Unsaid, ["PostId"] = FieldWord.Unsaid, ["From"] = FieldWord.Day("の初日"), ["To"] = FieldWord.Day("の最後の日") }));

    public static readonly RecordWords Account = new RecordWords("アカウント", new()
    {
        ["PersonId"] = FieldWord.Unsaid,
        ["UserName"] = "アカウント名",
        ["Email"] = "メールアドレス",
        ["PhoneNumber"] = "電話番号",
        ["PasswordHash"] = FieldWord.Secret("パスワード"),
        ["EmailConfirmed"] = FieldWord.YesNo("メールアドレスの確認"),
        ["PhoneNumberConfirmed"] = FieldWord.YesNo("電話番号の確認"),
        ["TwoFactorEnabled"] = FieldWord.YesNo("二段階の確認を使う"),
        ["LockoutEnd"] = FieldWord.Moment("サインインできない期限"),
        ["LockoutEnabled"] = FieldWord.YesNo("続けて間違えたら止める"),
        ["ClosedAtUtc"] = FieldWord.Moment("止めた日時"),
        ["ClosedBy"] = FieldWord.Record("止めた人"),
        ["MailStoppedAtUtc"] = FieldWord.Moment("お知らせメールを止めた日時"),
    })
        .With("IdentityUserClaim", new("アカウントの属性", (_, _) => "アカウントの属性", new() { ["UserId"] = FieldWord.Unsaid, ["ClaimType"] = "名前", ["ClaimValue"] = FieldWord.Secret("値") }))
        .With("IdentityUserLogin", new("外部のサインイン", (key, _) => $"外部のサインイン「{key[0]}」", new() { ["UserId"] = FieldWord.Unsaid }))
        .With("IdentityUserToken", new("アカウントの鍵", (key, _) => Token(key.From(1)), new() { ["Value"] = FieldWord.Secret("") }));

    public static readonly RecordWords Invitation = new("招待", new()
    {
        ["PersonId"] = FieldWord.Unsaid,
        ["TokenHash"] = FieldWord.Unsaid,
        ["By"] = FieldWord.Unsaid,
        ["AtUtc"] = FieldWord.Moment("招待した日時"),
        ["UntilUtc"] = FieldWord.Moment("期限"),
        ["AcceptedAtUtc"] = FieldWord.Moment("使った日時"),
        ["ReplacedAtUtc"] = FieldWord.Moment("取り替えた日時"),
        ["RevokedAtUtc"] = FieldWord.Moment("取り消した日時"),
    });

    public static readonly RecordWords AccountRules = new("サインインの決まり", new()
    {
        ["IdleMinutes"] = FieldWord.Number("何もしないときに切れるまでの分"),
        ["LogDays"] = FieldWord.Number("サインインの記録を残す日数"),
        ["SecondFactorFor"] = new("二段階の確認を必ず使う役割", (text, _) => string.Join("、", text.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries).Select(r => FieldWord.WordOf<Role>(r, Names.Of)))),
    });

    public static readonly RecordWords SignInLog = new("サインインの記録", new() { ["Count"] = FieldWord.Number("消した件数"), ["From"] = FieldWord.Day("消したいちばん古い日"), ["Until"] = FieldWord.Day("消した最後の日") });

    public static readonly RecordWords MayoralTerm = new("首長任期", new() { ["From"] = FieldWord.Day("始まり"), ["To"] = FieldWord.Day("終わり"), ["Note"] = "メモ" });

    private static string Token(string name) => name switch { "AuthenticatorKey" => "確認コードの鍵", "RecoveryCodes" => "予備コード", _ => "アカウントの鍵" };
}
