using System.CommandLine;
using Shirube.Exchange.Publishing;
using Shirube.Office.Publishing;

namespace Shirube.Commands;

internal static class PublishCommand
{
    private static readonly Option<string?> Note = new("--note") { Description = "公表の記録に載せる一言", HelpName = "TEXT" };

    public static Command Make()
    {
        var command = new Command("publish", "いまの内容を公表します(署名した公表のファイルをつくります)。") { Subject.Municipality, Note };
        command.SetAction(async (parsed, stop) =>
        {
            var catalogue = parsed.Catalogue();
            var municipality = parsed.MunicipalityIn(catalogue);
            await using var db = catalogue.Open(municipality.Code);
            db.Change = new(null, "publish", parsed.GetValue(Note));
            var publication = new Publication(new ReleaseStore(parsed.DataFolder()), new ReleaseWriter(parsed.DataFolder(), Subject.Clock));
            var published = await publication.PublishAsync(db, new(municipality.Code, municipality.Name), parsed.GetValue(Note), stop);
            parsed.Print(published, Words);
        });
        return command;
    }

    private static string Words(Published published) =>
        string.Join('\n', published.Warnings.Select(w => $"注意: {w}").Prepend($"公表 {published.Release} をつくりました。"));
}
