using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using Shirube.Domain.Common;

namespace Shirube.Office.Evaluation;

/// <summary>The printed forms that the program brings, and those that somebody wrote as a file (JSON).</summary>
public static class PrintForms
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true, MaxDepth = 8,
        Converters = { new JsonStringEnumConverter(allowIntegerValues: false) },
    };

    public static IReadOnlyList<PrintForm> BuiltIn { get; } = [.. new[] { "evaluation-list", "project-statement", "audit-statement" }.Select(ReadBuiltIn)];

    /// <summary>Refuses what is no such file or cannot be laid out.</summary>
    public static PrintForm Read(Stream file)
    {
        try
        {
            var form = JsonSerializer.Deserialize<PrintForm>(file, Options) ?? throw new RefusalException(Refusals.PrintFormUnread("中身がありません"));
            (WhyNot(form) is { } why ? Refusals.PrintFormUnread(why) : null).ThrowIfAny();
            return form;
        }
        catch (JsonException wrong)
        {
            throw new RefusalException(Refusals.PrintFormUnread($"{(wrong.LineNumber ?? 0) + 1}行目"));
        }
    }

    private static string? WhyNot(PrintForm form) =>
        string.IsNullOrWhiteSpace(form.Title) ? "題名がありません"
        // why: the reader minds nulls in place of a member, not within a list.
        : form.Sections.Any(s => s is null || s.Fields.Any(f => f is null)) ? "中身のない項目があります"
        : form.Fields.Count() is 0 or > PrintForm.MostFields ? $"項目は1から{PrintForm.MostFields}までです"
        : form.Fields.FirstOrDefault(f => f.Width is < 1 or > 100 || f.Years is < -2 or > 1) is { } outside ? $"「{outside.Title}」の幅か年度がずれています"
        : form.Fields.FirstOrDefault(f => f.Role is null && f.Field is RecordField.Verdict or RecordField.Answers) is { } silent ? $"「{silent.Title}」に、どの設問かがありません"
        : form.Layout == PrintLayout.List && form.Fields.FirstOrDefault(f => f.Field >= RecordField.MoneyTable) is { } table ? $"「{table.Title}」は一覧に入れられません" : null;

    private static PrintForm ReadBuiltIn(string name)
    {
        using var resource = Assembly.GetExecutingAssembly().GetManifestResourceStream($"Shirube.Office.Evaluation.PrintForms.{name}.json")!;
        return Read(resource);
    }
}
