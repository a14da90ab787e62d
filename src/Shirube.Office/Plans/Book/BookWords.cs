using System.Globalization;
using Shirube.Domain.Common;
using Shirube.Domain.Projects;
using Shirube.Ui.Text;

namespace Shirube.Office.Plans;

/// <summary>How a paper says what a page says with marks and colours.</summary>
internal static class BookWords
{
    public const string Unknown = "記載なし";
    private const string Sample = "サンプル";

    /// <summary>A name with 【サンプル】 behind it where it is invented and does not say so itself.</summary>
    public static string Named(string name, bool isSample) => isSample && !name.Contains(Sample, StringComparison.Ordinal) ? $"{name}【{Sample}】" : name;

    /// <summary>Whole thousands of yen, half-even; only a total of exact amounts is rounded, never rounded ones added up.</summary>
    public static string Thousands(Yen yen) => (yen.Value < 0 ? "−" : "") + Math.Round(Math.Abs((decimal)yen.Value) / 1000, 0, MidpointRounding.ToEven).ToString("#,0", CultureInfo.InvariantCulture);

    public static string Thousands(Yen? yen, Absence? absence) => yen is { } known ? Thousands(known) : absence is { } why ? Names.Of(why) : Unknown;

    public static string Total(BookTotal total) =>
        total.Amount is { } amount ? $"{total.Projects:#,0}件、{Thousands(amount)}千円{(total.Unknown > 0 ? $"(うち{total.Unknown:#,0}件は金額の記載がなく、含みません)" : "")}" : $"{total.Projects:#,0}件(金額の記載なし)";
}
