using System.CommandLine;
using Shirube.Domain.Common;
using Shirube.Safety;

namespace Shirube.Commands;

internal static class RestoreCommand
{
    private static readonly Argument<string> File = new("FILE") { Description = "backup でつくったファイル" };
    private static readonly Option<bool> Replace = new("--replace") { Description = "すでにある団体を置き換えます(いまのデータは消さずに脇へ置きます)。画面(serve)は止めておきます" };

    public static readonly Option<string?> Connection = new("--connection") { Description = "戻す先のPostgreSQLへの接続文字列。SQLiteのファイルにするときは sqlite(なければ、いまと同じ所)", HelpName = "CONNECTION|sqlite" };

    public static Command Make()
    {
        var command = new Command("restore", "バックアップから団体を戻します。全体を確かめてから始め、表を一つずつ比べます。") { File, Subject.MunicipalityIfAny, Replace, Connection };
        command.SetAction(async (parsed, stop) =>
        {
            using var copy = CopyReader.At(parsed.GetRequiredValue(File));
            return await Run(parsed, copy, new(parsed.CodeIfAny(), parsed.GetValue(Replace), parsed.GetValue(Connection)), stop);
        });
        return command;
    }

    public static async Task<int> Run(ParseResult parsed, CopyReader copy, RestoreChoice choice, CancellationToken stop)
    {
        var restored = await new Restoring(parsed.CatalogueAlone(), Subject.Clock, parsed.Progress()).RunAsync(copy, choice, stop);
        parsed.Print(restored, Words);
        if (restored.Findings.Count == 0)
            return 0;
        await Console.Error.WriteLineAsync($"戻しましたが、{restored.Findings.Count}件の異常があります。docs/runbooks/when-verify-fails.md の手順で対応してください。");
        return 1;
    }

    private static string Words(Restored r) => string.Join('\n',
    [
        $"団体 {r.Municipality}「{r.Name}」を、{Tokyo.At(r.MadeAt):yyyy年M月d日H時m分}の写しから戻しました(表 {r.Tables}、行 {r.Rows:#,0}、すべて同じ)。",
        .. r.PutAside.Select(p => $"前のデータは {p} に置いてあります。要らないと分かったら消してください。"),
        .. r.Findings.Select(f => $"・{f}"),
    ]);
}
