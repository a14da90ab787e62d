using System.CommandLine;
using Shirube.Domain.Common;
using Shirube.Safety;

namespace Shirube.Commands;

internal static class BackupCommand
{
    private static readonly Option<string?> To = new("--to") { Description = "置く先のフォルダー、またはファイル(.zip)。なければデータのフォルダーの backups", HelpName = "FILE|DIR" };
    private static readonly Option<int?> Keep = new("--keep") { Description = "団体ごとに残す数(それより古い、このしくみのバックアップを消します)", HelpName = "N" };

    static BackupCommand() => Keep.Validators.Add(result =>
    {
        if (result.Tokens is [var given] && (!int.TryParse(given.Value, out var count) || count < 1))
            result.AddError(given.Value);
    });

    public static Command Make()
    {
        var command = new Command("backup", "使っている間でも、団体のすべてのデータを一つのファイルにして取っておきます(鍵も入るので、人に渡さないでください)。") { Subject.MunicipalityIfAny, To, Keep };
        command.SetAction((parsed, stop) =>
        {
            var catalogue = parsed.Catalogue();
            var chosen = parsed.MunicipalitiesIn(catalogue);
            var to = parsed.GetValue(To);
            if (chosen.Count > 1 && to?.EndsWith(".zip", StringComparison.OrdinalIgnoreCase) == true)
                throw new RefusalException(Refusals.CopyOneFileForMany(to));
            var backups = new Backups(catalogue, Subject.Clock, parsed.Progress());
            var made = chosen.Select(m => backups.Make(m, to, parsed.GetValue(Keep), stop)).ToList();
            parsed.Print(made, all => string.Join('\n', all.SelectMany(Words)));
            (made.Find(m => m.LostIn is not null) is { } lost ? Refusals.BackupNotRestorable(lost.File, lost.LostIn!) : null).ThrowIfAny();
            return Task.FromResult(0);
        });
        return command;
    }

    private static IEnumerable<string> Words(MadeBackup made) =>
        made.Removed.Select(r => $"古いバックアップ {r} を消しました。").Prepend($"{made.File}({made.Bytes / 1024.0 / 1024:0.0}MB、表 {made.Tables}、行 {made.Rows:#,0})");
}
