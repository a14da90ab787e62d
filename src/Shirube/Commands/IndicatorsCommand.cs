using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using Shirube.Domain.Common;
using Shirube.Domain.Indicators;
using Shirube.Files.Indicators;
using Shirube.Files.Workbooks;

namespace Shirube.Commands;

internal static class IndicatorsCommand
{
    private static readonly Argument<FileInfo> File = new("FILE") { Description = "指標の表(csv、xlsx)。見出しは id,type,baseline,target,actual,expectedShare、範囲では lower,upper,tolerance も" };
    private static readonly Option<string> Scheme = new("--scheme") { Description = $"判定の段階({string.Join("、", GradeScheme.Known.Select(s => $"{s.Key}: {s.Name}"))})", HelpName = "NAME", DefaultValueFactory = _ => GradeScheme.Letters.Key };
    private static readonly JsonSerializerOptions Written = new() { WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.CamelCase, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private sealed record Assessed(string Id, decimal? Rate, decimal? Pace, string? Grade, string? Reason);

    public static Command Make()
    {
        var assess = new Command("assess", "指標の表から、達成率・進度・判定を求めてJSONで出します。") { File, Scheme };
        assess.SetAction(parsed =>
        {
            var scheme = GradeScheme.Known.FirstOrDefault(s => s.Key == parsed.GetValue(Scheme)) ?? throw new RefusalException(Refusals.GradeSchemeUnknown(parsed.GetValue(Scheme)!, string.Join("、", GradeScheme.Known.Select(s => s.Key))));
            using var stream = parsed.GetRequiredValue(File).OpenForReading();
            using var workbook = Workbook.Open(stream, parsed.GetRequiredValue(File).Name);
            Console.Out.WriteLine(JsonSerializer.Serialize(MeasurementFile.Read(workbook).Select(m => Of(m.Id, Assessment.Of(m.Measurement, scheme))), Written));
        });
        return new Command("indicators", "指標を扱います。") { assess };
    }

    private static Assessed Of(string id, Assessment assessment) =>
        new(id, Shown(assessment.Rate.Percent), Shown(assessment.Pace.Percent), assessment.Grade?.Label, assessment.Reason?.Words());

    // why: 40.00 is 40.
    private static decimal? Shown(decimal? percent) => percent / 1.0000000000000000000000000000m;
}
