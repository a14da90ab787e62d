using System.Globalization;

namespace Shirube.Exchange.Publishing;

/// <summary>The name of a release: the Tokyo day it was made and its number on that day, from 1. 20261122-01.</summary>
public readonly record struct ReleaseId(DateOnly Day, int Number) : IComparable<ReleaseId>
{
    public static bool TryParse(string? text, out ReleaseId id)
    {
        id = default;
        if (text?.Split('-') is not [{ Length: 8 } day, { Length: >= 2 } number]
            || !DateOnly.TryParseExact(day, "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            || !int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var n) || n < 1)
            return false;
        id = new(date, n);
        return id.ToString() == text;
    }

    public int CompareTo(ReleaseId other) => (Day, Number).CompareTo((other.Day, other.Number));
    public static bool operator <(ReleaseId a, ReleaseId b) => a.CompareTo(b) < 0;
    public static bool operator >(ReleaseId a, ReleaseId b) => a.CompareTo(b) > 0;
    public static bool operator <=(ReleaseId a, ReleaseId b) => a.CompareTo(b) <= 0;
    public static bool operator >=(ReleaseId a, ReleaseId b) => a.CompareTo(b) >= 0;
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Day:yyyyMMdd}-{Number:00}");
}
