using DocumentFormat.OpenXml.Packaging;
using Given;
using Shirube.Domain.Plans;
using Shouldly;
using Web.Tests.Import;
using Xunit;

namespace Web.Tests.Plans;

public sealed class Documents_of_the_command_line
{
    [Fact]
    public async Task A_comparison_of_two_editions_is_written_in_the_form_that_the_files_name_ends_in()
    {
        using var run = new CommandRun();
        var (old, @new) = await GivenEditions(run);
        var (docx, xlsx) = (Path.Combine(run.Folder, "対照表.docx"), Path.Combine(run.Folder, "対照表.xlsx"));
        (await run.Run("document", "comparison", "--municipality", $"{CommandRun.Code}", "--from", old, "--with", @new, "--to", docx)).Code.ShouldBe(0);
        (await run.Run("document", "comparison", "--municipality", $"{CommandRun.Code}", "--from", old, "--with", @new, "--to", xlsx, "--json")).Output.ShouldContain("\"rows\": 1");
        using var written = WordprocessingDocument.Open(docx, isEditable: false);
        written.MainDocumentPart!.Document.Body!.InnerText.ShouldContain("健康を支える");
        using var book = SpreadsheetDocument.Open(xlsx, isEditable: false);
        book.WorkbookPart!.WorksheetParts.Single().Worksheet.InnerText.ShouldContain("健康を支える");
    }

    [Fact]
    public async Task A_plan_book_and_a_chart_are_written_for_the_plan_that_is_meant()
    {
        using var run = new CommandRun();
        var (old, _) = await GivenEditions(run);
        foreach (var (kind, file) in new[] { ("plan-book", "計画書.docx"), ("plan-chart", "体系図.docx"), ("plan-chart", "体系図.xlsx") })
            (await run.Run("document", kind, "--municipality", $"{CommandRun.Code}", "--to", Path.Combine(run.Folder, file), "--json")).Output.ShouldContain("\"rows\": 1");
        using var book = WordprocessingDocument.Open(Path.Combine(run.Folder, "計画書.docx"), isEditable: false);
        book.MainDocumentPart!.Document.Body!.InnerText.ShouldContain("安心して暮らす", customMessage: "the shown edition is the first one");
        if (new Shirube.Office.Printing.ChromiumPrinter().WhyNotPrint() is null)
            (await run.Run("document", "plan-book", "--municipality", $"{CommandRun.Code}", "--edition", old, "--to", Path.Combine(run.Folder, "計画書.pdf"))).Code.ShouldBe(0);
        var none = await run.Run("document", "plan-book", "--municipality", $"{CommandRun.Code}", "--plan", "nothing", "--to", Path.Combine(run.Folder, "ない.docx"));
        (none.Code, none.Error.Trim()).ShouldBe((1, "選んだ版が見つかりません。版の一覧から選び直してください。"));
    }

    [Fact]
    public async Task What_cannot_be_written_is_said_in_one_sentence_and_no_file_is_made()
    {
        using var run = new CommandRun();
        var (old, _) = await GivenEditions(run);
        foreach (var (kind, with, file, sentence) in new[]
        {
            ("novel", old, "a.docx", "「novel」という文書はつくれません。"), ("comparison", old, "a.odt", "「a.odt」の形の文書はつくれません。"), ("comparison", "nothing", "a.docx", "選んだ版が見つかりません。"),
        })
        {
            var to = Path.Combine(run.Folder, file);
            var done = await run.Run("document", kind, "--municipality", $"{CommandRun.Code}", "--from", old, "--with", with, "--to", to);
            (done.Code, done.Error.Trim().Contains('\n')).ShouldBe((1, false));
            done.Error.ShouldStartWith(sentence);
            File.Exists(to).ShouldBeFalse();
        }
    }

    private static async Task<(string Old, string New)> GivenEditions(CommandRun run)
    {
        var plan = Sample.Plan("アクションプラン");
        var first = plan.Draft("骨子");
        var item = new PlanTree(first, plan, []).Add(plan.Levels[0], null, "1", "安心して暮らす");
        var (second, copies) = first.CopyAs("素案", EditionKind.Draft, [item]);
        copies[0].Write("1", "健康を支える", null, null);
        await using var db = run.Catalogue.Open(CommandRun.Code);
        db.Change = new(null, "test", null);
        db.AddRange(plan, first, item, second, copies[0]);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        return ($"{first.Key}", $"{second.Key}");
    }
}
