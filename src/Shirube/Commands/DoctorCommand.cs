using System.CommandLine;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Safety;

namespace Shirube.Commands;

internal static class DoctorCommand
{
    private sealed record Result(Health Worst, IReadOnlyList<Finding> Checks);

    public static Command Make()
    {
        var command = new Command("doctor", "この設置を調べ、悪いところと、どうすればよいかを言います。何も変えません。") { Subject.MunicipalityIfAny, Options.Mail };
        command.SetAction(async (parsed, stop) =>
        {
            var catalogue = parsed.CatalogueAlone();
            List<Finding> checks = [.. new InstallationCheck(catalogue, Subject.Clock).Run(), await new MailCheck(new(parsed.MailFile(), Environment.GetEnvironmentVariable)).RunAsync(stop)];
            foreach (var municipality in Chosen(parsed, catalogue))
                checks.AddRange(await new MunicipalityCheck(catalogue, municipality, Subject.Clock).RunAsync(stop));
            parsed.Print(new Result(checks.Max(c => c.Health), checks), Words);
            var faults = checks.Count(c => c.Health == Health.Fault);
            if (faults == 0)
                return 0;
            await Console.Error.WriteLineAsync($"{faults}件の異常があります。それぞれの「→」に書いたことをしてください。");
            return 1;
        });
        return command;
    }

    private static IReadOnlyList<Municipality> Chosen(ParseResult parsed, Catalogue catalogue)
    {
        try
        {
            return parsed.MunicipalitiesIn(catalogue);
        }
        catch (RefusalException refused) when (refused.Refusal.Code == Refusals.CatalogueUnreadable("", "").Code)
        {
            // why: the check of the list says so itself, beside all that can still be checked.
            return [];
        }
    }

    private static string Words(Result result) => string.Join('\n', result.Checks.Select(c =>
        $"{c.Word} {(c.Municipality is null ? "" : $"{c.Municipality} ")}{c.Check}: {c.What}{(c.ToDo is null ? "" : $"\n     → {c.ToDo}")}"));
}
