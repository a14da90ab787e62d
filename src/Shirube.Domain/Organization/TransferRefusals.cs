namespace Shirube.Domain.Common;

public static partial class Refusals
{
    public static Refusal TransferTaken(string file) => new("transfer-taken", $"「{file}」の異動はすでに取り込まれています。", "異動の一覧で確かめてください。");

    public static Refusal TransferNotTaken(string file) => new("transfer-not-taken", $"「{file}」の異動はまだ取り込まれていません。", "取り込む前のものは、削除してください。");

    public static Refusal TransferReversed(string file) => new("transfer-reversed", $"「{file}」の異動はすでに取り消されています。", "もう一度取り込むには、ファイルを選び直してください。");

    public static Refusal TransferInForce(string file) => new("transfer-in-force", $"「{file}」の異動はもう始まっているので、取り消せません。", "職員ごとの画面で役割を直してください。");

    public static Refusal TransferChangedSince(string name) => new("transfer-changed-since", $"取り込んだあとに、{name}さんの役割が変更されています。", "職員の画面で役割を直してください。");

    public static Refusal TransferHasProblems(int count) => new("transfer-has-problems", $"誤りのある行が{count}件あるため、取り込んでいません。", "ファイルを直して読み取り直すか、「誤りのない人だけ取り込む」を選んで取り込む人に印を付けてください。");

    public static readonly Refusal TransferNothingChosen = new("transfer-nothing-chosen", "取り込む人がひとりも選ばれていません。", "取り込む人に印を付けてください。");

    public static readonly Refusal TransferNobodyManages = new("transfer-nobody-manages", "この異動のあと、職員を管理できる人がひとりもいなくなります。", "政策企画か管理者の役割を持つ人を残してください。");

    public static readonly Refusal TransferEmpty = new("transfer-empty", "ファイルに職員の行がありません。", "見出しの下に、職員を1行ずつ書いてください。");

    public static Refusal TransferHeadingMissing(string wanted) => new("transfer-heading-missing", $"見出しの行が見つかりません。{wanted}の列が必要です。", "「職員一覧をダウンロードする」で得た表の見出しを残したまま書いてください。");

    public static Refusal TransferHeadingTwice(string heading) => new("transfer-heading-twice", $"「{heading}」と読める列が2つあります。", "どちらかの見出しを消すか、名前を変えてください。");

    public static Refusal TransferNobody(int line) => new("transfer-nobody", $"{line}行目: 職員番号も名前もありません。", "どちらかを書いてください。");

    public static Refusal TransferUnknownPerson(int line, string who) => new("transfer-unknown-person", $"{line}行目: 「{who}」にあたる職員がいません。", "番号と名前を確かめてください。新しい職員なら「異動」の列に「新規」と書いてください。");

    public static Refusal TransferAmbiguousPerson(int line, string name) => new("transfer-ambiguous-person", $"{line}行目: 「{name}」という名前の職員が何人もいます。", "職員番号を書いてください。");

    public static Refusal TransferJoinsTwice(int line, string number, string name) => new("transfer-joins-twice", $"{line}行目: 「新規」ですが、職員番号「{number}」は{name}さんのものです。", "番号を確かめるか、「新規」を消してください。");

    public static Refusal TransferTwice(int line, int first, string name) => new("transfer-twice", $"{line}行目: {name}さんが{first}行目にもあります。", "2つめからの役割は「兼務」の列に「兼務」と書いてください。同じ行なら消してください。");

    public static Refusal TransferNameDiffers(int line, string number, string known, string given) => new("transfer-name-differs", $"{line}行目: 職員番号「{number}」の人は「{known}」ですが、ファイルでは「{given}」です。", "改姓などで同じ人なら「同じ人」に印を付けてください。違う人なら番号を直してください。");

    public static Refusal TransferUnknownRole(int line, string role) => new("transfer-unknown-role", $"{line}行目: 役割「{role}」はありません。", "政策企画、財政、入力担当、課長・部長、閲覧、管理者のどれかにしてください。");

    public static Refusal TransferRoleNeedsDepartment(int line) => new("transfer-role-needs-department", $"{line}行目: 入力担当と課長・部長には部課が必要です。", "部課のコードか名前を書いてください。");

    public static Refusal TransferUnknownDepartment(int line, string department) => new("transfer-unknown-department", $"{line}行目: 部課「{department}」がありません。", "部課の一覧の名前かコードにしてください。新しい部課なら、先に機構改革か部課の画面で追加してください。");

    public static Refusal TransferAmbiguousDepartment(int line, string department) => new("transfer-ambiguous-department", $"{line}行目: 部課「{department}」は複数あります。", "部課のコードを書いてください。");

    public static Refusal TransferDepartmentNotThen(int line, string department, string year) => new("transfer-department-not-then", $"{line}行目: 部課「{department}」は{year}にはありません。", "その年度にある部課にするか、発令日を確かめてください。");

    public static Refusal TransferDepartmentDisagrees(int line, string code, string known, string given) => new("transfer-department-disagrees", $"{line}行目: 部課コード「{code}」は「{known}」ですが、部課名は「{given}」です。", "コードか名前のどちらかを直してください。");
}
