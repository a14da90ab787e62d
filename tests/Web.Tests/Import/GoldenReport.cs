using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Web.Tests.Import;

/// <summary>What of a report is kept as golden: counts, sums and codes, never a city's words.</summary>
internal static class GoldenReport
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Of(string report)
    {
        var all = JsonNode.Parse(report)!.AsObject();
        var golden = new JsonObject();
        foreach (var name in new[] { "rowsRead", "rowsSkipped", "projects", "financeRows", "indicators", "indicatorValues", "evaluations", "totals" })
            golden[name] = all[name]!.DeepClone();
        golden["items"] = new JsonArray([.. all["items"]!.AsObject().Select(i => (JsonNode)i.Value!.GetValue<int>())]);
        golden["problems"] = new JsonObject(all["problems"]!.AsArray().GroupBy(p => $"{p!["severity"]} {p["code"]}").OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => KeyValuePair.Create(g.Key, (JsonNode?)g.Sum(p => p!["count"]!.GetValue<int>()))));
        return golden.ToJsonString(Indented);
    }

    public static async Task<string> Expected(string name)
    {
        var file = Path.Combine(AppContext.BaseDirectory, "Import", "Golden", $"{name}.json");
        return File.Exists(file) ? (await File.ReadAllTextAsync(file)).Trim() : "";
    }
}
