using System.CommandLine;
using Shirube.Data;
using Shirube.Exchange.Publishing;

namespace Shirube.Commands;

internal static class VerifyCommand
{
    private sealed record Result(string Municipality, bool Sound, int Releases, int Withdrawn, IReadOnlyList<string> Findings);

    public static Command Make()
    {
        var command = new Command("verify", "変更履歴のつながり、公表のつながりと署名、データの参照を確かめます。") { Subject.Municipality };
        command.SetAction(async (parsed, stop) =>
        {
            var catalogue = parsed.Catalogue();
            var code = parsed.MunicipalityIn(catalogue).Code;
            await using var db = catalogue.Open(code);
            var broken = await new ChangeLog(db).VerifyAsync(stop);
            var office = await OfficeChecks.RunAsync(db, stop);
            var releases = new ReleaseVerification(parsed.DataFolder()).Verify(code);
            List<string> findings = [.. broken is null ? [] : new[] { $"変更履歴の{broken.Sequence}番: {broken.What}" }, .. office, .. releases.Findings];
            var result = new Result(code.Value, findings.Count == 0, releases.Releases, releases.Withdrawn, findings);
            return Report(parsed, result);
        });
        return command;
    }

    private static int Report(ParseResult parsed, Result result)
    {
        parsed.Print(result, r => string.Join('\n', r.Findings.Select(f => $"・{f}").Prepend($"公表 {r.Releases}件(うち取り下げ {r.Withdrawn}件)、変更履歴、データの参照を確かめました。")));
        if (result.Sound)
            return 0;
        Console.Error.WriteLine($"{result.Findings.Count}件の異常が見つかりました。docs/runbooks/when-verify-fails.md の手順で対応してください。");
        return 1;
    }
}
