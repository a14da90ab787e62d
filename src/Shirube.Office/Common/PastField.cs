using Shirube.Data;
using Shirube.Domain.Common;

namespace Shirube.Office.Common;

/// <summary>One field of a record as it was at a moment, to be put back through the record's own verbs.</summary>
public sealed record PastField(RecordPast Past, Spot Spot)
{
    /// <summary>The fields of a part in the words of its key, or the record's own field.</summary>
    public string Name => Spot.Part ?? Spot.Field ?? "";

    internal PartKey Key => new(Spot.Key ?? "");

    /// <summary>What the field was, where it is the one to be put back; otherwise what it is.</summary>
    public string? Own(string field, string? now) => Spot.Part is null && Spot.Field == field ? Past.Of(null, null, field) : now;

    public T? Own<T>(string field, T? now, Func<string, T> read) where T : struct =>
        Spot.Part is not null || Spot.Field != field ? now : Past.Of(null, null, field) is { } text ? read(text) : null;

    /// <summary>A field of the part as it was.</summary>
    public string? OfPart(string field) => Past.Of(Spot.Part, Spot.Key, field);

    public FiscalYear Year => ReadYear(Key[0]);

    public static FiscalYear ReadYear(string text) => new(int.Parse(text, System.Globalization.CultureInfo.InvariantCulture));

    public static decimal ReadNumber(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
