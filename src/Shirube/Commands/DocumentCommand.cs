using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Files.Papers;
using Shirube.Office.Plans;
using Shirube.Office.Printing;

namespace Shirube.Commands;

internal static class DocumentCommand
{
    private static readonly IReadOnlyDictionary<string, DocumentKind> Kinds = new[]
    {
        new DocumentKind("comparison", "新旧対照表", [".docx", ".xlsx"], WriteComparison),
        new DocumentKind("plan-book", "計画書", [".docx", ".pdf"], WriteBook),
        new DocumentKind("plan-chart", "体系図", [".docx", ".pdf", ".xlsx"], WriteChart),
    }.Concat(EvaluationPapers.Kinds).ToDictionary(k => k.Name);

    private static readonly Argument<string> Kind = new("KIND") { Description = $"何をつくるか。{string.Join("、", Kinds.Values.Select(k => $"{k.Name}({k.Title})"))}" };
    private static readonly Option<FileInfo> To = new("--to") { Description = "書き出すファイル。名前の終わり(.docx、.pdf、.xlsx)で形が決まります", HelpName = "FILE", Required = true };
    private static readonly Option<string> From = new("--from") { Description = "comparison: 旧にする版のキー(版のアドレスにある7文字)", HelpName = "EDITION" };
    private static readonly Option<string> With = new("--with") { Description = "comparison: 新にする版のキー", HelpName = "EDITION" };
    private static readonly Option<bool> All = new("--all") { Description = "comparison: 変わらない項目も入れます" };
    private static readonly Option<string> Plan = new("--plan") { Description = "plan-book、plan-chart: 計画のキー(計画のアドレスにある7文字)。なければ事務事業を置いた計画", HelpName = "PLAN" };
    private static readonly Option<int?> Level = new("--level") { Description = "plan-chart: 上から何番目の階層までか。なければ事務事業を置く階層まで", HelpName = "N" };
    private static readonly Option<string> Edition = new("--edition") { Description = "plan-book、plan-chart: 版のキー。なければ庁内で使う版", HelpName = "EDITION" };

    internal static IPagePrinter Printer => new ChromiumPrinter();
    internal static string WebRoot => Path.Combine(AppContext.BaseDirectory, "wwwroot");

    private sealed record Result(string File, int Rows);

    public static Command Make()
    {
        var command = new Command("document", "配る文書をつくります。") { Kind, Subject.Municipality, To, From, With, All, Plan, Edition, Level, EvaluationPapers.Round, EvaluationPapers.Department, EvaluationPapers.Public, EvaluationPapers.Form };
        command.SetAction(async (parsed, stop) =>
        {
            var catalogue = parsed.Catalogue();
            var municipality = parsed.MunicipalityIn(catalogue);
            var kind = Kinds.GetValueOrDefault(parsed.GetRequiredValue(Kind)) ?? throw new RefusalException(Refusals.DocumentUnknown(parsed.GetRequiredValue(Kind), [.. Kinds.Keys]));
            var to = parsed.GetRequiredValue(To);
            var format = to.Extension.ToLowerInvariant();
            (kind.Formats.Contains(format) ? null : Refusals.DocumentFormatUnknown(to.Name, kind.Formats)).ThrowIfAny();
            await using var db = catalogue.Open(municipality.Code);
            using var whole = new MemoryStream();
            var rows = await kind.Write(new(parsed, db, municipality.Name, format, Tokyo.DayOf(Subject.Clock.GetUtcNow().UtcDateTime)), whole);
            await File.WriteAllBytesAsync(to.FullName, whole.ToArray(), stop);
            parsed.Print(new Result(to.FullName, rows), r => $"{r.File} をつくりました({r.Rows:#,0}件の項目)。");
            return 0;
        });
        return command;
    }

    private static async Task<int> WriteComparison(AskedDocument asked, Stream to)
    {
        var with = asked.Parsed.GetValue(With);
        var plan = await asked.Db.Plans.Where(p => asked.Db.Editions.Any(e => e.PlanId == p.Id && e.Key == new PublicKey(with ?? ""))).Select(p => p.Key).FirstOrDefaultAsync();
        var comparison = await EditionComparison.Read(asked.Db, plan.Value ?? "", asked.Parsed.GetValue(From), with) ?? throw new RefusalException(Refusals.EditionUnknown);
        var paper = EditionPaper.Of(comparison, asked.Parsed.GetValue(All), asked.Today);
        if (asked.Format == ".docx")
            ComparisonDocx.Write(to, paper);
        else
            ComparisonXlsx.Write(to, paper);
        return paper.Rows.Count;
    }

    private static async Task<int> WriteBook(AskedDocument asked, Stream to)
    {
        var book = await Book(asked);
        if (asked.Format == ".docx")
            BookDocx.Write(to, PlanBookPaper.Of(book));
        else
            await to.WriteAsync(await BookPdf.Of(PlanBookPaper.Of(book), Printer, WebRoot));
        return book.Working.Items.Count;
    }

    private static async Task<int> WriteChart(AskedDocument asked, Stream to)
    {
        var chart = PlanChart.Of(await Book(asked), asked.Parsed.GetValue(Level));
        var sheet = chart.Sheet();
        if (asked.Format == ".docx")
            SheetDocx.Write(to, sheet);
        else if (asked.Format == ".xlsx")
            SheetXlsx.Write(to, sheet);
        else
            await to.WriteAsync(await Printer.Print(PrintPage.OfSheet(sheet, WebRoot)));
        return chart.Book.Working.Items.Count(i => chart.Levels.Any(l => l.Id == i.LevelId));
    }

    private static async Task<PlanBook> Book(AskedDocument asked) =>
        await PlanBook.Read(asked.Db, asked.Municipality, asked.Parsed.GetValue(Plan), asked.Parsed.GetValue(Edition), asked.Today) ?? throw new RefusalException(Refusals.EditionUnknown);
}
