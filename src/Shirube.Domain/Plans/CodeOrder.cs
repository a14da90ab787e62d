namespace Shirube.Domain.Plans;

/// <summary>Numbers as the city writes them in the order people expect: 2 before 10, 1-2 before 1-10, items without a number last.</summary>
public sealed class CodeOrder : IComparer<string?>
{
    public static readonly CodeOrder Natural = new();

    public int Compare(string? x, string? y)
    {
        if (x is null || y is null)
            return (x is null).CompareTo(y is null);
        for (int i = 0, j = 0; ;)
        {
            if (i == x.Length || j == y.Length)
                return (x.Length - i).CompareTo(y.Length - j);
            var (a, b) = (Run(x, i), Run(y, j));
            var order = char.IsDigit(a[0]) && char.IsDigit(b[0]) ? CompareNumbers(a, b) : string.CompareOrdinal(a, b);
            if (order != 0)
                return order;
            (i, j) = (i + a.Length, j + b.Length);
        }
    }

    private static int CompareNumbers(string a, string b)
    {
        var (x, y) = (Digits(a), Digits(b));
        return x.Length != y.Length ? x.Length.CompareTo(y.Length) : string.CompareOrdinal(x, y);
    }

    // why: numbers are also written in full-width digits.
    private static string Digits(string text) => string.Concat(text.Select(c => (char)('0' + (int)char.GetNumericValue(c)))).TrimStart('0');

    private static string Run(string text, int start)
    {
        var end = start + 1;
        while (end < text.Length && char.IsDigit(text[end]) == char.IsDigit(text[start]) && char.IsDigit(text[start]))
            end++;
        return text[start..end];
    }
}
