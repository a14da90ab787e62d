namespace Shirube.Domain.Common;

public static partial class Refusals
{
    public static Refusal NameMissing(string what) => new("name-missing", $"{what}が空です。", "名前を入力してください。");

    public static Refusal MayoralTermsOverlap(DateOnly from, DateOnly to) =>
        new("mayoral-terms-overlap", $"首長の任期が、{from.Year}年{from.Month}月{from.Day}日から{to.Year}年{to.Month}月{to.Day}日までの任期と重なっています。", "前の任期の終わりと、この任期の始まりを確かめてください。");

    public static Refusal EndBeforeBegin(string what) => new("end-before-begin", $"{what}の終わりが始まりより前です。", "始まりと終わりを確かめてください。");

    public static Refusal DepartmentCycle(string name) => new("department-cycle", $"部課「{name}」を、その下にある部課の下へ移すことはできません。", "別の上位部課を選んでください。");

    public static readonly Refusal RoleNeedsDepartment = new("role-needs-department", "この役割には部課が必要です。", "所属する部課を選んでください。");

    public static readonly Refusal InvitationUnknown = new("invitation-unknown", "この招待のアドレスは正しくありません。", "アドレスが途中で切れていないか確かめるか、政策企画か管理者の役割の人に、もう一度招待を頼んでください。");

    public static readonly Refusal InvitationUsed = new("invitation-used", "この招待はすでに使われています。", "サインインするか、政策企画か管理者の役割の人に、もう一度招待を頼んでください。");

    public static readonly Refusal InvitationReplaced = new("invitation-replaced", "この招待のあとに、新しい招待が出ています。", "新しいほうのアドレスを開いてください。");

    public static readonly Refusal InvitationExpired = new("invitation-expired", "この招待は期限(14日)が過ぎています。", "政策企画か管理者の役割の人に、もう一度招待を頼んでください。");

    public static Refusal RoleUnknown(string text) => new("role-unknown", $"役割「{text}」はありません。", "政策企画、財政、入力担当、課長・部長、閲覧、管理者のどれかにしてください。");

    public static Refusal DepartmentUnknown(string text) => new("department-unknown", $"部課「{text}」が見つかりません。", "部課の名前かコードを確かめてください。");

    public static Refusal DepartmentAmbiguous(string text) => new("department-ambiguous", $"部課「{text}」は複数あります。", "部課のコードで指定してください。");

    public static Refusal DepartmentNameTaken(string name, string year) => new("department-name-taken", $"部課「{name}」は{year}の同じ上位部課の下にすでにあります。", "別の名前にするか、すでにある部課を使ってください。");

    public static readonly Refusal LastManager = new("last-manager", "職員を管理できる人がひとりもいなくなるため、この役割を終えられません。", "先に、ほかの人に政策企画か管理者の役割を渡してください。");

    public static Refusal PasswordTooShort(int shortest) => new("password-too-short", $"パスワードが{shortest}文字より短いです。", $"{shortest}文字以上にしてください。文字の種類は問いません。好きな言葉をいくつか並べると覚えやすくなります。");

    public static Refusal PasswordTooLong(int longest) => new("password-too-long", $"パスワードが{longest}文字を超えています。", "短くしてください。");

    public static readonly Refusal PasswordCommon = new("password-common", "このパスワードはよく使われるもので、すぐに見破られます。", "ほかの言葉の組み合わせにしてください。");

    public static readonly Refusal PasswordHoldsUserName = new("password-holds-user-name", "パスワードにアカウント名が入っています。", "アカウント名を含まないものにしてください。");

    public static Refusal UserNameMalformed(int longest) => new("user-name-malformed", "アカウント名を使えません。", $"空白のない2文字から{longest}文字までにしてください。");

    public static Refusal UserNameTaken(string name) => new("user-name-taken", $"アカウント名「{name}」は使われています。", "別の名前にしてください。");

    public static Refusal OtherDepartment(string project) => new("other-department", $"事務事業「{project}」はほかの部課のものなので、変更できません。", "担当する部課の人か政策企画担当に頼んでください。");

    public static readonly Refusal DepartmentMissing = new("department-missing", "部課が選ばれていません。", "自分の部課か、その下の部課を選んでください。");
}
