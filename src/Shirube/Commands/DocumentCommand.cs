using System.CommandLine;
using Microsoft.EntityFrameworkCore;
using Shirube.Domain.Common;
using Shirube.Files.Papers;
using Shirube.Office.Plans;

namespace Shirube.Commands;

internal static class DocumentCommand
{
    private const string Comparison = "comparison";
    private static readonly Argument<string> Kind = new("KIND") { Description = "何をつくるか。comparison(新旧対照表)" };
    private static readonly Option<FileInfo> To = new("--to") { Description = "書き出すファイル。名前の終わり(.docx、.xlsx)で形が決まります", HelpName = "FILE", Required = true };
    private static readonly Option<string> From = new("--from") { Description = "comparison: 旧にする版のキー(版のアドレスにある7文字)", HelpName = "EDITION" };
    private static readonly Option<string> With = new("--with") { Description = "comparison: 新にする版のキー", HelpName = "EDITION" };
    private static readonly Option<bool> All = new("--all") { Description = "comparison: 変わらない項目も入れます" };

    private sealed record Result(string File, int Rows);

    public static Command Make()
    {
        var command = new Command("document", "配る文書をつくります。") { Kind, Subject.Municipality, To, From, With, All };
        command.SetAction(async (parsed, stop) =>
        {
            var catalogue = parsed.Catalogue();
            var municipality = parsed.MunicipalityIn(catalogue);
            (parsed.GetRequiredValue(Kind) == Comparison ? null : Refusals.DocumentUnknown(parsed.GetRequiredValue(Kind), [Comparison])).ThrowIfAny();
            var write = Writer(parsed.GetRequiredValue(To));
            await using var db = catalogue.Open(municipality.Code);
            var with = parsed.GetValue(With);
            var plan = await db.Plans.Where(p => db.Editions.Any(e => e.PlanId == p.Id && e.Key == new PublicKey(with ?? ""))).Select(p => p.Key).FirstOrDefaultAsync(stop);
            var comparison = await EditionComparison.Read(db, plan.Value ?? "", parsed.GetValue(From), with) ?? throw new RefusalException(Refusals.EditionUnknown);
            var paper = EditionPaper.Of(comparison, parsed.GetValue(All), Tokyo.DayOf(Subject.Clock.GetUtcNow().UtcDateTime));
            write(paper);
            parsed.Print(new Result(parsed.GetRequiredValue(To).FullName, paper.Rows.Count), r => $"{r.File} をつくりました({r.Rows:#,0}件の項目)。");
            return 0;
        });
        return command;
    }

    private static Action<ComparisonPaper> Writer(FileInfo file)
    {
        Action<Stream, ComparisonPaper> write = file.Extension.ToLowerInvariant() switch
        {
            ".docx" => ComparisonDocx.Write,
            ".xlsx" => ComparisonXlsx.Write,
            _ => throw new RefusalException(Refusals.DocumentFormatUnknown(file.Name, [".docx", ".xlsx"])),
        };
        return paper =>
        {
            using var whole = new MemoryStream();
            write(whole, paper);
            File.WriteAllBytes(file.FullName, whole.ToArray());
        };
    }
}
