namespace Shirube.Domain.Common;

public static partial class Refusals
{
    private const string NothingTouched = "いまのデータは変更していません。";

    public static Refusal CopyMissing(string path) => new("copy-missing", $"「{path}」がありません。", "場所と名前を確かめてください。");

    public static Refusal CopyForeign(string path) => new("copy-foreign", $"「{path}」は、このプログラムのバックアップや書き出しではありません。", $"./shirube backup か export がつくったものを指定してください。{NothingTouched}");

    public static Refusal CopyDamaged(string path, string where) => new("copy-damaged", $"「{path}」は壊れているか、途中で切れています({where})。", $"別のバックアップを使ってください。{NothingTouched}");

    public static Refusal CopyAltered(string path, string file) => new("copy-altered", $"「{path}」の中の「{file}」が、書き出したときから変わっているか、なくなっているか、余分です。", $"書き出したままのものを使ってください。{NothingTouched}");

    public static Refusal CopyFormatNewer(int found, int known) => new("copy-format-newer", $"このバックアップは新しい形式です(バックアップ {found}、プログラム {known})。", $"新しい版のプログラムで戻してください。{NothingTouched}");

    public static Refusal CopyNewer(string schema) => new("copy-newer", $"このバックアップは、このプログラムより新しい版のデータベース({schema})のものです。", $"新しい版のプログラムで戻してください。{NothingTouched}");

    public static Refusal CopyOfAnother(string foundCode, string foundName, string wanted) =>
        new("copy-of-another", $"このバックアップは団体 {foundCode}「{foundName}」のもので、指定された団体 {wanted} のものではありません。", $"団体コードとファイルを確かめてください。{NothingTouched}");

    public static Refusal CopyMunicipalityExists(MunicipalityCode code, string name) =>
        new("copy-municipality-exists", $"団体 {code}「{name}」はすでにここにあります。", "置き換えるには restore に --replace を付けてください(いまのデータは消さずに脇へ置きます)。");

    public static Refusal CopyTargetNotEmpty(string where) => new("copy-target-not-empty", $"書き出し先「{where}」は空ではありません。", "空のフォルダーか、まだない名前を指定してください。");

    public static Refusal CopyTargetExists(string file) => new("copy-target-exists", $"「{file}」はすでにあります。", "別の名前か、フォルダーを指定してください。");

    public static Refusal CopyOneFileForMany(string file) => new("copy-one-file-for-many", $"団体がいくつもあるため、一つのファイル「{file}」には書けません。", "--to にフォルダーを指定するか、--municipality で団体を選んでください。");

    public static Refusal CopyTableUnreadable(string table) => new("copy-table-unreadable", $"表「{table}」の写しが、このプログラムの知る形と合いません。", $"別のバックアップを使い、続くときはバックアップをつくった版のプログラムで戻してください。{NothingTouched}");

    public static Refusal CopyReferencesLost(string table) => new("copy-references-lost", $"写しの表「{table}」に、参照先のない行があります。", $"./shirube verify で異常がなかったころの、別のバックアップを使ってください。{NothingTouched}");

    public static Refusal BackupNotRestorable(string file, string table) =>
        new("backup-not-restorable", $"「{file}」をつくりましたが、表「{table}」に参照先のない行があるため、これからは戻せません。古いバックアップは消していません。", "docs/runbooks/when-verify-fails.md のとおりにデータを直し、もう一度 backup してください。");

    public static Refusal CopyValueUnreadable(string table, string column) => new("copy-value-unreadable", $"データベースの表「{table}」の列「{column}」に、読み取れない値があります。", "./shirube doctor で調べ、データベースを直接書き換えたときは元に戻してください。");

    public static Refusal CopyDiffers(string table) => new("copy-differs", $"表「{table}」が、写す前と写したあとで同じになりません。", $"プログラムの担当に知らせてください。{NothingTouched}");

    public static Refusal InstallationInUse(string folder) => new("installation-in-use", $"データのフォルダー「{folder}」は、動いている画面(serve)かほかの命令が使っています。", "止めてからもう一度実行してください。何も変更していません。");

    public static Refusal InstallationBeingRestored(string folder) => new("installation-being-restored", $"データのフォルダー「{folder}」は、いま戻しているか移しているところです。", "終わってからもう一度実行してください。");

    public static Refusal DatabaseNotEmpty(string code) => new("database-not-empty", $"団体 {code} のために指定された接続先には、すでに表があります。", "空のデータベースを用意してください。restore では --replace を付けると、いまの表を脇へ置きます。");

    public static Refusal DatabaseAlreadyThere(MunicipalityCode code) => new("database-already-there", $"団体 {code} のデータベースは、すでに指定された種類のものです。", "移す先を確かめてください。");

    public static readonly Refusal MunicipalityMissing = new("municipality-missing", "団体が指定されていません。", "--municipality で団体コードを指定してください。");

    public static readonly Refusal ConnectionUnreadable = new("connection-unreadable", "PostgreSQLへの接続文字列を読み取れません。", "「Host=localhost;Database=shirube_032158;Username=shirube」の形で指定してください。");

    public static readonly Refusal DatabaseWithoutTables = new("database-without-tables", "データベースに標の表がありません(空のデータベースになっています)。", "./shirube doctor で調べ、バックアップから戻してください(docs/runbooks/restore.md)。");

    public static Refusal DatabaseDamaged(string what) => new("database-damaged", $"データベースが壊れています({what})。", "画面(serve)を止め、./shirube doctor で調べ、バックアップから戻してください(docs/runbooks/damaged-database.md)。");

    public static Refusal DiskFull(string what) => new("disk-full", $"ディスクがいっぱいです({what})。何も変わっていません。", "空きをつくってからもう一度試してください(docs/runbooks/damaged-database.md)。空きは ./shirube doctor で分かります。");

    public static Refusal DiskFailing(string what) => new("disk-failing", $"ディスクの読み書きに失敗しました({what})。何も変わっていません。", "空きとディスクの状態を ./shirube doctor とOSの記録で確かめ、壊れているときはバックアップから戻してください(docs/runbooks/damaged-database.md)。");

    public static Refusal DatabaseClosedToUs(string what) => new("database-closed-to-us", $"データベースかデータのフォルダーを開けないか、書き込めません({what})。何も変わっていません。", "フォルダーの持ち主と権限(PostgreSQLでは、データベースの持ち主が接続の利用者であること)を確かめ、./shirube doctor で調べてください。");

    public static Refusal DatabaseBusy(string what) => new("database-busy", $"データベースがほかの処理で使われていて、待っても空きませんでした({what})。何も変わっていません。", "少し待ってからもう一度試してください。");

    public static Refusal DatabaseGone(string what) => new("database-gone", $"データベースに接続できません({what})。何も変わっていません。", "PostgreSQLが動いているか、接続先(catalogue.json、または指定した接続文字列)が正しいかを確かめてください。");
}
