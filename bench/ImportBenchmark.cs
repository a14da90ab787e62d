using System.Diagnostics;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Files.Import;
using Shirube.Files.Workbooks;
using Shirube.Office.Projects.Import;

namespace Bench;

/// <summary>A workbook of 210 columns taken in whole, beside ExcelDataReader merely walking its cells.</summary>
internal static class ImportBenchmark
{
    private static readonly MunicipalityCode Code = MunicipalityCode.Parse("990019");

    /// <param name="workbook">A city's own workbook; without one an invented workbook of the same shape is made.</param>
    public static async Task<Outcome> Run(int rounds, FileInfo? workbook)
    {
        using var folder = new ScratchFolder();
        var file = workbook?.FullName ?? Invented(folder);
        var again = new List<double>();
        var series = await Rounds.Alternate(warmUps: 3, rounds,
            () => Task.FromResult(Timed(() => WalkedCells.Count(file))),
            () => Task.FromResult(Timed(() => Read(file))),
            async () =>
            {
                var (first, second) = await TakeInTwice(file, folder);
                again.Add(second);
                return first;
            });
        var (walk, read, import) = (series[0], series[1], series[2]);
        return new(workbook is null ? "import" : "import-real", $"{(workbook is null ? "an invented workbook" : "a real city's workbook")} of 210 columns and 407 projects into an empty SQLite database, with its change log",
        [
            Finding.AtMost("whole import, seconds", 2, " s", import),
            Finding.AtMost("whole import, times ExcelDataReader walking the cells", 5, "×", import.Per(walk)),
            Finding.AtMost("of it reading and mapping, times walking", 2, "×", read.Per(walk)),
            Finding.AtMost("the same file a second time (changes nothing), seconds", 2, " s", new Series(again[^rounds..])),
        ]);
    }

    private static string Invented(ScratchFolder folder)
    {
        var invented = folder.File("invented.xlsx");
        InventedWorkbook.Write(invented);
        return invented;
    }

    private static async Task<(double First, double Second)> TakeInTwice(string file, ScratchFolder folder)
    {
        var catalogue = new Catalogue(folder.File(Guid.NewGuid().ToString("N")), TimeProvider.System);
        catalogue.Create(Code, "サンプル市");
        var first = await TakeIn(file, catalogue);
        return (first, await TakeIn(file, catalogue));
    }

    private static async Task<double> TakeIn(string file, Catalogue catalogue)
    {
        var watch = Stopwatch.StartNew();
        var (batch, mapping) = Read(file);
        await using var db = catalogue.Open(Code);
        await new OfficeImport(db, Occasion.At(null, DateTimeOffset.UtcNow)).RunAsync(batch, (mapping.Json, mapping.Words));
        return watch.Elapsed.TotalSeconds;
    }

    private static (ImportBatch, MappingChoice) Read(string file)
    {
        using var stream = File.OpenRead(file);
        using var workbook = Workbook.Open(stream, Path.GetFileName(file));
        var mapping = MappingChoice.For(workbook);
        return (Importer.Read(workbook, mapping.Mapping, new(Code, null)), mapping);
    }

    private static double Timed<T>(Func<T> work)
    {
        var watch = Stopwatch.StartNew();
        _ = work();
        return watch.Elapsed.TotalSeconds;
    }
}
