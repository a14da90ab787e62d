using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Microsoft.Playwright;

namespace Browser.Tests;

/// <summary>The yearly list of an invented city, laid out as cities do: a title, headings in two rows with merged cells, thousands of yen, dashes, and one amount nobody can read.</summary>
internal static class InventedWorkbook
{
    public const int Projects = 14;
    public const string Misspelt = "サンプル路線バス維持事業(誤記)";

    private static readonly object?[][] Headings =
    [
        ["サンプル市 事務事業一覧(架空の内容です)"],
        ["事業番号", "事務事業名", "部", "課", "政策", "施策", "事業概要", "令和6年度決算額(千円)", null, null, null, null, null, "活動指標", null, null, "成果指標", null, null],
        [null, null, null, null, null, null, null, "国庫支出金", "県支出金", "地方債", "その他", "一般財源", "計", "名称", "単位", "令和6年度実績", "名称", "単位", "令和6年度実績"],
    ];

    private static readonly string[] Merges = ["A2:A3", "B2:B3", "C2:C3", "D2:D3", "E2:E3", "F2:F3", "G2:G3", "H2:M2", "N2:P2", "Q2:S2"];

    public static FilePayload File() => new() { Name = "サンプル市_事務事業一覧.xlsx", MimeType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", Buffer = Xlsx() };

    private static IEnumerable<object?[]> Rows() => Headings.Concat(Enumerable.Range(1, Projects).Select(Row));

    private static object?[] Row(int n)
    {
        var (policy, measure) = ((n - 1) / 7 + 1, (n - 1) % 7 / 4 + 1);
        object? national = n % 3 == 0 ? "-" : 100 * n;
        object? other = n == 5 ? "約300" : n % 2 == 0 ? 10 : null;
        return
        [
            n, n == 1 ? Misspelt : $"サンプル事業その{n}", $"サンプル部{policy}", $"サンプル課{measure}", $"{policy} サンプル政策{policy}", $"{policy}-{measure} サンプル施策{policy}-{measure}", $"架空の事業の{n}つ目です。",
            national, null, "－", other, 1000 + n, 1000 + n + (n % 3 == 0 ? 0 : 100 * n) + (n % 2 == 0 ? 10 : 0), $"サンプル活動{n}", "回", 10 * n, $"サンプル成果{n}", "%", 50.5m + n,
        ];
    }

    private static byte[] Xlsx()
    {
        var stream = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(stream, SpreadsheetDocumentType.Workbook))
        {
            var workbook = document.AddWorkbookPart();
            var part = workbook.AddNewPart<WorksheetPart>();
            part.Worksheet = new(new SheetData(Rows().Select((row, r) => new Row(row.Select((value, c) => Cell(value, $"{(char)('A' + c)}{r + 1}")).OfType<Cell>()))), new MergeCells(Merges.Select(m => new MergeCell { Reference = m })));
            workbook.Workbook = new(new Sheets(new Sheet { Id = workbook.GetIdOfPart(part), SheetId = 1, Name = "一覧" }));
        }
        return stream.ToArray();
    }

    private static Cell? Cell(object? value, string reference) => value switch
    {
        null => null,
        string text => new() { CellReference = reference, DataType = CellValues.InlineString, InlineString = new(new Text(text)) },
        _ => new() { CellReference = reference, CellValue = new(Convert.ToDecimal(value, System.Globalization.CultureInfo.InvariantCulture)) },
    };
}
