using System.Globalization;

namespace Shirube.Domain.Plans;

/// <summary>五十音順: the order of readings, hiragana and katakana alike, and the row of the table of kana (あ, か, さ …) in which a reading stands.</summary>
public sealed class ReadingOrder : IComparer<string>
{
    public static readonly ReadingOrder Kana = new();

    // why: the first letter of each row, voiced and small letters with it, in the order of the code table.
    private const string Rows = "ぁあかさたなはまゃやらゎわ";

    private static readonly CompareInfo Japanese = CultureInfo.GetCultureInfo("ja-JP").CompareInfo;

    public int Compare(string? x, string? y)
    {
        var order = Japanese.Compare(x, y, CompareOptions.IgnoreKanaType | CompareOptions.IgnoreWidth);
        return order != 0 ? order : string.CompareOrdinal(x, y);
    }

    /// <summary>Whether a reading has kana only, with the long sign, the middle dot and spaces.</summary>
    public static bool IsKana(string reading) => reading.Length > 0 && reading.All(c => c is (>= 'ぁ' and <= 'ゖ') or (>= 'ァ' and <= 'ヺ') or 'ー' or '・' or ' ' or '\u3000');

    /// <summary>あ for ア, い and ヴ; か for が; and so on.</summary>
    public static string RowOf(string reading)
    {
        var first = reading.Length == 0 ? 'ん' : reading[0] is >= 'ァ' and <= 'ヶ' ? (char)(reading[0] - 'ァ' + 'ぁ') : reading[0];
        var row = first == 'ゔ' ? 'あ' : first is 'ゕ' or 'ゖ' ? 'か' : Rows.LastOrDefault(r => r <= first);
        return $"{row switch { 'ぁ' or '\0' => 'あ', 'ゃ' => 'や', 'ゎ' => 'わ', _ => row }}";
    }
}
