using System.Security.Cryptography;

namespace Shirube.Domain.Common;

/// <summary>The short, permanent name of a thing in addresses: seven letters and digits without vowels, so that no word appears by chance.</summary>
public readonly record struct PublicKey(string Value)
{
    private const string Alphabet = "23456789bcdfghjkmnpqrstvwxz";

    public static PublicKey New() => new(RandomNumberGenerator.GetString(Alphabet, 7));

    /// <summary>The key of a thing that keeps none itself: always the same for the same name.</summary>
    public static PublicKey Of(string name) =>
        new(string.Concat(SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(name)).Take(7).Select(b => Alphabet[b % Alphabet.Length])));

    public override string ToString() => Value;
}
