using Shirube.Domain.Common;

namespace Shirube.Office.Organization;

/// <summary>What a password must be: long, not known to everybody, not the account's, the person's or the municipality's own name. No rules of composition: they make people write passwords down.</summary>
public static class Passwords
{
    public const int Shortest = 12;
    public const int Longest = 128;

    private static readonly Lazy<HashSet<string>> Common = new(ReadCommon);

    public static Refusal? WhyNot(string? password, string userName, string? person = null, string? municipality = null) =>
        (password?.Length ?? 0) < Shortest ? Refusals.PasswordTooShort(Shortest)
        : password!.Length > Longest ? Refusals.PasswordTooLong(Longest)
        : Simplified(password) is var plain && (IsMonotonous(plain) || IsCommon(plain)) ? Refusals.PasswordCommon
        : plain.Contains(Simplified(userName), StringComparison.Ordinal) ? Refusals.PasswordHoldsUserName
        : HoldsName(plain, person) ? Refusals.PasswordHoldsName("自分の名前")
        : HoldsName(plain, municipality) ? Refusals.PasswordHoldsName("団体の名前") : null;

    // why: a family name of one letter (林, 森) is a common word too; the whole name is refused, and a part that is long enough to be nothing else.
    private static bool HoldsName(string plain, string? name) =>
        name is not null && Simplified(name).Split([' ', '\u3000'], StringSplitOptions.RemoveEmptyEntries) is var parts
        && (plain.Contains(string.Concat(parts), StringComparison.Ordinal) || Array.Exists(parts, p => p.Length >= 3 && plain.Contains(p, StringComparison.Ordinal)));

    private static string Simplified(string text) => text.Normalize(System.Text.NormalizationForm.FormKC).ToLowerInvariant();

    private static bool IsMonotonous(string plain) =>
        plain.Distinct().Count() < 5 || Enumerable.Range(1, plain.Length - 1).Count(i => Math.Abs(plain[i] - plain[i - 1]) <= 1) >= plain.Length - 2;

    // why: 「password2026」 and 「奥州市奥州市奥州市」 are a known word with a tail or said again.
    private static bool IsCommon(string plain) =>
        Common.Value.Contains(plain) || Common.Value.Contains(plain.TrimEnd("0123456789!@#$%&*?._-".ToCharArray()))
        || Enumerable.Range(1, plain.Length / 2).Any(n => plain.Length % n == 0 && string.Concat(Enumerable.Repeat(plain[..n], plain.Length / n)) == plain);

    private static HashSet<string> ReadCommon()
    {
        using var stream = typeof(Passwords).Assembly.GetManifestResourceStream("common-passwords.txt")!;
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
    }
}
