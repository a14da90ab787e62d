using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Shirube.Files.Papers;
using Shouldly;
using Xunit;
using S = DocumentFormat.OpenXml.Spreadsheet;
using W = DocumentFormat.OpenXml.Wordprocessing;

namespace Files.Tests.Papers;

public sealed class ComparisonPaperTests
{
    private static readonly ComparisonPaper Paper = new("アクションプラン 新旧対照表", "案②", "案①", ["令和8年11月27日現在", "変わった項目 3件。下線は変わったところ。"],
    [
        new(0, [new([new("A ", false), new("子どもから", true), new("お年寄りまで", false)], true)], [new([new("A ", false), new("だれもが", true)], true)], "題名の変更"),
        new(1, [new([new("(削除)", false)], false)], [new([new("A-3 学び続けられる地域をつくる", true)], true), new([new("一行目\r\n二行目\u0001 & <b>", true)], false)], "削除"),
        new(1, [new([new("B-3 訪れる人とつながる", true)], true)], [new([new("(新設)", false)], false)], "新設"),
    ]);

    private static readonly string[] Expected =
    [
        "A _子どもから_お年寄りまで | A _だれもが_ | 題名の変更",
        "(削除) | _A-3 学び続けられる地域をつくる_ / _一行目↵二行目 & <b>_ | 削除",
        "_B-3 訪れる人とつながる_ | (新設) | 新設",
    ];

    [Fact]
    public void A_word_file_has_the_new_text_left_the_old_one_right_and_changes_underlined()
    {
        using var file = Written(ComparisonDocx.Write);
        using var document = WordprocessingDocument.Open(file, isEditable: false);
        new OpenXmlValidator().Validate(document).Select(e => $"{e.Path?.XPath} {e.Description}").ShouldBeEmpty();
        var body = document.MainDocumentPart!.Document.Body!;
        body.Elements<W.Paragraph>().Select(p => $"{p.ParagraphProperties?.ParagraphStyleId?.Val?.Value} {p.InnerText}").Take(3).ShouldBe(["Title アクションプラン 新旧対照表", "PaperNote 令和8年11月27日現在", "PaperNote 変わった項目 3件。下線は変わったところ。"]);
        var rows = body.Elements<W.Table>().Single().Elements<W.TableRow>().ToList();
        rows[0].TableRowProperties!.Elements<W.TableHeader>().Count().ShouldBe(1, "the heading stands on every page");
        rows[0].InnerText.ShouldBe("新(案②)旧(案①)変わったところと理由");
        rows.Skip(1).Select(r => string.Join(" | ", r.Elements<W.TableCell>().Select(c => string.Join(" / ", c.Elements<W.Paragraph>().Select(p => string.Concat(p.Elements<W.Run>().Select(TextOf))))))).ShouldBe(Expected);
    }

    [Fact]
    public void A_workbook_has_the_same_rows_and_prints_its_heading_on_every_page()
    {
        using var file = Written(ComparisonXlsx.Write);
        using var book = SpreadsheetDocument.Open(file, isEditable: false);
        new OpenXmlValidator().Validate(book).Select(e => $"{e.Path?.XPath} {e.Description}").ShouldBeEmpty();
        book.WorkbookPart!.Workbook.DefinedNames!.Single().InnerText.ShouldBe("'新旧対照表'!$4:$4");
        var rows = book.WorkbookPart.WorksheetParts.Single().Worksheet.Descendants<S.Row>().ToList();
        rows[3].InnerText.ShouldBe("新(案②)旧(案①)変わったところと理由");
        rows[5].Height!.Value.ShouldBeGreaterThan(rows[4].Height!.Value, "a row is as high as its lines in every program that opens it");
        rows.Skip(4).Select(r => string.Join(" | ", r.Elements<S.Cell>().Select(CellText))).ShouldBe(Expected.Select(e => e.Replace("↵", " / ", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_text_longer_than_a_cell_says_that_it_goes_on_and_the_word_file_holds_it_all()
    {
        var longest = Paper with { Rows = [new(0, [new([new(new('長', 40_000), true)], false)], [], "本文の変更")] };
        using var book = SpreadsheetDocument.Open(Written((to, _) => ComparisonXlsx.Write(to, longest)), isEditable: false);
        var cell = book.WorkbookPart!.WorksheetParts.Single().Worksheet.Descendants<S.Row>().Last().Elements<S.Cell>().First();
        cell.InnerText.Length.ShouldBeLessThanOrEqualTo(32_767);
        cell.InnerText.ShouldEndWith("…(続きは画面かWordで)");
        using var document = WordprocessingDocument.Open(Written((to, _) => ComparisonDocx.Write(to, longest)), isEditable: false);
        document.MainDocumentPart!.Document.Body!.InnerText.Count(c => c == '長').ShouldBe(40_000);
    }

    private static MemoryStream Written(Action<Stream, ComparisonPaper> write)
    {
        var file = new MemoryStream();
        write(file, Paper);
        return new(file.ToArray());
    }

    private static string TextOf(W.Run run) => Marked(string.Concat(run.ChildElements.Select(e => e is W.Break ? "↵" : e is W.Text text ? text.Text : "")), run.RunProperties?.Underline is not null);

    private static string CellText(S.Cell cell) =>
        cell.InlineString!.Elements<S.Run>().ToList() is { Count: > 0 } runs
            ? string.Concat(runs.Select(r => Marked(r.Text!.Text.TrimStart('\u3000').Replace("\n\u3000", " / ", StringComparison.Ordinal).Replace("\n", " / ", StringComparison.Ordinal), r.RunProperties!.Elements<S.Underline>().Any())))
            : cell.InlineString.InnerText;

    private static string Marked(string text, bool isMarked) => isMarked && text.Length > 0 ? $"_{text}_" : text;
}
