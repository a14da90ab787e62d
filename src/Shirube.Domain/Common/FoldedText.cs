using System.Globalization;
using System.Text;

namespace Shirube.Domain.Common;

/// <summary>
/// Text as search compares it: NFKC, lower case, hiragana for katakana, one sign for all dashes and long marks, repeat marks written out,
/// old and personal forms of kanji as the usual ones, no blanks beside Japanese letters. The stored text stays as typed; each folded letter knows where it came from.
/// </summary>
public sealed class FoldedText
{
    /// <summary>Raised whenever folding changes: what was folded by earlier rules is to be folded anew.</summary>
    public const int Rules = 1;

    private readonly List<int> starts;
    private readonly List<int> ends;

    private FoldedText(string text, List<int> starts, List<int> ends)
    {
        Text = text;
        this.starts = starts;
        this.ends = ends;
    }

    public string Text { get; }

    public static FoldedText Of(string text)
    {
        var (starts, ends) = (new List<int>(text.Length), new List<int>(text.Length));
        return new(new Folding(starts, ends).Of(text), starts, ends);
    }

    /// <summary>The folded text alone; null and blank are the empty text.</summary>
    public static string Fold(string? text) => string.IsNullOrEmpty(text) ? "" : new Folding(null, null).Of(text);

    /// <summary>The part of the original text that became these folded letters.</summary>
    public Range Original(int start, int length) => starts[start]..ends[start + length - 1];

    /// <summary>One pass over a text.</summary>
    private sealed class Folding(List<int>? starts, List<int>? ends)
    {
        private const char VoicedMark = '\u3099';
        private const char HalfVoicedMark = '\u309a';

        private readonly StringBuilder folded = new();
        private bool blank;
        private int from;
        private int to;

        public string Of(string text)
        {
            folded.EnsureCapacity(text.Length);
            for (from = 0; from < text.Length; from = to)
            {
                to = EndOfLetter(text, from);
                if (to - from == 1 && Plain(text[from]) is { } plain)
                    Take(plain);
                else
                    TakeAll(text.AsSpan(from, to - from));
            }

            return folded.ToString();
        }

        // why: a mark that voices (か゛, ｶﾞ) or varies (葛 with its form) belongs to the letter before it.
        private static int EndOfLetter(string text, int start)
        {
            var end = start + LengthAt(text, start);
            while (end < text.Length && IsMark(text, end))
                end += LengthAt(text, end);
            return end;
        }

        private static int LengthAt(string text, int at) => char.IsSurrogatePair(text, at) ? 2 : 1;

        private static bool IsMark(string text, int at) =>
            text[at] >= '\u0300' && (text[at] is '\u309b' or '\u309c' or '\uff9e' or '\uff9f' || IsMark(CharUnicodeInfo.GetUnicodeCategory(text, at)));

        private static bool IsMark(UnicodeCategory category) => category is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark;

        // why: nearly every letter is one of these; the rest goes the slow way through NFKC.
        private static char? Plain(char letter) => letter switch
        {
            < '\u0080' or (>= '\u3041' and <= '\u3096') or (>= '\u30a1' and <= '\u30f6') or (>= '\u4e00' and <= '\u9fff') => letter,
            _ => null,
        };

        private void TakeAll(ReadOnlySpan<char> letter)
        {
            var whole = new StringBuilder();
            foreach (var rune in letter.EnumerateRunes())
                // why: half a surrogate pair and what is no character at all cannot be normalised.
                if (rune != Rune.ReplacementChar && (rune.Value & 0xfffe) != 0xfffe)
                    whole.Append(rune.Value switch { 0x309b => new Rune(VoicedMark), 0x309c => new Rune(HalfVoicedMark), _ => rune });
            foreach (var rune in whole.ToString().Normalize(NormalizationForm.FormKC).EnumerateRunes())
            {
                var small = Rune.ToLowerInvariant(rune);
                if (small.IsBmp)
                    Take((char)small.Value);
                else if (Variants.OfRare(small) is { } usual)
                    Take(usual);
                else if (!IsMark(Rune.GetUnicodeCategory(small)))
                    Append(small.ToString());
            }
        }

        private void Take(char letter)
        {
            if (char.IsWhiteSpace(letter) || char.IsControl(letter))
                blank = true;
            else if (letter < '\u0080' || (CharUnicodeInfo.GetUnicodeCategory(letter) is var category && category != UnicodeCategory.Format && !IsMark(category)))
                Append(Same(letter).ToString());
        }

        private void Append(string letter)
        {
            if (blank && folded.Length > 0 && !IsJapanese(folded[^1]) && !IsJapanese(letter[0]))
                Add(' ');
            blank = false;
            foreach (var part in letter)
                Add(part);
        }

        private void Add(char part)
        {
            folded.Append(part);
            starts?.Add(from);
            ends?.Add(to);
        }

        private char Same(char letter) => letter switch
        {
            < '\u0080' => char.ToLowerInvariant(letter),
            'ヵ' or 'ゕ' => 'か',
            // why: 霞ヶ関, 霞ケ関: nobody remembers how large the letter is.
            'ヶ' or 'ゖ' => 'け',
            >= '\u30a1' and <= '\u30f4' => (char)(letter - 0x60),
            // why: コーヒー is typed コ－ヒ－ as well, and 1－2 as 1ー2: one sign for them all.
            'ー' or '‐' or '‑' or '‒' or '–' or '—' or '―' or '−' or '─' or '━' or '⁃' or '˗' => '-',
            '〜' or '∼' or '〰' => '~',
            '·' or '•' or '‧' or '⋅' => '・',
            '○' or '◯' => '〇',
            '’' or '‘' => '\'',
            '“' or '”' => '"',
            '々' or '〻' => folded.Length > 0 && IsKanji(folded[^1]) ? folded[^1] : '々',
            'ゝ' or 'ヽ' or 'ゞ' or 'ヾ' => Repeated(voiced: letter is 'ゞ' or 'ヾ'),
            _ => Variants.Of(char.ToLowerInvariant(letter)),
        };

        private char Repeated(bool voiced)
        {
            if (folded.Length == 0 || folded[^1] is < '\u3041' or > '\u3096')
                return voiced ? 'ゞ' : 'ゝ';
            var bare = folded[^1].ToString().Normalize(NormalizationForm.FormD)[0];
            return voiced && $"{bare}{VoicedMark}".Normalize(NormalizationForm.FormC) is [var one] ? one : bare;
        }

        private static bool IsKanji(char letter) => letter is (>= '\u3400' and <= '\u4dbf') or (>= '\u4e00' and <= '\u9fff') or (>= '\uf900' and <= '\ufaff');

        private static bool IsJapanese(char letter) => letter is >= '\u3000' and <= '\u30ff' || IsKanji(letter) || char.IsSurrogate(letter);
    }

    /// <summary>Forms of kanji that stand in names of people and places beside the usual one, and that people type either way.</summary>
    // why: only pairs that are one character to every reader; forms that also stand for another word (斎 and 斉, 嶋 and 島 in a surname) are left apart.
    private static class Variants
    {
        private const string Pairs =
            "髙高﨑崎嵜崎齋斎齊斉邊辺邉辺澤沢濵浜濱浜廣広國国櫻桜眞真冨富舘館德徳惠恵榮栄瀧滝學学縣県會会圓円桒桑栁柳瀨瀬增増黑黒靍鶴" +
            "萬万驛駅佛仏條条關関體体檜桧黃黄淸清靑青與与總総豐豊寶宝實実圖図經経燈灯步歩槇槙";

        private static readonly Dictionary<char, char> Usual = Enumerable.Range(0, Pairs.Length / 2).ToDictionary(i => Pairs[2 * i], i => Pairs[2 * i + 1]);

        public static char Of(char letter) => Usual.GetValueOrDefault(letter, letter);

        // why: 𠮷 (the long-topped 吉) is the one beyond the first plane that people meet.
        public static char? OfRare(Rune letter) => letter.Value == 0x20bb7 ? '吉' : null;
    }
}
