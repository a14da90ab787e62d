using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Shirube.Files.Tables;
using Shouldly;
using Xunit;

namespace Files.Tests.Tables;

public sealed class XlsxTableTests
{
    private static readonly Shirube.Files.Tables.TableColumn[] Columns = [new("番号", ColumnFormat.Text), new("事務事業の名前", ColumnFormat.Text), new("事業費(円)", ColumnFormat.Whole), new("実績", ColumnFormat.Number), new("令和7年度までに登録された金額の記載がない事務事業の数", ColumnFormat.Whole)];

    [Fact]
    public void A_column_is_as_wide_as_what_stands_in_it_and_a_long_text_breaks_into_lines()
    {
        using var book = Written([["1", "放課後児童クラブの運営", 12_345_678_901m, 1m, 0m], ["2", string.Concat(Enumerable.Repeat("子育て家庭のための長い名前の事務事業", 4)), null, null, null]]);
        var sheet = Sheet(book);
        var widths = sheet.Descendants<Column>().Select(c => c.Width!.Value).ToList();
        widths[0].ShouldBeLessThan(12);
        widths[1].ShouldBe(50, "no wider, so that the page can be read");
        widths[2].ShouldBeInRange(15, 20, "eleven digits and their commas");
        widths[4].ShouldBeLessThan(20, "a heading breaks into lines");
        var rows = sheet.Descendants<Row>().ToList();
        rows[0].Height!.Value.ShouldBeGreaterThan(36, "two or more lines of heading");
        rows[1].Height.ShouldBeNull();
        rows[2].Height!.Value.ShouldBeGreaterThan(50, "programs other than Excel do not fit it when they open the file");
        new OpenXmlValidator().Validate(book, TestContext.Current.CancellationToken).Select(f => f.Description).ShouldBeEmpty();
    }

    [Fact]
    public void It_prints_all_columns_on_one_page_with_the_heading_on_every_page_and_page_numbers()
    {
        using var book = Written([["1", "橋", 1m, 1m, 1m]]);
        var sheet = Sheet(book);
        sheet.Descendants<PageSetupProperties>().Single().FitToPage!.Value.ShouldBeTrue("without it Excel does not heed that it should fit");
        var page = sheet.Elements<PageSetup>().Single();
        (page.FitToWidth!.Value, page.FitToHeight!.Value).ShouldBe((1u, 0u));
        book.WorkbookPart!.Workbook!.DefinedNames!.Elements<DefinedName>().Single(n => n.Name == "_xlnm.Print_Titles").Text.ShouldBe("'一覧'!$1:$1");
        sheet.Elements<HeaderFooter>().Single().InnerText.ShouldContain("&P / &N");
        sheet.Descendants<Pane>().Single().TopLeftCell!.Value.ShouldBe("A2");
    }

    [Fact]
    public void A_whole_number_among_decimals_has_no_point_behind_it()
    {
        using var book = Written([["1", "割合", null, 12.5m, null], ["2", "人", null, 1_200m, null]]);
        var formats = book.WorkbookPart!.WorkbookStylesPart!.Stylesheet!.CellFormats!.Elements<CellFormat>().ToList();
        var codes = book.WorkbookPart.WorkbookStylesPart.Stylesheet.NumberingFormats!.Elements<NumberingFormat>().ToDictionary(f => f.NumberFormatId!.Value, f => f.FormatCode!.Value!);
        Sheet(book).Descendants<Row>().Skip(1).Select(r => codes[formats[(int)r.Elements<Cell>().ElementAt(3).StyleIndex!.Value].NumberFormatId!.Value]).ShouldBe(["#,##0.###", "#,##0;[Red]-#,##0"]);
    }

    [Fact]
    public void More_rows_than_are_held_back_are_all_written_in_their_order()
    {
        using var book = Written([.. Enumerable.Range(1, 1_000).Select(i => new object?[] { $"{i}", "事業", (decimal)i, null, null })]);
        Sheet(book).Descendants<Row>().Skip(1).Select(r => r.Elements<Cell>().First().InnerText).ShouldBe(Enumerable.Range(1, 1_000).Select(i => $"{i}"));
        Sheet(book).Elements<AutoFilter>().Single().Reference!.Value.ShouldBe("A1:E1001");
    }

    private static SpreadsheetDocument Written(IReadOnlyList<object?[]> rows)
    {
        var file = new MemoryStream();
        using (var table = new XlsxTable(file, "一覧", Columns))
        {
            foreach (var row in rows)
                table.Write(RowKind.Row, row);
            table.Finish("条件", [("並べ方", "番号の順")]);
        }

        file.Position = 0;
        return SpreadsheetDocument.Open(file, false);
    }

    private static Worksheet Sheet(SpreadsheetDocument book) => ((WorksheetPart)book.WorkbookPart!.GetPartById("rId1")).Worksheet!;
}
