namespace Shirube.Office.Printing;

/// <summary>A name that every system takes for a file: what Windows does not allow becomes an underline.</summary>
internal static class FileName
{
    private const int Longest = 80;
    private const string Forbidden = "\\/:*?\"<>|";

    public static string Of(string name)
    {
        var plain = string.Concat(name.Select(c => char.IsControl(c) || Forbidden.Contains(c, StringComparison.Ordinal) ? '_' : c)).Trim(' ', '.');
        return plain.Length <= Longest ? plain : Ui.Text.Format.Middle(plain, Longest);
    }
}
