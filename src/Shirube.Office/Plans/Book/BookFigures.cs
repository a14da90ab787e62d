using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Plans;
using Shirube.Files.Papers;

namespace Shirube.Office.Plans;

/// <summary>The figures of an edition with their pictures, numbered in the order in which the book shows them first.</summary>
internal static class BookFigures
{
    public static async Task<IReadOnlyDictionary<PublicKey, BookFigure>> Of(OfficeDb db, WorkingTree working)
    {
        var named = working.InOrder().Select(i => i.Item.Body).Prepend(working.Plan.Summary).SelectMany(PlanFigure.KeysIn).Distinct().ToList();
        if (named.Count == 0)
            return new Dictionary<PublicKey, BookFigure>();
        var found = await (from figure in db.Figures.AsNoTracking() join picture in db.Pictures on figure.Sha256 equals picture.Sha256 where named.Contains(figure.Key) select new { Figure = figure, picture.Content }).ToListAsync();
        var shown = named.Where(k => found.Exists(f => f.Figure.Key == k)).ToList();
        return found.ToDictionary(f => f.Figure.Key, f => Numbered(f.Figure, shown.IndexOf(f.Figure.Key) + 1, f.Content));
    }

    private static BookFigure Numbered(PlanFigure figure, int number, byte[] content) =>
        new($"図{number} {BookWords.Named(figure.Title, figure.IsSample)}", figure.Alt, figure.Source, figure.Kind, figure.Width, figure.Height, content);
}
