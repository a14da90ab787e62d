using System.Security.Cryptography;
using Shirube.Domain.Common;

namespace Shirube.Exchange.Publishing;

/// <summary>The keys a municipality signs its releases with: ECDSA over P-256. The private key never leaves data/keys; public keys also lie beside the releases.</summary>
internal sealed class SigningKeys(ReleaseFolder folder)
{
    private string PrivateKeyFile => Path.Combine(folder.PrivateKeys, "signing.pem");

    /// <summary>Signs with the municipality's key, making one at the first publication.</summary>
    public T Sign<T>(T paper, Func<T, string, T> withKeyId) where T : ISigned<T>
    {
        using var key = OpenOrMake();
        var named = withKeyId(paper, IdOf(key)).WithSignature("");
        return named.WithSignature(Convert.ToBase64String(key.SignData(CanonicalJson.Write(named), HashAlgorithmName.SHA256)));
    }

    /// <summary>Whether the paper was signed by a key of this municipality.</summary>
    public bool Signed<T>(T paper) where T : ISigned<T>
    {
        using var key = PublicKeyOf(paper.KeyId);
        try
        {
            return key is not null && key.VerifyData(CanonicalJson.Write(paper.WithSignature("")), Convert.FromBase64String(paper.Signature), HashAlgorithmName.SHA256)
                && Convert.ToBase64String(Convert.FromBase64String(paper.Signature)) == paper.Signature;
        }
        catch (FormatException)
        {
            return false;
        }
    }

    private ECDsa OpenOrMake()
    {
        if (!File.Exists(PrivateKeyFile))
            Make();
        var key = ECDsa.Create();
        try
        {
            key.ImportFromPem(File.ReadAllText(PrivateKeyFile));
        }
        catch (Exception e) when (e is ArgumentException or CryptographicException or PlatformNotSupportedException)
        {
            key.Dispose();
            throw new RefusalException(Refusals.SigningKeyDamaged(PrivateKeyFile));
        }
        LayPublicKey(key, folder.PublicKeys);
        return key;
    }

    private void Make()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        if (OperatingSystem.IsWindows())
            Directory.CreateDirectory(folder.PrivateKeys);
        else
            Directory.CreateDirectory(folder.PrivateKeys, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        LayPublicKey(key, folder.PrivateKeys);
        ReleaseFolder.WriteWhole(PrivateKeyFile, System.Text.Encoding.ASCII.GetBytes(key.ExportPkcs8PrivateKeyPem() + "\n"), UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    private static void LayPublicKey(ECDsa key, string where)
    {
        var file = Path.Combine(where, $"{IdOf(key)}.pem");
        Directory.CreateDirectory(where);
        if (!File.Exists(file))
            ReleaseFolder.WriteWhole(file, System.Text.Encoding.ASCII.GetBytes(PemOf(key)));
    }

    private static string PemOf(ECDsa key) => key.ExportSubjectPublicKeyInfoPem() + "\n";

    // why: where the office's own keys are at hand, a key that merely lies beside the releases is not believed.
    private ECDsa? PublicKeyOf(string id)
    {
        var file = Path.Combine(Directory.Exists(folder.PrivateKeys) ? folder.PrivateKeys : folder.PublicKeys, $"{id}.pem");
        if (id.Length != 16 || !id.All(char.IsAsciiHexDigitLower) || !File.Exists(file))
            return null;
        var key = ECDsa.Create();
        try
        {
            var text = File.ReadAllText(file);
            key.ImportFromPem(text);
            if (IdOf(key) == id && PemOf(key) == text)
                return key;
        }
        catch (Exception e) when (e is ArgumentException or CryptographicException or PlatformNotSupportedException)
        {
            // why: a damaged key file signs nothing; the caller says so.
        }
        key.Dispose();
        return null;
    }

    /// <summary>The first 16 hexadecimal digits of the SHA-256 of the public key.</summary>
    private static string IdOf(ECDsa key) => Sha256.Of(key.ExportSubjectPublicKeyInfo())[..16];
}
