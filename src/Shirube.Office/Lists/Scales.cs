using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Shirube.Domain.Common;
using Shirube.Office.Common;
using Shirube.Ui.Text;

namespace Shirube.Office.Lists;

/// <summary>How ordered values are typed in conditions and shown in cells.</summary>
internal static partial class Scales
{
    /// <summary>Whole yen; typed also as 1000万, 1億2000万 or 500千円.</summary>
    public static readonly Scale<long> Yen = new(FieldKind.Yen, ParseYen, v => new(v, Minus(v.ToString("#,0", CultureInfo.InvariantCulture))));

    public static readonly Scale<decimal> Number = new(FieldKind.Number, ParseNumber, v => new(v, Format.Readable(v)));

    public static readonly Scale<int> Count = new(FieldKind.Number, t => (int)Math.Clamp(ParseNumber(t), int.MinValue, int.MaxValue), v => new((long)v, Minus(v.ToString("#,0", CultureInfo.InvariantCulture))));

    /// <summary>Kept as a fraction, typed and shown in hundredths.</summary>
    public static readonly Scale<double> Percent = new(FieldKind.Percent, t => (double)(ParseNumber(t.Replace("%", "", StringComparison.Ordinal)) / 100), v => new((decimal)v, Format.Percent((decimal)v * 100)));

    public static readonly Scale<FiscalYear> Year = new(FieldKind.Year, t => Typed.Year(t) ?? throw new RefusalException(Refusals.YearUnreadable(t)), v => new(v.Era, v.Era));

    public static readonly Scale<DateOnly> Day = new(FieldKind.Date, ParseDay, v => new(v, Format.Day(v)));

    private static string Minus(string text) => text.Replace('-', '−');

    private static decimal ParseNumber(string text) => Typed.Number(text) ?? throw new RefusalException(Refusals.NumberUnreadable(text));

    private static long ParseYen(string text)
    {
        var plain = text.Normalize(NormalizationForm.FormKC).Replace(",", "", StringComparison.Ordinal).Trim();
        if (YenForm().Match(plain) is not { Success: true } match)
            throw new RefusalException(Refusals.NumberUnreadable(text));
        var yen = Part(match, "oku") * 100_000_000 + Part(match, "man") * 10_000 + Part(match, "sen") * 1_000 + Part(match, "yen");
        return yen <= long.MaxValue ? (match.Value[0] is '-' or '−' or '△' or '▲' ? -1 : 1) * (long)yen : throw new RefusalException(Refusals.NumberUnreadable(text));
    }

    private static decimal Part(Match match, string name) => match.Groups[name] is { Success: true } part ? decimal.Parse(part.Value, CultureInfo.InvariantCulture) : 0;

    private static DateOnly ParseDay(string text) =>
        DateOnly.TryParseExact(text.Normalize(NormalizationForm.FormKC).Trim().Replace('/', '-'), "yyyy-M-d", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : throw new RefusalException(Refusals.DayUnreadable(text));

    [GeneratedRegex(@"^(?=.*[0-9])[-−△▲]?((?<oku>[0-9]{1,9}(\.[0-9]+)?)億)?((?<man>[0-9]{1,9}(\.[0-9]+)?)万)?((?<sen>[0-9]{1,12}(\.[0-9]+)?)千)?(?<yen>[0-9]{1,18})?円?$", RegexOptions.ExplicitCapture)]
    private static partial Regex YenForm();
}
