using System.Security.Cryptography;
using System.Text;

namespace Shirube.Data;

/// <summary>The hash of an entry is over its stored text, which names the hash before it.</summary>
internal static class ChangeChain
{
    public static readonly string Origin = new('0', 64);

    public static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
