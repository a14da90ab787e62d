namespace Shirube.Domain.Common;

public static partial class Refusals
{
    public static Refusal SearchTooLong(int longest, int length) => new("search-too-long", $"さがす言葉が長すぎます({length:#,0}文字)。", $"{longest}文字までにしてください。文の中の、目印になる言葉を2つか3つ選ぶと見つかりやすくなります。");

    public static Refusal SearchTooManyWords(int most, int count) => new("search-too-many-words", $"さがす言葉が多すぎます({count}語)。", $"{most}語までにしてください。");

    public static readonly Refusal SearchOnlyExcludes = new("search-only-excludes", "除く言葉だけでは、さがせません。", "さがす言葉も入れてください。「道路 -除雪」は、道路をふくみ除雪をふくまないものをさがします。");

    public static readonly Refusal SearchOnlySigns = new("search-only-signs", "さがす言葉がありません。", "名前や番号、文の一部を入れてください。");
}
