using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace Shirube.Commands;

/// <summary>Options that every command understands.</summary>
public static class Options
{
    public static readonly Option<DirectoryInfo> Data = new("--data")
    {
        Description = "この設置のデータを置くフォルダー", HelpName = "DIR", Recursive = true, DefaultValueFactory = _ => new("data"),
    };

    public static readonly Option<bool> Json = new("--json") { Description = "結果をJSONで出力します", Recursive = true };

    public static readonly Option<FileInfo?> Mail = new("--mail") { Description = "お知らせメールを送る設定のファイル(なければ、データのフォルダーの mail.json)", HelpName = "FILE" };

    public static string MailFile(this ParseResult parsed) => parsed.GetValue(Mail)?.FullName ?? Path.Combine(parsed.GetValue(Data)!.FullName, "mail.json");

    private static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>Prints a result: as JSON when asked for, else in words.</summary>
    public static void Print<T>(this ParseResult parsed, T result, Func<T, string> words) =>
        Console.Out.WriteLine(parsed.GetValue(Json) ? JsonSerializer.Serialize(result, Readable) : words(result));
}
