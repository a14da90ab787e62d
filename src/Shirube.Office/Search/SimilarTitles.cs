using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Organization;
using Shirube.Office.Organization;

namespace Shirube.Office.Search;

/// <summary>「もしかして」: titles that share pairs of letters with what was typed, for when nothing was found.</summary>
public static class SimilarTitles
{
    private const int Most = 5;
    private const double Least = 0.3;

    public static async Task<IReadOnlyList<Hit>> Read(OfficeDb db, SignedIn signedIn, SearchWords words)
    {
        var typed = Pairs(words.Whole);
        if (words.WhyNot is not null || typed.Count == 0)
            return [];
        var kinds = SearchKinds.For(signedIn).Where(k => k is not (SearchKind.Person or SearchKind.Evaluation)).ToList();
        var manages = signedIn.May(Operation.ManageDepartments);
        var titles = await db.SearchTexts.AsNoTracking().Where(t => kinds.Contains(t.Kind)).Select(t => new { t.RecordId, t.Kind, t.Key, t.ParentKey, t.Number, t.Title, t.FoldedTitle, t.ChangedAtUtc }).ToListAsync();
        return [.. titles.Select(t => (Title: t, Likeness: Likeness(typed, t.FoldedTitle))).Where(t => t.Likeness >= Least)
            .OrderByDescending(t => t.Likeness).ThenBy(t => t.Title.RecordId).DistinctBy(t => t.Title.Title).Take(Most)
            .Select(t => t.Title).Select(t => new Hit(t.Kind, SearchKinds.Address(t.Kind, t.Key, t.ParentKey, manages), t.Number, t.Title, null, "", t.ChangedAtUtc))];
    }

    // Dice: the pairs both have, against all the pairs of both. Made without a set for each of ten thousand titles.
    private static double Likeness(List<string> typed, string title) =>
        title.Length < 2 ? 0 : 2.0 * typed.Count(p => title.Contains(p, StringComparison.Ordinal)) / (typed.Count + title.Length - 1);

    private static List<string> Pairs(string text) => [.. Enumerable.Range(0, Math.Max(0, text.Length - 1)).Select(i => text.Substring(i, 2)).Distinct()];
}
