namespace Shirube.Ui.Charts;

/// <summary>The squares of a QR code: the patterns a reader looks for, the words laid between them, and the mask that breaks up even areas best.</summary>
internal sealed class QrGrid
{
    private readonly bool[,] dark;
    private readonly bool[,] isPattern;

    private QrGrid(int version)
    {
        Size = version * 4 + 17;
        (dark, isPattern) = (new bool[Size, Size], new bool[Size, Size]);
        LayPatterns(version);
    }

    public int Size { get; }

    public bool this[int x, int y] => dark[x, y];

    public static QrGrid Of(int version, IReadOnlyList<byte> words) =>
        Enumerable.Range(0, 8).Select(mask =>
        {
            var grid = new QrGrid(version);
            grid.LayFormat(mask);
            grid.LayWords(words);
            grid.Mask(mask);
            return grid;
        }).MinBy(g => g.Penalty())!;

    /// <summary>How many whole words a version holds.</summary>
    public static int WordsOf(int version)
    {
        var bits = (16 * version + 128) * version + 64;
        if (version >= 2)
        {
            var centres = version / 7 + 2;
            bits -= (25 * centres - 10) * centres - 55;
            bits -= version >= 7 ? 36 : 0;
        }
        return bits / 8;
    }

    private void LayPatterns(int version)
    {
        for (var i = 0; i < Size; i++)
        {
            Set(6, i, i % 2 == 0);
            Set(i, 6, i % 2 == 0);
        }
        LayFinder(3, 3);
        LayFinder(Size - 4, 3);
        LayFinder(3, Size - 4);
        var centres = Centres(version);
        foreach (var (x, i) in centres.Select((x, i) => (x, i)))
            foreach (var (y, j) in centres.Select((y, j) => (y, j)))
                if (!((i == 0 && j == 0) || (i == 0 && j == centres.Count - 1) || (i == centres.Count - 1 && j == 0)))
                    LayRings(x, y, 2, around => around != 1);
        LayFormat(0);
        if (version >= 7)
            LayVersion(version);
    }

    private List<int> Centres(int version)
    {
        if (version == 1)
            return [];
        var count = version / 7 + 2;
        var step = (version * 8 + count * 3 + 5) / (count * 4 - 4) * 2;
        return [6, .. Enumerable.Range(0, count - 1).Select(i => Size - 7 - i * step).Reverse()];
    }

    private void LayFinder(int x, int y) => LayRings(x, y, 4, around => around is not (2 or 4));

    private void LayRings(int x, int y, int reach, Func<int, bool> isDark)
    {
        for (var dy = -reach; dy <= reach; dy++)
            for (var dx = -reach; dx <= reach; dx++)
                if (x + dx is var atX && y + dy is var atY && atX >= 0 && atX < Size && atY >= 0 && atY < Size)
                    Set(atX, atY, isDark(Math.Max(Math.Abs(dx), Math.Abs(dy))));
    }

    // why: error correction M is written as 00; the mask follows, then ten bits of a BCH code, all under a fixed pattern.
    private void LayFormat(int mask)
    {
        var remainder = mask;
        for (var i = 0; i < 10; i++)
            remainder = remainder << 1 ^ (remainder >> 9) * 0x537;
        var bits = (mask << 10 | remainder) ^ 0x5412;
        bool Bit(int i) => (bits >> i & 1) != 0;
        for (var i = 0; i <= 5; i++)
            Set(8, i, Bit(i));
        Set(8, 7, Bit(6));
        Set(8, 8, Bit(7));
        Set(7, 8, Bit(8));
        for (var i = 9; i < 15; i++)
            Set(14 - i, 8, Bit(i));
        for (var i = 0; i < 8; i++)
            Set(Size - 1 - i, 8, Bit(i));
        for (var i = 8; i < 15; i++)
            Set(8, Size - 15 + i, Bit(i));
        Set(8, Size - 8, true);
    }

    private void LayVersion(int version)
    {
        var remainder = version;
        for (var i = 0; i < 12; i++)
            remainder = remainder << 1 ^ (remainder >> 11) * 0x1F25;
        var bits = version << 12 | remainder;
        for (var i = 0; i < 18; i++)
        {
            var (a, b) = (Size - 11 + i % 3, i / 3);
            Set(a, b, (bits >> i & 1) != 0);
            Set(b, a, (bits >> i & 1) != 0);
        }
    }

    private void LayWords(IReadOnlyList<byte> words)
    {
        var i = 0;
        for (var right = Size - 1; right >= 1; right -= 2)
        {
            if (right == 6)
                right = 5;
            for (var down = 0; down < Size; down++)
                for (var j = 0; j < 2; j++)
                {
                    var x = right - j;
                    var y = ((right + 1) & 2) == 0 ? Size - 1 - down : down;
                    if (isPattern[x, y] || i >= words.Count * 8)
                        continue;
                    dark[x, y] = (words[i >> 3] >> (7 - (i & 7)) & 1) != 0;
                    i++;
                }
        }
    }

    private void Mask(int mask)
    {
        for (var y = 0; y < Size; y++)
            for (var x = 0; x < Size; x++)
                dark[x, y] ^= !isPattern[x, y] && Flips(mask, x, y);
    }

    private static bool Flips(int mask, int x, int y) => mask switch
    {
        0 => (x + y) % 2 == 0,
        1 => y % 2 == 0,
        2 => x % 3 == 0,
        3 => (x + y) % 3 == 0,
        4 => (x / 3 + y / 2) % 2 == 0,
        5 => x * y % 2 + x * y % 3 == 0,
        6 => (x * y % 2 + x * y % 3) % 2 == 0,
        _ => ((x + y) % 2 + x * y % 3) % 2 == 0,
    };

    private int Penalty()
    {
        var lines = Enumerable.Range(0, Size).Select(y => Enumerable.Range(0, Size).Select(x => dark[x, y]).ToArray())
            .Concat(Enumerable.Range(0, Size).Select(x => Enumerable.Range(0, Size).Select(y => dark[x, y]).ToArray())).ToList();
        var share = lines.Take(Size).Sum(l => l.Count(d => d)) * 20 - Size * Size * 10;
        return lines.Sum(Runs) + lines.Sum(FinderLikes) + Squares() + Math.Max(0, (Math.Abs(share) + Size * Size - 1) / (Size * Size) - 1) * 10;
    }

    private static int Runs(bool[] line)
    {
        var (sum, run) = (0, 1);
        for (var i = 1; i <= line.Length; i++)
        {
            if (i < line.Length && line[i] == line[i - 1])
            {
                run++;
                continue;
            }
            sum += run >= 5 ? run - 2 : 0;
            run = 1;
        }
        return sum;
    }

    private static int FinderLikes(bool[] line)
    {
        var text = string.Concat(line.Select(d => d ? '1' : '0'));
        return Enumerable.Range(0, Math.Max(0, text.Length - 10)).Count(i => text.AsSpan(i, 11) is "10111010000" or "00001011101") * 40;
    }

    private int Squares()
    {
        var count = 0;
        for (var y = 0; y < Size - 1; y++)
            for (var x = 0; x < Size - 1; x++)
                count += dark[x, y] == dark[x + 1, y] && dark[x, y] == dark[x, y + 1] && dark[x, y] == dark[x + 1, y + 1] ? 1 : 0;
        return count * 3;
    }

    private void Set(int x, int y, bool isDark) => (dark[x, y], isPattern[x, y]) = (isDark, true);
}
