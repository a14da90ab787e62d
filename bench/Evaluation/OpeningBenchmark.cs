using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace Bench;

/// <summary>A round for a thousand projects, opened by the page, with last year's answers rolled forward into its sheets.</summary>
internal static class OpeningBenchmark
{
    public const string Name = "evaluation-opening";

    public static async Task<Outcome> Run(EvaluationSite site, int rounds)
    {
        var opened = 0;
        var series = await Rounds.Alternate(warmUps: 1, rounds, async () =>
        {
            var watch = Stopwatch.StartNew();
            await site.Open(EvaluationSite.Year, string.Create(CultureInfo.InvariantCulture, $"今年度の評価 {++opened}"));
            return watch.Elapsed.TotalSeconds;
        });
        await using var db = site.OpenDb();
        var sheets = await db.EvaluationSheets.CountAsync() / (opened + 1);
        var carried = await db.EvaluationSheets.SelectMany(s => s.Answers).CountAsync(a => a.CarriedFrom != null) / opened;
        return new(Name, string.Create(CultureInfo.InvariantCulture, $"a round of {sheets:#,0} projects opened in the browser's way, {carried:#,0} answers of last year rolled forward"), [Finding.AtMost("from sending the form to the answer, seconds", 10, " s", series[0])]);
    }
}
