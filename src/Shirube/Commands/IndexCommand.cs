using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;

namespace Shirube.Commands;

internal static class IndexCommand
{
    private sealed record Result(string Municipality, int Stray, int Records);

    public static Command Make()
    {
        var command = new Command("index", "検索用の写しを、記録からつくり直します。記録そのものは変わりません。") { Subject.Municipality };
        command.SetAction(async (parsed, stop) =>
        {
            var catalogue = parsed.Catalogue();
            var code = parsed.MunicipalityIn(catalogue).Code;
            await using var db = catalogue.Open(code);
            var stray = await SearchTexts.StrayAsync(db, stop);
            await SearchTexts.RebuildAsync(db, stop);
            parsed.Print(new Result(code.Value, stray, await db.SearchTexts.CountAsync(stop)), r => $"検索用の写しをつくり直しました({r.Records:#,0}件。うち記録と合っていなかったもの {r.Stray:#,0}件)。");
            return 0;
        });
        return command;
    }
}
