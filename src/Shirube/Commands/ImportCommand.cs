using System.CommandLine;
using Shirube.Domain.Common;
using Shirube.Files.Import;
using Shirube.Files.Workbooks;
using Shirube.Office.Projects.Import;

namespace Shirube.Commands;

internal static class ImportCommand
{
    private static readonly Argument<FileInfo> File = new("FILE") { Description = "取り込むファイル(xlsx、xls、csv)" };
    private static readonly Option<string?> Preset = new("--preset") { Description = "対応定義の見本の名前", HelpName = "NAME" };
    private static readonly Option<FileInfo?> MappingFile = new("--mapping") { Description = "対応定義(JSON)", HelpName = "FILE.json" };
    private static readonly Option<int?> Year = new("--fiscal-year") { Description = "ファイルから年度が分からないときの年度(西暦)", HelpName = "N" };
    private static readonly Option<bool> DryRun = new("--dry-run") { Description = "何も保存せず、取り込むとどうなるかだけを出します" };

    public static Command Make()
    {
        var command = new Command("import", "事務事業の一覧をファイルから取り込みます。") { File, Subject.Municipality, Preset, MappingFile, Year, DryRun };
        command.SetAction(async (parsed, stop) => await Run(parsed, stop));
        return command;
    }

    private static async Task<int> Run(ParseResult parsed, CancellationToken stop)
    {
        var catalogue = parsed.Catalogue();
        var municipality = parsed.MunicipalityIn(catalogue);
        var (batch, mapping) = Read(parsed, municipality.Code);
        await using var db = catalogue.Open(municipality.Code);
        var import = new OfficeImport(db, Occasion.At(null, Subject.Clock.GetUtcNow()));
        if (!parsed.GetValue(DryRun) && !batch.HasErrors)
        {
            var (report, _) = await import.RunAsync(batch, (mapping.Json, mapping.Words), cancel: stop);
            parsed.Print(report, ReportWords.Of);
            return 0;
        }

        var taken = await import.PreviewAsync(batch, stop);
        parsed.Print(ImportReport.Of(taken, mapping.Words, dryRun: parsed.GetValue(DryRun)), ReportWords.Of);
        OfficeImport.RefuseErrors(taken);
        return 0;
    }

    private static (ImportBatch, MappingChoice) Read(ParseResult parsed, MunicipalityCode code)
    {
        var year = parsed.GetValue(Year) is { } given ? FiscalYearOf(given) : (FiscalYear?)null;
        using var stream = parsed.GetRequiredValue(File).OpenForReading();
        using var workbook = Workbook.Open(stream, parsed.GetRequiredValue(File).Name);
        var mapping = Choose(parsed, workbook);
        return (Importer.Read(workbook, mapping.Mapping, new(code, year)), mapping);
    }

    private static MappingChoice Choose(ParseResult parsed, Workbook workbook)
    {
        if (parsed.GetValue(Preset) is { } preset)
            return MappingChoice.Preset(preset);
        if (parsed.GetValue(MappingFile) is not { } file)
            return MappingChoice.For(workbook);
        using var reader = new StreamReader(file.OpenForReading());
        return MappingChoice.Given(reader.ReadToEnd(), file.Name);
    }

    private static FiscalYear FiscalYearOf(int year) =>
        year is >= 1868 and <= 2200 ? new(year) : throw new RefusalException(Refusals.FiscalYearOutside(year));
}
