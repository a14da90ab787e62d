using Shirube.Domain.Common;

namespace Shirube.Exchange.Publishing;

/// <summary>What a verification found: nothing is the good result.</summary>
public sealed record VerificationResult(int Releases, int Withdrawn, IReadOnlyList<string> Findings)
{
    public bool IsSound => Findings.Count == 0;
}

/// <summary>Checks that every release is what was published: its file, its manifest, the chain of manifests, the signatures.</summary>
public sealed class ReleaseVerification(string dataDir)
{
    public VerificationResult Verify(MunicipalityCode code)
    {
        var folder = new ReleaseFolder(dataDir, code);
        var ids = folder.Ids(".manifest.json");
        var withdrawn = folder.Ids(".withdrawal.json");
        var keys = new SigningKeys(folder);
        var findings = new List<string>();
        string? previous = null;
        foreach (var id in ids)
        {
            findings.AddRange(OfManifest(folder, keys, code, id, previous));
            previous = Sha256.OfFile(folder.Manifest(id));
        }
        findings.AddRange(withdrawn.SelectMany(id => OfWithdrawal(folder, keys, id)));
        findings.AddRange(OfEnd(folder));
        return new(ids.Count, withdrawn.Count, findings);
    }

    private static IEnumerable<string> OfManifest(ReleaseFolder folder, SigningKeys keys, MunicipalityCode code, ReleaseId id, string? previous)
    {
        if (CanonicalJson.Read<Manifest>(File.ReadAllBytes(folder.Manifest(id))) is not { } manifest)
        {
            yield return $"公表 {id} の記録(manifest)が書き換えられているか、壊れています。";
            yield break;
        }
        if (!keys.Signed(manifest))
            yield return $"公表 {id} の記録の署名が正しくありません。";
        if (manifest.Release != id.ToString() || manifest.MunicipalityCode != code.Value || manifest.File != Path.GetFileName(folder.File(id)) || Tokyo.DayOf(manifest.PublishedAt) != id.Day)
            yield return $"公表 {id} の記録は、別の公表のものです。";
        if (manifest.PreviousManifestSha256 != previous)
            yield return $"公表 {id} が前の公表とつながりません。間の公表がなくなったか、前の公表の記録が変わっています。";
        if (manifest.Schema > ReleaseSchema.Current)
            yield return Refusals.ReleaseSchemaNewer(id.ToString(), manifest.Schema).ToString();
        if (!File.Exists(folder.Withdrawal(id)) && OfFile(folder.File(id), manifest) is { } finding)
            yield return finding;
    }

    private static string? OfFile(string path, Manifest manifest) =>
        !File.Exists(path) ? $"公表 {manifest.Release} のファイルがありません。取り下げの記録もありません。"
        : new FileInfo(path).Length != manifest.Bytes || Sha256.OfFile(path) != manifest.Sha256 ? $"公表 {manifest.Release} のファイルの内容が、公表したときから変わっています。" : null;

    private static IEnumerable<string> OfWithdrawal(ReleaseFolder folder, SigningKeys keys, ReleaseId id)
    {
        if (!File.Exists(folder.Manifest(id)))
            yield return $"取り下げた公表 {id} の記録(manifest)がありません。";
        else if (CanonicalJson.Read<Withdrawal>(File.ReadAllBytes(folder.Withdrawal(id))) is not { } withdrawal)
            yield return $"公表 {id} の取り下げの記録が書き換えられているか、壊れています。";
        else if (!keys.Signed(withdrawal) || withdrawal.Release != id.ToString() || withdrawal.ManifestSha256 != Sha256.OfFile(folder.Manifest(id)))
            yield return $"公表 {id} の取り下げの記録の署名が正しくありません。";
        if (File.Exists(folder.File(id)))
            yield return $"公表 {id} は取り下げられていますが、ファイルが残っています。";
    }

    private static IEnumerable<string> OfEnd(ReleaseFolder folder)
    {
        if (new ChainEnd(folder).Remembered is not { } last)
            yield break;
        if (!File.Exists(folder.Manifest(last.Id)))
            yield return $"公表 {last.Id} の記録(manifest)がなくなっています。";
        else if (Sha256.OfFile(folder.Manifest(last.Id)) != last.ManifestSha256)
            yield return $"公表 {last.Id} の記録(manifest)が、公表したときのものではありません。";
    }
}
