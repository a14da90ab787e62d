using System.Globalization;
using Shirube.Domain.Common;
using Shirube.Domain.Indicators;
using Shirube.Domain.Projects;

namespace Shirube.Ui.Text;

/// <summary>How values are written on pages.</summary>
public static class Format
{
    public const string None = "–";

    private static readonly CultureInfo Japanese = JapaneseWithEras();

    /// <summary>For reading: 1億8,240万円, 2,410万円, 35.5万円, 8,400円. Rounded half-even to at most 万; <see cref="ExactYen"/> is the amount itself.</summary>
    public static string Yen(Yen yen)
    {
        var sign = yen.Value < 0 ? "−" : "";
        var amount = Math.Abs((decimal)yen.Value);
        if (amount < 10_000)
            return $"{sign}{amount:#,0}円";
        if (amount < 1_000_000)
            return $"{sign}{Math.Round(amount / 10_000, 1).ToString("#,0.#", CultureInfo.InvariantCulture)}万円";
        var tenThousands = (long)Math.Round(amount / 10_000);
        var (oku, man) = Math.DivRem(tenThousands, 10_000);
        return sign + (oku > 0 ? $"{oku:#,0}億" : "") + (man > 0 ? $"{man:#,0}万" : "") + "円";
    }

    public static string ExactYen(Yen yen) => yen.Value < 0 ? $"−{yen.Abs.Value:#,0}円" : $"{yen.Value:#,0}円";

    /// <summary>千円 with the fraction where there is one: 182,400 or 1,355.393.</summary>
    public static string Thousands(Yen yen) => Number(yen.Value / 1000m);

    /// <summary>Grouped, without trailing zeros.</summary>
    public static string Number(decimal value) => (value < 0 ? "−" : "") + Math.Abs(value).ToString("#,0.############", CultureInfo.InvariantCulture);

    /// <summary>For reading: at most three decimals, more only where the value is that small. Half-even.</summary>
    public static string Readable(decimal value)
    {
        var decimals = 3;
        for (var small = Math.Abs(value); small is > 0 and < 0.1m && decimals < 12; small *= 10)
            decimals++;
        return Number(Math.Round(value, decimals));
    }

    public static string WithUnit(decimal value, string? unit) => unit is null ? Readable(value) : $"{Readable(value)}{(char.IsAsciiLetter(unit[0]) ? " " : "")}{unit}";

    public static string Percent(decimal value, int decimals = 1) => $"{(value < 0 ? "−" : "")}{Math.Abs(Math.Round(value, decimals)).ToString($"F{decimals}", CultureInfo.InvariantCulture)}%";

    /// <summary>令和8年11月22日</summary>
    public static string Day(DateOnly day) => day.ToDateTime(TimeOnly.MinValue).ToString("ggy年M月d日", Japanese) is var text && text[2..4] == "1年" ? $"{text[..2]}元{text[3..]}" : text;

    /// <summary>令和8年11月22日(日)</summary>
    public static string DayOfWeek(DateOnly day) => $"{Day(day)}({"日月火水木金土"[(int)day.DayOfWeek]})";

    /// <summary>令和8年11月, and with the day where it is known.</summary>
    public static string Month(int year, int month, int? day = null)
    {
        var text = Day(new DateOnly(year, month, day ?? 28));
        return day is null ? text[..(text.IndexOf('月') + 1)] : text;
    }

    /// <summary>A period of fiscal years in both calendars; an open end stays open.</summary>
    public static string Period(FiscalYear first, FiscalYear? last) =>
        last is not { } end ? $"{first.Both}から" : end == first ? first.Both : $"{first.Era}から{end.Era}まで({first.Value}〜{end.Value}年度)";

    public static string Days(DateOnly? from, DateOnly? to) =>
        (from, to) switch
        {
            ({ } a, { } b) => $"{Day(a)}から{Day(b)}まで",
            ({ } a, null) => $"{Day(a)}から",
            (null, { } b) => $"{Day(b)}まで",
            _ => None,
        };

    /// <summary>A long name with its middle left out, so that both its beginning and its end tell it apart. Never splits a character.</summary>
    public static string Middle(string text, int longest)
    {
        var parts = StringInfo.ParseCombiningCharacters(text);
        if (parts.Length <= longest)
            return text;
        var (head, tail) = (longest / 2, (longest - 1) / 2);
        return $"{text[..parts[head]]}…{text[parts[^tail]..]}";
    }

    private static CultureInfo JapaneseWithEras()
    {
        var culture = (CultureInfo)CultureInfo.GetCultureInfo("ja-JP").Clone();
        culture.DateTimeFormat.Calendar = new JapaneseCalendar();
        return culture;
    }
}
