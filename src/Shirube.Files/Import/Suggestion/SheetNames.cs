using System.Text.RegularExpressions;

namespace Shirube.Files.Import;

/// <summary>What the name of a sheet says where each sheet holds a part of the list.</summary>
internal static partial class SheetNames
{
    public static bool IsDepartment(string name) => Unit().IsMatch(name.Trim());

    public static bool SaysSomething(string name) => !Meaningless().IsMatch(HeadingText.Fold(name));

    /// <summary>The level whose word the names begin with, else 施策.</summary>
    public static string Level(IEnumerable<string> names) =>
        Vocabulary.Known.Levels.Where(l => l.Length > 1).OrderByDescending(l => l.Length).FirstOrDefault(l => names.All(n => n.Trim('【', '(', '（', ' ', '　').StartsWith(l, StringComparison.Ordinal))) ?? "施策";

    [GeneratedRegex("(部|課|局|室|署|センター|事務局|委員会|支所|館|所)(\\([^)]*\\)|（[^）]*）)?$")]
    private static partial Regex Unit();

    [GeneratedRegex("^(sheet|シート|一覧|一覧表|リスト|list|data|データ|表|その)[0-9()]*$")]
    private static partial Regex Meaningless();
}
