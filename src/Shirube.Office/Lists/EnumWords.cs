namespace Shirube.Office.Lists;

/// <summary>Values of the domain's enumerations as words of addresses: their names in lower case.</summary>
internal static class EnumWords
{
    public static string Of<TEnum>(TEnum value) where TEnum : struct, Enum => value.ToString().ToLowerInvariant();

    public static TEnum? Find<TEnum>(string word) where TEnum : struct, Enum =>
        Enum.GetValues<TEnum>().Cast<TEnum?>().FirstOrDefault(v => Of(v!.Value) == word);

    public static ChoiceSet<TEnum?> Set<TEnum>(Func<TEnum, string> name) where TEnum : struct, Enum =>
        new([.. Enum.GetValues<TEnum>().Select(v => new Choice<TEnum?>(v, Of(v), name(v)))]);

    public static ChoiceSet<bool?> YesNo { get; } = new([new(true, "yes", "はい"), new(false, "no", "いいえ")]);

    public static ChoiceSet<string> Words(IEnumerable<string> words) => new([.. words.Select(w => new Choice<string>(w, w, w))]);
}
