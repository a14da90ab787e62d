using System.Collections.Concurrent;
using Shirube.Domain.Common;

namespace Shirube.Exchange.Publishing;

/// <summary>The releases that lie in the data folder. Sees a new release without a restart; keeps opened ones at hand.</summary>
public sealed class ReleaseStore(string dataDir)
{
    private readonly ConcurrentDictionary<MunicipalityCode, Listing> listings = new();
    private readonly ConcurrentDictionary<(MunicipalityCode, string Sha256), Lazy<Release>> opened = new();

    private sealed record Listing(DateTime Changed, IReadOnlyList<ReleaseEntry> Entries);

    /// <summary>The municipalities with a release, by code.</summary>
    public IReadOnlyList<ReleasedMunicipality> Municipalities
    {
        get
        {
            var releases = Path.Combine(dataDir, "releases");
            return !Directory.Exists(releases) ? []
                : [.. Directory.EnumerateDirectories(releases).Select(d => Path.GetFileName(d)!).Where(c => MunicipalityCode.WhyNot(c) is null).Order(StringComparer.Ordinal)
                    .Select(MunicipalityCode.Parse).Select(code => (code, entries: List(code))).Where(m => m.entries.Count > 0)
                    .Select(m => new ReleasedMunicipality(m.code, m.entries[0].Manifest.MunicipalityName))];
        }
    }

    /// <summary>All releases, newest first, withdrawn ones included. A manifest that cannot be read is left out here; verification names it.</summary>
    public IReadOnlyList<ReleaseEntry> List(MunicipalityCode code)
    {
        var folder = new ReleaseFolder(dataDir, code);
        // why: every publication and withdrawal renames a file into the folder, which moves the folder's time. Read before listing, so that a change in between is seen next time.
        var changed = Directory.GetLastWriteTimeUtc(folder.Path);
        if (listings.TryGetValue(code, out var listing) && listing.Changed == changed)
            return listing.Entries;
        listing = new(changed, [.. folder.Ids(".manifest.json").Reverse().Select(id => EntryOf(folder, id)).OfType<ReleaseEntry>()]);
        listings[code] = listing;
        Close(code, listing.Entries);
        return listing.Entries;
    }

    /// <summary>The release citizens read now; null before the first, or when all were withdrawn.</summary>
    public Release? Current(MunicipalityCode code) => List(code).FirstOrDefault(e => !e.IsWithdrawn) is { } entry ? Open(code, entry) : null;

    /// <summary>What citizens could read at the end of a Tokyo day.</summary>
    public AsOf AsOf(MunicipalityCode code, DateOnly day)
    {
        var standing = List(code).FirstOrDefault(e => e.StoodOn(day)) ?? List(code).FirstOrDefault(e => e.Day <= day);
        return standing is null ? new(null, null) : standing.IsWithdrawn ? new(null, standing) : new(Open(code, standing), null);
    }

    /// <summary>The release of a listed entry, opened once and checked against its manifest.</summary>
    public Release Open(MunicipalityCode code, ReleaseEntry entry)
    {
        (entry.IsWithdrawn ? Refusals.ReleaseAlreadyWithdrawn(entry.Id.ToString()) : null).ThrowIfAny();
        var key = (code, entry.Manifest.Sha256);
        try
        {
            return opened.GetOrAdd(key, _ => new(() => Release.Open(new ReleaseFolder(dataDir, code), entry, ReleaseUpgrade.Known))).Value;
        }
        catch (RefusalException)
        {
            // why: a file that was put right again must be tried anew.
            opened.TryRemove(key, out _);
            throw;
        }
    }

    /// <summary>Takes a release from the public: the file goes, its manifest and the reason stay. <paramref name="by"/> is a role, never a name.</summary>
    public ReleaseEntry Withdraw(MunicipalityCode code, ReleaseId id, string by, DateTime atUtc, string? why)
    {
        var folder = new ReleaseFolder(dataDir, code);
        using var only = folder.Lock();
        var entry = EntryOf(folder, id) ?? throw new RefusalException(Refusals.ReleaseUnknown(id.ToString()));
        (entry.IsWithdrawn ? Refusals.ReleaseAlreadyWithdrawn(id.ToString()) : Blank.ToNull(why) is null ? Refusals.WithdrawalReasonMissing : null).ThrowIfAny();
        var withdrawal = new SigningKeys(folder).Sign(
            new Withdrawal(id.ToString(), Sha256.OfFile(folder.Manifest(id)), new DateTime(atUtc.Ticks - atUtc.Ticks % TimeSpan.TicksPerSecond, DateTimeKind.Utc), why!.Trim(), by, "", ""),
            (w, key) => w with { KeyId = key });
        ReleaseFolder.WriteWhole(folder.Withdrawal(id), CanonicalJson.Write(withdrawal));
        File.Delete(folder.File(id));
        return entry with { Withdrawal = withdrawal };
    }

    /// <summary>Holds off publications and withdrawals until disposed, for whoever copies the files of all releases.</summary>
    public IDisposable HoldOff(MunicipalityCode code) => new ReleaseFolder(dataDir, code).Lock();

    private static ReleaseEntry? EntryOf(ReleaseFolder folder, ReleaseId id)
    {
        if (!File.Exists(folder.Manifest(id)) || CanonicalJson.Read<Manifest>(File.ReadAllBytes(folder.Manifest(id))) is not { } manifest)
            return null;
        // why: a withdrawal that cannot be read still withdraws: what was taken from the public stays away.
        var withdrawal = !File.Exists(folder.Withdrawal(id)) ? null
            : CanonicalJson.Read<Withdrawal>(File.ReadAllBytes(folder.Withdrawal(id))) ?? new Withdrawal(id.ToString(), "", manifest.PublishedAt, "取り下げの記録を読めません。", "", "", "");
        return new(id, manifest, withdrawal);
    }

    private void Close(MunicipalityCode code, IReadOnlyList<ReleaseEntry> entries)
    {
        var standing = entries.Where(e => !e.IsWithdrawn).Select(e => e.Manifest.Sha256).ToHashSet();
        foreach (var key in opened.Keys.Where(k => k.Item1 == code && !standing.Contains(k.Sha256)))
            if (opened.TryRemove(key, out var release) && release.IsValueCreated)
                release.Value.Dispose();
    }
}
