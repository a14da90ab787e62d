using System.Text;
using Microsoft.AspNetCore.Html;

namespace Shirube.Ui.Charts;

/// <summary>A QR code (ISO/IEC 18004) of a text in UTF-8, with error correction M, versions 1 to 20: up to 666 bytes.</summary>
public sealed class QrCode
{
    private const int Newest = 20;
    private const int QuietZone = 4;
    private static readonly int[] CorrectionOfBlock = [0, 10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26];
    private static readonly int[] Blocks = [0, 1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16];

    private readonly QrGrid grid;

    private QrCode(QrGrid grid) => this.grid = grid;

    public int Size => grid.Size;

    public bool IsDark(int x, int y) => grid[x, y];

    /// <summary>Throws where the text is too long.</summary>
    public static QrCode Of(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var version = Enumerable.Range(1, Newest).FirstOrDefault(v => bytes.Length <= DataWords(v) - (v < 10 ? 2 : 3));
        if (version == 0)
            throw new ArgumentException($"{bytes.Length} bytes do not fit into a QR code of version {Newest}.", nameof(text));
        return new(QrGrid.Of(version, Interleaved(version, Data(version, bytes))));
    }

    /// <summary>The drawing: dark squares on light ground with the quiet zone readers need.</summary>
    public IHtmlContent Draw(string label)
    {
        var path = new StringBuilder();
        for (var y = 0; y < Size; y++)
            for (var x = 0; x < Size; x++)
                if (IsDark(x, y))
                    path.Append($"M{x + QuietZone} {y + QuietZone}h1v1h-1z");
        var side = Size + QuietZone * 2;
        var svg = new SvgWriter(side, side);
        svg.Rect("qr-light", 0, 0, side, side);
        svg.Path("qr-dark", path.ToString());
        return svg.Figure(label, says: false);
    }

    private static int DataWords(int version) => QrGrid.WordsOf(version) - CorrectionOfBlock[version] * Blocks[version];

    private static byte[] Data(int version, byte[] bytes)
    {
        var bits = new List<bool>();
        Add(bits, 0b0100, 4);
        Add(bits, bytes.Length, version < 10 ? 8 : 16);
        foreach (var value in bytes)
            Add(bits, value, 8);
        var capacity = DataWords(version) * 8;
        Add(bits, 0, Math.Min(4, capacity - bits.Count));
        Add(bits, 0, (8 - bits.Count % 8) % 8);
        for (var filler = 0xEC; bits.Count < capacity; filler ^= 0xEC ^ 0x11)
            Add(bits, filler, 8);
        return [.. bits.Chunk(8).Select(b => (byte)b.Aggregate(0, (word, bit) => word << 1 | (bit ? 1 : 0)))];
    }

    private static void Add(List<bool> bits, int value, int count)
    {
        for (var i = count - 1; i >= 0; i--)
            bits.Add((value >> i & 1) != 0);
    }

    // why: the standard deals data and correction words out block by block, so that a blot hurts every block a little.
    private static List<byte> Interleaved(int version, byte[] data)
    {
        var (count, correction) = (Blocks[version], CorrectionOfBlock[version]);
        var blocks = new List<byte[]>();
        for (int i = 0, at = 0; i < count; i++)
        {
            var length = data.Length / count + (i >= count - data.Length % count ? 1 : 0);
            blocks.Add(data[at..(at + length)]);
            at += length;
        }
        var words = new List<byte>();
        for (var i = 0; i < blocks.Max(b => b.Length); i++)
            words.AddRange(blocks.Where(b => i < b.Length).Select(b => b[i]));
        var divisor = ReedSolomon.Divisor(correction);
        var corrections = blocks.ConvertAll(b => ReedSolomon.Remainder(b, divisor));
        for (var i = 0; i < correction; i++)
            words.AddRange(corrections.Select(c => c[i]));
        return words;
    }

    private static class ReedSolomon
    {
        public static byte[] Divisor(int degree)
        {
            var result = new byte[degree];
            result[^1] = 1;
            byte root = 1;
            for (var i = 0; i < degree; i++)
            {
                for (var j = 0; j < degree; j++)
                    result[j] = (byte)(Times(result[j], root) ^ (j + 1 < degree ? result[j + 1] : 0));
                root = Times(root, 2);
            }
            return result;
        }

        public static byte[] Remainder(byte[] data, byte[] divisor)
        {
            var result = new byte[divisor.Length];
            foreach (var value in data)
            {
                var factor = (byte)(value ^ result[0]);
                Array.Copy(result, 1, result, 0, result.Length - 1);
                result[^1] = 0;
                for (var i = 0; i < result.Length; i++)
                    result[i] ^= Times(divisor[i], factor);
            }
            return result;
        }

        private static byte Times(byte x, byte y)
        {
            var z = 0;
            for (var i = 7; i >= 0; i--)
                z = z << 1 ^ (z >> 7) * 0x11D ^ (y >> i & 1) * x;
            return (byte)z;
        }
    }
}
