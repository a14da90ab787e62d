using System.CommandLine;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Safety;

namespace Shirube.Commands;

internal static class MigrateCommand
{
    private static readonly Option<bool> DryRun = new("--dry-run") { Description = "何も変えず、何を適用することになるかだけを出します" };
    private static readonly Option<bool> NoBackup = new("--no-backup") { Description = "先にバックアップをつくりません" };
    private static readonly Option<string?> To = new("--to") { Description = "団体のデータベースを移す先のPostgreSQLへの接続文字列。SQLiteのファイルに戻すときは sqlite", HelpName = "CONNECTION|sqlite" };

    private sealed record Result(string Municipality, IReadOnlyList<string> Applied, bool DryRun);

    public static Command Make()
    {
        var command = new Command("migrate", "データベースをこのプログラムの版に上げます(先にバックアップをつくります)。--to で別のデータベースへ移します。") { Subject.MunicipalityIfAny, DryRun, NoBackup, To };
        command.SetAction((parsed, stop) =>
        {
            if (parsed.GetValue(To) is { } to)
                Move(parsed, to, stop);
            else
                Upgrade(parsed);
            return Task.FromResult(0);
        });
        return command;
    }

    private static void Upgrade(ParseResult parsed)
    {
        var catalogue = parsed.GetValue(NoBackup) ? new Catalogue(parsed.DataFolder(), Subject.Clock) : parsed.CatalogueAlone();
        var chosen = parsed.MunicipalitiesIn(catalogue);
        var states = chosen.ToDictionary(m => m.Code, m => catalogue.AsItIs(m).Schema() ?? throw new RefusalException(Refusals.DatabaseWithoutTables));
        var dry = parsed.GetValue(DryRun);
        if (!dry && states.Values.Any(s => s.Pending.Count > 0))
        {
            using var alone = InUse.Alone(parsed.DataFolder());
            foreach (var municipality in chosen)
                catalogue.Open(municipality.Code).Dispose();
        }

        parsed.Print(chosen.Select(m => new Result(m.Code.Value, [.. states[m.Code].Pending.Select(p => p.Name)], dry)).ToList(), all => string.Join('\n', all.Select(Words)));
    }

    private static string Words(Result result) =>
        result.Applied.Count == 0 ? $"団体 {result.Municipality} のデータベースは最新です。"
        : $"団体 {result.Municipality}: {string.Join("、", result.Applied)} を適用{(result.DryRun ? "することになります(まだ何も変えていません)" : "しました")}。";

    private static void Move(ParseResult parsed, string to, CancellationToken stop)
    {
        var catalogue = parsed.CatalogueAlone();
        var code = parsed.CodeIfAny() ?? throw new RefusalException(Refusals.MunicipalityMissing);
        var municipality = catalogue.Find(code) ?? throw new RefusalException(Refusals.MunicipalityUnknown(code));
        var moved = new Moving(catalogue, Subject.Clock, parsed.Progress()).Run(municipality, to, stop);
        parsed.Print(moved, m => $"団体 {m.Municipality} のデータベースを {m.From} から {m.To} へ移しました(表 {m.Tables}、行 {m.Rows:#,0}、すべて同じ)。"
            + (m.Old is null ? "もとのPostgreSQLのデータベースは、そのまま残っています。" : $"もとのファイルは {m.Old} に置いてあります。"));
    }
}
