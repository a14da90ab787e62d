using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Shirube.Domain.Evaluation;
using Shouldly;
using Xunit;

namespace Web.Tests.Evaluation;

/// <summary>Workbooks that came back as the program does not make them.</summary>
public sealed class Odd_workbooks
{
    [Theory]
    [InlineData("%")]
    [InlineData("\uff05")]
    public async Task A_cell_shown_as_a_percentage_is_read_as_it_is_seen_where_the_question_asks_for_percent(string unit)
    {
        await using var city = await WorkbookCity.Make(unit);
        var page = await city.Read(Percent(await city.TakeOut(), 0.85m));
        WorkbookCity.Rows(page).ShouldBe(["件数|新しい|–答えなし|85"]);
        await city.Take(page);
        (await city.Saved("件数")).Number.ShouldBe(85);
    }

    [Theory]
    [InlineData("件", "「件数」の「85%」の単位は、「件」と違います。")]
    [InlineData(null, "「件数」の「85%」には単位が付いていますが、この設問には単位がありません。")]
    public async Task A_percentage_where_another_unit_is_asked_for_is_refused_and_never_converted(string? unit, string sentence)
    {
        await using var city = await WorkbookCity.Make(unit);
        WorkbookCity.Rows(await city.Read(Percent(await city.TakeOut(), 0.85m))).Single().ShouldContain(sentence);
    }

    [Fact]
    public async Task A_number_with_the_unit_of_the_question_is_that_number()
    {
        await using var city = await WorkbookCity.Make();
        WorkbookCity.Rows(await city.Read(WorkbookEdit.Write(await city.TakeOut(), ("件数", "D", "1,234件")))).ShouldBe(["件数|新しい|–答えなし|1,234"]);
    }

    [Fact]
    public async Task A_worksheet_that_stands_there_twice_is_not_read_and_says_so()
    {
        await using var city = await WorkbookCity.Make();
        var book = WorkbookEdit.Change(WorkbookEdit.Write(await city.TakeOut(), ("総括", "D", "書いた")), Twice);
        var page = await city.Read(book);
        WorkbookCity.Rows(page).Single().ShouldContain("ファイルに2つあります");
        page.QuerySelectorAll("#take [name=Chosen]").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_sheet_reopened_meanwhile_takes_what_the_workbook_adds_and_shows_what_differs()
    {
        await using var city = await WorkbookCity.Make();
        var book = WorkbookEdit.Write(await city.TakeOut(), ("総括", "D", "私の総括"), ("件数", "D", "3"));
        await city.Meanwhile((s, f) =>
        {
            s.Confirm(1, null, null, DateTime.UtcNow);
            s.Answer(f, 1, city.Question("総括").Key, AnswerValue.Of(null, "提出した総括"), 1, null, DateTime.UtcNow);
            s.Submit(city.Round, f, 1, null, DateTime.UtcNow, DateOnly.FromDateTime(DateTime.UtcNow.AddHours(9)));
        });
        WorkbookCity.Rows(await city.Read(book)).ShouldAllBe(r => r.Contains("段階「自己評価」は提出されています。"));
        await city.Meanwhile((s, _) => s.SendBack(city.Round, 1, "数を足してください", null, DateTime.UtcNow));
        var page = await city.Read(book);
        WorkbookCity.Rows(page).ShouldBe(["総括|食い違い|提出した総括|私の総括", "件数|新しい|–答えなし|3"]);
        await city.Take(page);
        ((await city.Saved("総括")).Text, (await city.Saved("件数")).Number).ShouldBe(("提出した総括", 3));
    }

    [Fact]
    public async Task A_file_over_the_limit_is_refused_with_the_limit()
    {
        await using var city = await WorkbookCity.Make();
        var page = await city.Read(new byte[WorkbookLimit + 1]);
        page.QuerySelector("[data-error-summary]")!.TextContent.ShouldContain("20MB");
    }

    private const int WorkbookLimit = 20 * 1024 * 1024;

    private static byte[] Percent(byte[] book, decimal value) => WorkbookEdit.Change(book, document =>
    {
        var formats = document.WorkbookPart!.WorkbookStylesPart!.Stylesheet!.CellFormats!;
        formats.Append(new CellFormat { NumberFormatId = 9, ApplyNumberFormat = true });
        var cell = WorkbookEdit.CellAt(document, "件数", "D");
        cell.RemoveAllChildren();
        (cell.DataType, cell.StyleIndex, cell.CellValue) = (null, (uint)formats.Elements<CellFormat>().Count() - 1, new(value));
    });

    private static void Twice(SpreadsheetDocument document)
    {
        var copy = document.WorkbookPart!.AddNewPart<WorksheetPart>();
        using (var from = WorkbookEdit.SheetPart(document, 1).GetStream())
            copy.FeedData(from);
        var sheets = document.WorkbookPart.Workbook!.Descendants<Sheets>().Single();
        sheets.Append(new Sheet { Name = "写し", SheetId = 99, Id = document.WorkbookPart.GetIdOfPart(copy) });
    }
}
