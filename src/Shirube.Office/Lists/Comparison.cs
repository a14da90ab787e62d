namespace Shirube.Office.Lists;

/// <summary>How a condition compares a field with its value.</summary>
public enum Comparison
{
    Is,
    IsNot,
    In,
    Within,
    Contains,
    Starts,
    AtLeast,
    AtMost,
    Between,
    Blank,
    Filled,
}

/// <summary>The words of comparisons: the one in addresses never changes, since people keep and share addresses.</summary>
public static class Comparisons
{
    private static readonly (Comparison Comparison, string Word, string Label)[] All =
    [
        (Comparison.Is, "is", "が次と同じ"),
        (Comparison.IsNot, "not", "が次と違う"),
        (Comparison.In, "in", "が次のどれか"),
        (Comparison.Within, "within", "が次かその下"),
        (Comparison.Contains, "has", "に次を含む"),
        (Comparison.Starts, "starts", "が次で始まる"),
        (Comparison.AtLeast, "min", "が次以上"),
        (Comparison.AtMost, "max", "が次以下"),
        (Comparison.Between, "between", "が次の間"),
        (Comparison.Blank, "blank", "が未入力"),
        (Comparison.Filled, "filled", "が入力済み"),
    ];

    public static string Word(this Comparison comparison) => All[(int)comparison].Word;

    public static string Label(this Comparison comparison) => All[(int)comparison].Label;

    public static bool NeedsValue(this Comparison comparison) => comparison is not (Comparison.Blank or Comparison.Filled);

    /// <summary>Whether texts are compared folded, which the office does: the database knows neither kana nor width.</summary>
    public static bool IsFolded(this Comparison comparison) => comparison is Comparison.Contains or Comparison.Starts;

    public static Comparison? Find(string word) => Array.FindIndex(All, a => a.Word == word) is >= 0 and var i ? (Comparison)i : null;

    /// <summary>The condition in words: 「区分が補助金等」, 「決算が10,000,000円以上」.</summary>
    public static string Say(this Comparison comparison, string field, string value) => comparison switch
    {
        Comparison.Is => $"{field}が「{value}」",
        Comparison.IsNot => $"{field}が「{value}」でない",
        Comparison.In => $"{field}が{value}のどれか",
        Comparison.Within => $"{field}が「{value}」かその下",
        Comparison.Contains => $"{field}に「{value}」を含む",
        Comparison.Starts => $"{field}が「{value}」で始まる",
        Comparison.AtLeast => $"{field}が{value}以上",
        Comparison.AtMost => $"{field}が{value}以下",
        Comparison.Between => $"{field}が{value}",
        Comparison.Blank => $"{field}が未入力",
        _ => $"{field}が入力済み",
    };
}
