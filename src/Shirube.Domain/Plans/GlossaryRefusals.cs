namespace Shirube.Domain.Common;

public static partial class Refusals
{
    public static Refusal ReadingNotKana(string reading) => new("reading-not-kana", $"よみ「{reading}」に、かなでない文字があります。", "「だつたんそしゃかい」のように、ひらがなで入力してください。");

    public static Refusal TermTaken(string name) => new("term-taken", $"用語「{name}」は、もう用語集にあります。", "その用語の説明を直すか、別の用語にしてください。");
}
