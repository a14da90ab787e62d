using System.CommandLine;
using Shirube.Safety;

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
            var found = await Soundness.OfAsync(catalogue, code, stop);
            var result = new Result(code.Value, found.Findings.Count == 0, found.Releases, found.Withdrawn, found.Findings);
            return Report(parsed, result);
        });
        return command;
    }

    private static int Report(ParseResult parsed, Result result)
    {
        parsed.Print(result, r => string.Join('\n', r.Findings.Select(f => $"・{f}").Prepend($"公表 {r.Releases}件(うち取り下げ {r.Withdrawn}件)、変更履歴、データの参照を確かめました。{(r.Sound ? "異常はありません。" : "")}")));
        if (result.Sound)
            return 0;
        Console.Error.WriteLine($"{result.Findings.Count}件の異常が見つかりました。docs/runbooks/when-verify-fails.md の手順で対応してください。");
        return 1;
    }
}
