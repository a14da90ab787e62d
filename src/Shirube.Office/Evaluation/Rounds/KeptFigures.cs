using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Evaluation;

namespace Shirube.Office.Evaluation;

/// <summary>The figures beside the answers of sheets: as the records say now, or as they were kept, with the name and the department of that moment, when the round was closed.</summary>
public sealed class KeptFigures(OfficeDb db)
{
    private static readonly JsonSerializerOptions Options = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, Converters = { new JsonStringEnumConverter() } };

    public async Task Keep(EvaluationRound round, FiscalYear year)
    {
        var rows = (await SheetRows.Read(db, round, year)).ToDictionary(r => r.Id);
        var sheets = await db.EvaluationSheets.AsTracking().Where(s => s.RoundId == round.Id).ToListAsync();
        var figures = await FigureReading.Read(db, round, sheets);
        foreach (var sheet in sheets)
            sheet.Freeze(rows[sheet.Id].Name, rows[sheet.Id].Owner, JsonSerializer.Serialize(figures.Of(sheet), Options));
    }

    /// <summary>The figures of one sheet: as they were kept, or as the records say now.</summary>
    public async Task<SheetFigures> ReadAsync(EvaluationRound round, EvaluationSheet sheet) =>
        sheet.FrozenJson is { } frozen ? Of(frozen) : (await FigureReading.Read(db, round, [sheet])).Of(sheet);

    public static SheetFigures Of(string frozen) => JsonSerializer.Deserialize<SheetFigures>(frozen, Options)!;
}
