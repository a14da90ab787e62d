using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Shirube.Files.Evaluation;
using Shouldly;
using Xunit;

namespace Files.Tests;

public sealed class AnswerBookTests
{
    [Theory]
    [InlineData(32_767, false)]
    [InlineData(32_768, true)]
    [InlineData(60_000, true)]
    public void A_text_longer_than_a_cell_of_Excel_says_that_it_goes_on(int letters, bool isCut)
    {
        var text = string.Concat(Enumerable.Repeat("𠮷", letters / 2)) + new string('字', letters % 2);
        var row = new BookRow(BookLook.Question, null, [new("設問"), new(text)]);
        using var stream = new MemoryStream(AnswerBookFile.Write(new("題名", [], "book", [new("事業", "sheet", "list", "", ["設問", "昨年の答え"], [row])])));
        using var document = SpreadsheetDocument.Open(stream, isEditable: false);
        var cell = document.WorkbookPart!.WorksheetParts.SelectMany(p => p.Worksheet!.Descendants<Cell>()).Single(c => c.InnerText.Contains("𠮷", StringComparison.Ordinal)).InnerText;
        cell.Length.ShouldBeLessThanOrEqualTo(32_767);
        cell.EndsWith("…(続きは画面で)", StringComparison.Ordinal).ShouldBe(isCut);
        text.StartsWith(isCut ? cell[..^"…(続きは画面で)".Length] : cell, StringComparison.Ordinal).ShouldBeTrue("nothing but the end is left out");
    }

    [Fact]
    public void A_figure_shows_its_decimals_and_a_whole_one_its_thousands()
    {
        var row = new BookRow(BookLook.Said, null, [new("実績"), new(90.1m), new(7_650_000m), new(-0.25m)]);
        using var stream = new MemoryStream(AnswerBookFile.Write(new("題名", [], "book", [new("事業", "sheet", "list", "", ["設問"], [row])])));
        using var document = SpreadsheetDocument.Open(stream, isEditable: false);
        var formats = document.WorkbookPart!.WorkbookStylesPart!.Stylesheet!.CellFormats!.Elements<CellFormat>().ToList();
        var cells = document.WorkbookPart.WorksheetParts.SelectMany(p => p.Worksheet!.Descendants<Cell>()).Where(c => c.CellValue is not null).ToDictionary(c => c.CellValue!.Text, c => formats[(int)c.StyleIndex!.Value].NumberFormatId!.Value);
        cells.ShouldBe(new Dictionary<string, uint> { ["90.1"] = 0, ["7650000"] = 3, ["-0.25"] = 0 }, ignoreOrder: true);
    }
}
