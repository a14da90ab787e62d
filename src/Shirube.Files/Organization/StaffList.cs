using System.Globalization;
using System.Text;
using Shirube.Domain.Common;
using Shirube.Domain.Organization;
using Shirube.Files.Workbooks;

namespace Shirube.Files.Organization;

/// <summary>A list of the staff as a table: one row for each post, columns known by several spellings of their headings.</summary>
public static class StaffList
{
    private const int HeadingSearch = 20;

    /// <summary>Headings as they are written; the first spelling of each is the one written out.</summary>
    private static readonly (string Field, string[] Spellings)[] Columns =
    [
        (nameof(TransferRow.StaffNumber), ["職員番号", "職員ID", "職員コード", "職員No", "番号", "職番"]),
        (nameof(TransferRow.Name), ["名前", "氏名", "職員名", "職員氏名", "職員"]),
        (nameof(TransferRow.DepartmentCode), ["部課コード", "所属コード", "組織コード", "課コード", "新所属コード", "部署コード"]),
        (nameof(TransferRow.DepartmentName), ["部課", "部課名", "所属", "所属名", "新所属", "異動後の所属", "異動後所属", "課名", "部署", "部署名", "担当課"]),
        (nameof(TransferRow.Role), ["役割", "役割名", "システムの役割", "権限"]),
        (nameof(TransferRow.Concurrent), ["兼務", "本務・兼務", "本務/兼務", "本兼", "本務兼務", "兼務区分"]),
        (nameof(TransferRow.Movement), ["異動", "異動区分", "異動の区分", "発令区分", "区分"]),
    ];

    public static IReadOnlyList<string> Headings => [.. Columns.Select(c => c.Spellings[0])];

    /// <summary>Reads the first shown sheet. Refuses one without a row of headings for people and departments, with a heading twice, or without a person.</summary>
    public static IReadOnlyList<TransferRow> Read(Workbook workbook)
    {
        var rows = (workbook.Sheets.FirstOrDefault(s => !s.IsHidden) ?? workbook.Sheets[0]).Rows().ToList();
        var heading = rows.Take(HeadingSearch).FirstOrDefault(r => IsHeading(PlacesOf(r))) ?? throw new RefusalException(Refusals.TransferHeadingMissing("「職員番号」か「名前」、それに「部課」か「役割」"));
        var places = PlacesOf(heading).ToLookup(p => p.Field, p => p.Place);
        (places.FirstOrDefault(p => p.Count() > 1) is { } twice ? Refusals.TransferHeadingTwice(Columns.Single(c => c.Field == twice.Key).Spellings[0]) : null).ThrowIfAny();
        var read = rows.Where(r => r.Number > heading.Number).Select(r => RowOf(r, field => places.Contains(field) ? Text(r[places[field].Single()]) : null)).Where(r => !IsBlank(r)).ToList();
        return read.Count > 0 ? read : throw new RefusalException(Refusals.TransferEmpty);
    }

    private static List<(string Field, int Place)> PlacesOf(SheetRow row) =>
        [.. from place in row.FilledPlaces let text = Plain(row[place].Text) from column in Columns where column.Spellings.Any(s => Plain(s) == text) select (column.Field, place)];

    private static bool IsHeading(List<(string Field, int Place)> places) =>
        places.Exists(p => p.Field is nameof(TransferRow.StaffNumber) or nameof(TransferRow.Name))
        && places.Exists(p => p.Field is nameof(TransferRow.DepartmentCode) or nameof(TransferRow.DepartmentName) or nameof(TransferRow.Role));

    private static TransferRow RowOf(SheetRow row, Func<string, string?> at) => new(row.Number, at(nameof(TransferRow.StaffNumber)), at(nameof(TransferRow.Name)), at(nameof(TransferRow.DepartmentCode)),
        at(nameof(TransferRow.DepartmentName)), at(nameof(TransferRow.Role)), at(nameof(TransferRow.Concurrent)), at(nameof(TransferRow.Movement)));

    private static bool IsBlank(TransferRow row) => row with { Line = 0 } == new TransferRow(0, null, null, null, null, null, null, null);

    private static string? Text(Cell cell) => cell.Kind == CellKind.Number ? cell.Number.ToString(CultureInfo.InvariantCulture) : Blank.ToNull(cell.Text.Trim());

    private static string Plain(string text) => new([.. text.Normalize(NormalizationForm.FormKC).Where(c => !char.IsWhiteSpace(c) && c is not ('(' or ')' or '*' or '※'))]);
}
