using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
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
        var kinds = SearchKinds.For(signedIn).Where(k => k is not (SearchKind.Person or SearchKind.Evaluation or SearchKind.SavedView)).ToList();
        var titles = await Sharing(db.SearchTexts.AsNoTracking().Where(t => kinds.Contains(t.Kind)), typed).Select(t => new { t.RecordId, t.FoldedTitle }).ToListAsync();
        var likely = titles.Select(t => (t.RecordId, t.FoldedTitle, Likeness: Likeness(typed, t.FoldedTitle))).Where(t => t.Likeness >= Least)
            .OrderByDescending(t => t.Likeness).ThenBy(t => t.RecordId).DistinctBy(t => t.FoldedTitle).Take(Most).Select(t => t.RecordId).ToList();
        return await Finding.Read(db, signedIn, likely);
    }

    // why: most titles share nothing with what was typed and need not be read; eight pairs, spread over it, are enough to meet the likely ones.
    private static IQueryable<SearchText> Sharing(IQueryable<SearchText> texts, List<string> typed)
    {
        var p = Enumerable.Range(0, 8).Select(i => typed[i * typed.Count / 8]).ToArray();
        var (a, b, c, d, e, f, g, h) = (p[0], p[1], p[2], p[3], p[4], p[5], p[6], p[7]);
        return texts.Where(t => t.FoldedTitle.Contains(a) || t.FoldedTitle.Contains(b) || t.FoldedTitle.Contains(c) || t.FoldedTitle.Contains(d)
            || t.FoldedTitle.Contains(e) || t.FoldedTitle.Contains(f) || t.FoldedTitle.Contains(g) || t.FoldedTitle.Contains(h));
    }

    // Dice: the pairs both have, against all the pairs of both. Made without a set for each of ten thousand titles.
    private static double Likeness(List<string> typed, string title) =>
        title.Length < 2 ? 0 : 2.0 * typed.Count(p => title.Contains(p, StringComparison.Ordinal)) / (typed.Count + title.Length - 1);

    private static List<string> Pairs(string text) => [.. Enumerable.Range(0, Math.Max(0, text.Length - 1)).Select(i => text.Substring(i, 2)).Distinct()];
}
