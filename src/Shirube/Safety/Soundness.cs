using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Exchange.Publishing;

namespace Shirube.Safety;

/// <summary>What walking the change log, the releases and the references of a municipality found.</summary>
internal sealed record Soundness(int Releases, int Withdrawn, IReadOnlyList<string> Findings)
{
    public static async Task<Soundness> OfAsync(Catalogue catalogue, MunicipalityCode code, CancellationToken cancel)
    {
        await using var db = catalogue.Open(code);
        var broken = await new ChangeLog(db).VerifyAsync(cancel);
        var office = await OfficeChecks.RunAsync(db, cancel);
        var releases = new ReleaseVerification(catalogue.Folder).Verify(code);
        return new(releases.Releases, releases.Withdrawn, [.. broken is null ? [] : new[] { $"変更履歴の{broken.Sequence}番: {broken.What}" }, .. office, .. releases.Findings]);
    }
}
