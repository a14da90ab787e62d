using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Exchange.Publishing;

namespace Shirube.Office.Publishing;

/// <summary>Brings the office's state to the public: shows what a release would hold, and makes it.</summary>
public sealed class Publication(ReleaseStore store, ReleaseWriter writer)
{
    /// <summary>What citizens would read if it were published now, how it differs from what they read, and what should be looked at before.</summary>
    public async Task<Preview> PreviewAsync(OfficeDb db, MunicipalityCode code, CancellationToken cancel = default)
    {
        var content = await PublicContent.CollectAsync(db, code, cancel);
        return new(content, ReleaseChanges.Between(store.Current(code), content), await WarningsAsync(db, content, cancel));
    }

    /// <summary>Makes, signs and activates a release.</summary>
    public async Task<Published> PublishAsync(OfficeDb db, ReleasedMunicipality municipality, string? note, CancellationToken cancel = default)
    {
        var preview = await PreviewAsync(db, municipality.Code, cancel);
        var entry = writer.Publish(municipality, preview.Content, note);
        await db.ChangeLog.NoteMadeAsync(entry, note, cancel);
        return new(entry.Id.ToString(), entry.PublishedAt, entry.Manifest.Counts,
            preview.Changes.Subjects.ToDictionary(s => s.Subject, s => new ChangeCount(s.Added.Count, s.Changed.Count, s.Removed.Count)), entry.Manifest.Sha256, preview.Warnings);
    }

    private static async Task<IReadOnlyList<string>> WarningsAsync(OfficeDb db, ReleaseContent content, CancellationToken cancel)
    {
        var published = content.Plans.Select(p => p.Key).ToHashSet();
        var hidden = (await db.Plans.Select(p => new { p.Key, p.Name }).ToListAsync(cancel)).Where(p => !published.Contains(p.Key)).Select(p => p.Name).ToList();
        var placed = content.Placements.Select(p => p.Project).ToHashSet();
        var homeless = content.Projects.Count(p => !placed.Contains(p.Key));
        var warnings = new List<string>();
        if (content.Plans.Count == 0)
            warnings.Add("公開の版がありません。このまま公表すると、市民には計画が何も見えません。計画の版を公開の手続きに進めてください。");
        else
            warnings.AddRange(hidden.Select(name => $"計画「{name}」には公開の版がありません。作成中の版は公表されないため、市民には見えません。"));
        if (content.Plans.Count > 0 && homeless > 0)
            warnings.Add($"公開される計画のどの項目にも置かれていない事務事業が{homeless:#,0}件あります。市民は、計画の項目からこれらの事業へたどれません。");
        return warnings;
    }
}

/// <summary>What would be public, the difference from now, and sentences about what citizens would miss.</summary>
public sealed record Preview(ReleaseContent Content, ReleaseChanges Changes, IReadOnlyList<string> Warnings);

/// <summary>What <c>publish</c> prints.</summary>
public sealed record Published(string Release, DateTime PublishedAt, IReadOnlyDictionary<string, int> Counts, IReadOnlyDictionary<string, ChangeCount> Changes, string Sha256, IReadOnlyList<string> Warnings);

/// <summary>How many things of a kind are new, different and gone since the last release.</summary>
public sealed record ChangeCount(int Added, int Changed, int Removed);
