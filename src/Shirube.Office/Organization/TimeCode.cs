using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Shirube.Office.Organization;

/// <summary>The six digits an authenticator app shows (RFC 6238: HMAC-SHA-1, steps of 30 seconds), and keys as people type them (RFC 4648 base 32).</summary>
public static class TimeCode
{
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private const int KeyBytes = 20;
    // why: a telephone's clock may be half a minute off, and people need a moment to type (RFC 6238 §5.2).
    private const int Drift = 1;
    private const int FarDrift = 40;
    public static readonly TimeSpan Step = TimeSpan.FromSeconds(30);

    public static string NewKey() => ToText(RandomNumberGenerator.GetBytes(KeyBytes));

    public static long StepOf(DateTimeOffset at) => at.ToUnixTimeSeconds() / (long)Step.TotalSeconds;

    public static string At(string key, long step)
    {
        Span<byte> counter = stackalloc byte[8];
        System.Buffers.Binary.BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> hash = stackalloc byte[20];
#pragma warning disable CA5350 // why: authenticator apps know no other hash (RFC 6238 §1.2); HMAC does not rest on collisions.
        HMACSHA1.HashData(ToBytes(key), counter, hash);
#pragma warning restore CA5350
        var start = hash[^1] & 0xF;
        var number = System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(hash[start..]) & 0x7FFFFFFF;
        return (number % 1_000_000).ToString("000000", CultureInfo.InvariantCulture);
    }

    /// <summary>The step whose code this is, now or one step away; null where it is none.</summary>
    public static long? Match(string key, string code, DateTimeOffset now) => Match(key, code, now, Drift);

    /// <summary>How far a clock is off whose code this would be, within twenty minutes; null where no clock explains it.</summary>
    public static TimeSpan? Offset(string key, string code, DateTimeOffset now) => Match(key, code, now, FarDrift) is { } step ? (step - StepOf(now)) * Step : null;

    /// <summary>Digits as people type them: full width, with spaces.</summary>
    public static string Plain(string? typed) => string.Concat((typed ?? "").Normalize(NormalizationForm.FormKC).Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();

    private static long? Match(string key, string code, DateTimeOffset now, int reach)
    {
        var given = Encoding.ASCII.GetBytes(Plain(code));
        long? found = null;
        for (var away = -reach; away <= reach; away++)
            if (CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(At(key, StepOf(now) + away)), given) && (found is null || Math.Abs(away) < Math.Abs(found.Value - StepOf(now))))
                found = StepOf(now) + away;
        return found;
    }

    public static string ToText(byte[] bytes)
    {
        var text = new StringBuilder();
        for (var bit = 0; bit < bytes.Length * 8; bit += 5)
        {
            var pair = bytes[bit / 8] << 8 | (bit / 8 + 1 < bytes.Length ? bytes[bit / 8 + 1] : 0);
            text.Append(Letters[pair >> (11 - bit % 8) & 31]);
        }
        return text.ToString();
    }

    public static byte[] ToBytes(string key)
    {
        var bytes = new byte[key.Length * 5 / 8];
        for (var i = 0; i < key.Length; i++)
            for (var (value, b) = (Letters.IndexOf(key[i], StringComparison.Ordinal), 0); b < 5; b++)
                if ((i * 5 + b) / 8 < bytes.Length)
                    bytes[(i * 5 + b) / 8] |= (byte)((value >> (4 - b) & 1) << (7 - (i * 5 + b) % 8));
        return bytes;
    }
}
