using System.Security.Cryptography;

namespace Shirube.Domain.Common;

/// <summary>The short, permanent name of a thing in addresses: seven letters and digits without vowels, so that no word appears by chance.</summary>
public readonly record struct PublicKey(string Value)
{
    private const string Alphabet = "23456789bcdfghjkmnpqrstvwxz";

    public static PublicKey New() => new(RandomNumberGenerator.GetString(Alphabet, 7));
    public override string ToString() => Value;
}
