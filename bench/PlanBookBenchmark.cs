using System.Diagnostics;
using System.Globalization;
using Shirube.Data;
using Shirube.Demonstration;
using Shirube.Domain.Indicators;
using Shirube.Files.Papers;
using Shirube.Office.Plans;

namespace Bench;

/// <summary>A plan book in Word of the invented city's plan, from its database to the whole file: two hundred pages and more.</summary>
internal static class PlanBookBenchmark
{
    public const string Name = "plan-book";
    private static readonly DateOnly Day = new(2026, 11, 27);

    public static async Task<Outcome> Run(int rounds)
    {
        using var folder = new ScratchFolder();
        Console.WriteLine("seeding a city with a written plan …");
        var catalogue = new Catalogue(folder.Path, TimeProvider.System);
        await new LargeSampleMunicipality(catalogue, TimeProvider.System, SampleSize.City).MakeAsync(default);
        await Write(catalogue);
        var (bytes, pages) = (0L, PagesOf(await Book(catalogue), folder));
        var series = await Rounds.Alternate(warmUps: 2, rounds, async () =>
        {
            var watch = Stopwatch.StartNew();
            using var file = new MemoryStream();
            BookDocx.Write(file, PlanBookPaper.Of(await Book(catalogue)));
            bytes = file.Length;
            return watch.Elapsed.TotalSeconds;
        });
        return new(Name, "a plan book in Word with 136 items, their texts, indicators with charts and projects, from the database to the file",
        [
            Finding.AtMost("whole book, seconds", 5, " s", series[0]),
            pages is { } counted ? Finding.AtLeast("pages, as LibreOffice lays them out", 200, new Series([counted])) : Finding.Told("pages: not counted, LibreOffice is not on this machine;", "", 0),
            Finding.Told("size of the file", " kB", bytes / 1024d),
        ]);
    }

    // why: the invented plan has no texts; a real one has half a page to a page for each item, and two indicators.
    private static async Task Write(Catalogue catalogue)
    {
        await using var db = catalogue.Open(SampleSize.City.Code);
        db.Change = new(null, "bench", null);
        var number = 0;
        foreach (var item in db.PlanItems)
        {
            item.Write(item.Code, item.Title, item.PlainTitle, Text(++number));
            foreach (var which in new[] { "割合", "件数" })
            {
                var indicator = Indicator.Define($"サンプルの{which}{number}", which == "割合" ? "%" : "件", IndicatorKind.Outcome, "サンプルの算出方法", isSample: true);
                indicator.UseFor(db.Plans.First().Id, item.Key, 1);
                for (var year = 2018; year <= 2025; year++)
                    indicator.Measure(new(year), number + year % 7, ActualStatus.Final);
                indicator.Aim(new(2027), number + 12, new(2020, 3, 1), null);
                db.Add(indicator);
            }
        }

        await db.SaveChangesAsync();
    }

    private static string Text(int number) => string.Join("\n\n", Enumerable.Range(1, 4).Select(i => $"## 取組の方向{i}\n\n{string.Concat(Enumerable.Repeat($"項目{number}では、**市民**と事業者がともに取り組み、目標の達成に向けて進めます。", 4))}\n\n- 担い手を育てる\n- 場を整える\n\n| 年度 | 内容 |\n|---|---|\n| 令和8年度 | 準備 |\n| 令和9年度 | 実施 |"));

    private static async Task<PlanBook> Book(Catalogue catalogue)
    {
        await using var db = catalogue.Open(SampleSize.City.Code);
        return (await PlanBook.Read(db, SampleSize.City.Name, null, null, Day))!;
    }

    // why: only a program that lays pages out knows how many there are.
    private static double? PagesOf(PlanBook book, ScratchFolder folder)
    {
        var (docx, pdf) = (folder.File("book.docx"), folder.File("book.pdf"));
        using (var file = File.Create(docx))
            BookDocx.Write(file, PlanBookPaper.Of(book));
        try
        {
            using var office = Process.Start(new ProcessStartInfo("soffice", [$"-env:UserInstallation={new Uri(folder.File("profile")).AbsoluteUri}", "--headless", "--convert-to", "pdf", "--outdir", folder.Path, docx]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true })!;
            office.WaitForExit();
            using var info = Process.Start(new ProcessStartInfo("pdfinfo", [pdf]) { UseShellExecute = false, RedirectStandardOutput = true })!;
            return info.StandardOutput.ReadToEnd().Split('\n').Where(l => l.StartsWith("Pages:", StringComparison.Ordinal)).Select(l => (double?)double.Parse(l["Pages:".Length..], CultureInfo.InvariantCulture)).FirstOrDefault();
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }
}
