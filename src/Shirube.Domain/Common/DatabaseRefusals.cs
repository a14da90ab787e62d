namespace Shirube.Domain.Common;

public static partial class Refusals
{
    public static Refusal DatabaseNewer(int found, int known) =>
        new("database-newer", $"データベースはこのプログラムより新しい版のものです(データベース {found}、プログラム {known})。", "新しい版のプログラムを使ってください。データは変更していません。");

    public static Refusal SchemaFileChanged(string file) =>
        new("schema-file-changed", $"データベースに適用済みの定義「{file}」が、このプログラムのものと違います。", "データベースを作った版のプログラムを使ってください。データは変更していません。");

    public static Refusal MunicipalityExists(MunicipalityCode code, string name) =>
        new("municipality-exists", $"団体コード {code}(「{name}」)はすでに登録されています。", "別の団体コードを指定してください。");

    public static Refusal MunicipalityUnknown(MunicipalityCode code) =>
        new("municipality-unknown", $"団体コード {code} は登録されていません。", "団体コードを確かめるか、shirube new で登録してください。");

    public static Refusal CatalogueUnreadable(string file, string why) =>
        new("catalogue-unreadable", $"団体の一覧「{file}」を読めません({why})。", "ファイルを別の場所へ移し、団体のコードと名前を書き直してください(docs/runbooks/damaged-database.md)。データベースはそのまま使えます。");

    public static Refusal DatabaseMissing(MunicipalityCode code, string file) =>
        new("database-missing", $"団体 {code} のデータベース「{file}」がありません。", "データのフォルダーを確かめるか、バックアップから戻してください。");

    public static Refusal DatabaseUnreachable(MunicipalityCode code, string why) =>
        new("database-unreachable", $"団体 {code} のデータベースに接続できません({why})。", "接続先とデータベースの状態を確かめてください。");
}
