namespace Shirube.Domain.Common;

public static partial class Refusals
{
    public static Refusal ImportFileEmpty(string file) =>
        new("import-file-empty", $"ファイル「{file}」は空です。", "内容のあるファイルを選んでください。");

    public static Refusal ImportNotAWorkbook(string file) =>
        new("import-not-a-workbook", $"ファイル「{file}」の中身は表計算のファイル(xlsx、xls、csv)ではありません。", "Excelで開けることを確かめ、xlsxで保存し直してください。");

    public static Refusal ImportFileEncrypted(string file) =>
        new("import-file-encrypted", $"ファイル「{file}」はパスワードで保護されていて読めません。", "Excelでパスワードを外して保存し直してください。");

    public static Refusal ImportArchiveTooLarge(string file, long limitBytes) =>
        new("import-archive-too-large", $"ファイル「{file}」は展開すると大きすぎます(上限{limitBytes / 1024 / 1024:#,0}MB、または異常な圧縮率)。", "不要なシートや画像を除いて保存し直してください。");

    public static Refusal ImportTooManyRows(string sheet, int limit) =>
        new("import-too-many-rows", $"シート「{sheet}」には値のある行が{limit:#,0}行を超えてあります。", "事務事業の一覧だけのファイルにしてください。");

    public static Refusal ImportTooManyColumns(string sheet, int row, int limit) =>
        new("import-too-many-columns", $"シート「{sheet}」の{row}行目には値のある列が{limit:#,0}列より右にあります。", "不要な列を除いて保存し直してください。");

    public static Refusal ImportFileKindUnknown(string file) =>
        new("import-file-kind-unknown", $"ファイル「{file}」の種類(拡張子)は取り込めません。", "xlsx、xls、csv、tsvのいずれかにしてください。");

    public static Refusal ImportFileBroken(string file) =>
        new("import-file-broken", $"ファイル「{file}」は壊れていて最後まで読めません。", "Excelで開いて保存し直してください。");

    public static Refusal ImportNoTable(string file, string lookedFor) =>
        new("import-no-table", $"ファイル「{file}」に事務事業の表が見つかりません(探した見出し: {lookedFor})。", "見出し行のある一覧表か、対応定義(マッピング)を確かめてください。");

    public static Refusal ImportColumnMissing(string sheet, string lookedFor) =>
        new("import-column-missing", $"シート「{sheet}」に必要な列がありません(探した見出し: {lookedFor})。", "見出しを直すか、対応定義(マッピング)の列を直してください。");

    public static Refusal ImportSheetMissing(string file, string sheet) =>
        new("import-sheet-missing", $"ファイル「{file}」にシート「{sheet}」がありません。", "対応定義(マッピング)のシート名を直してください。");

    public static Refusal ImportNumberDuplicate(string number, string first, string second) =>
        new("import-number-duplicate", $"事務事業の番号「{number}」が2か所にあります({first}と{second})。", "どちらかの番号を直してください。");

    public static Refusal ImportProjectDuplicate(string name, string first, string second) =>
        new("import-project-duplicate", $"番号のない一覧に、部課も同じ事務事業「{name}」が2か所にあります({first}と{second})。", "どちらかを除くか、番号の列を加えてください。");

    public static Refusal ImportWrongMunicipality(string found, string expected, string where) =>
        new("import-wrong-municipality", $"ファイルの団体コード「{found}」({where})は、取り込み先の「{expected}」と違います。", "ファイルか取り込み先の団体を確かめてください。");

    public static Refusal ImportYearUnknown(string column) =>
        new("import-year-unknown", $"列「{column}」が何年度の値か、ファイルからも対応定義(マッピング)からも分かりません。", "年度を指定してください(--fiscal-year)。");

    public static Refusal ImportMappingInvalid(string where, string why) =>
        new("import-mapping-invalid", $"対応定義(マッピング)の{where}が正しくありません({why})。", "docs/import-mapping.md を見て直してください。");

    public static Refusal ImportPresetUnknown(string name, string known) =>
        new("import-preset-unknown", $"対応定義の見本「{name}」はありません。", $"使える見本は{known}です。");
}
