using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Shirube.Exchange.Publishing;

/// <summary>The paper that comes with a release file: what it is, its hash, the manifest before it, and the municipality's signature.</summary>
public sealed record Manifest(
    string Release, int Schema, string MunicipalityCode, string MunicipalityName, DateTime PublishedAt, string? Note,
    string File, long Bytes, string Sha256, Dictionary<string, int> Counts, string? PreviousManifestSha256, string KeyId, string Signature) : ISigned<Manifest>
{
    public Manifest WithSignature(string signature) => this with { Signature = signature };
}

/// <summary>The paper that stays when a release was withdrawn: when, why, and by which role (never by whom).</summary>
public sealed record Withdrawal(
    string Release, string ManifestSha256, DateTime WithdrawnAt, string Why, string By, string KeyId, string Signature) : ISigned<Withdrawal>
{
    public Withdrawal WithSignature(string signature) => this with { Signature = signature };
}

/// <summary>A paper with a signature over its canonical text, in which the signature itself is empty.</summary>
internal interface ISigned<TSelf> where TSelf : ISigned<TSelf>
{
    string KeyId { get; }
    string Signature { get; }
    TSelf WithSignature(string signature);
}

/// <summary>The one way a signed paper is written. A file that differs from it in any byte is not that paper.</summary>
internal static class CanonicalJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true,
        UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow,
    };

    public static byte[] Write<T>(T paper) => Encoding.UTF8.GetBytes(JsonSerializer.Serialize(paper, Options) + "\n");

    /// <summary>The paper, or null when the bytes are not exactly its canonical text.</summary>
    public static T? Read<T>(byte[] bytes) where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(bytes, Options) is { } paper && Write(paper).AsSpan().SequenceEqual(bytes) ? paper : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

internal static class Sha256
{
    public static string Of(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    public static string OfFile(string path)
    {
        using var stream = System.IO.File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }
}
