using System.Text;
using System.Text.RegularExpressions;
using Shirube.Domain.Common;
using Shirube.Office.Common;

namespace Shirube.Office.Indicators;

/// <summary>A value as people type it: a number, with or without the indicator's own unit behind it. Another unit is refused, never converted.</summary>
internal static partial class MeasuredText
{
    public static decimal? Read(string? text, string? unit)
    {
        if (WithUnit().Match(Plain(text)) is not { Success: true } match)
            return Typed.Number(text);
        return match.Groups["unit"].Value == Plain(unit) ? Typed.Number(match.Groups["number"].Value) : throw new RefusalException(Refusals.UnitDiffers(text!.Trim(), unit));
    }

    public static string? Of(decimal? value) => value?.ToString("0.############");

    /// <summary>As it is read, not typed: 17,210.</summary>
    public static string? Grouped(decimal? value) => value?.ToString("#,0.############");

    /// <summary>Whether two units are the same, however wide their letters are.</summary>
    public static bool IsSameUnit(string? one, string? other) => Plain(one) == Plain(other);

    private static string Plain(string? text) => (text ?? "").Normalize(NormalizationForm.FormKC).Trim();

    [GeneratedRegex(@"^(?<number>[-−△▲+]?[0-9][0-9,]*(\.[0-9]+)?)\s*(?<unit>[^0-9.,\s].*)$", RegexOptions.ExplicitCapture)]
    private static partial Regex WithUnit();
}
