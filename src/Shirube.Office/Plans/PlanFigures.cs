using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Plans;
using Shirube.Ui.Text;

namespace Shirube.Office.Plans;

/// <summary>Which figures texts show, and which texts show a figure.</summary>
internal static class PlanFigures
{
    /// <summary>The figures that a text names, as the office's pages show them.</summary>
    public static async Task<IReadOnlyList<ShownFigure>> FiguresIn(this OfficeDb db, string? text, string root)
    {
        var keys = PlanFigure.KeysIn(text);
        return keys.Count == 0 ? [] : [.. (await db.Figures.AsNoTracking().Where(f => keys.Contains(f.Key)).ToListAsync()).Select(f => Shown(f, root))];
    }

    public static ShownFigure Shown(PlanFigure figure, string root) => new(figure.Key, figure.Title, figure.Alt, figure.Source, figure.Width, figure.Height, figure.IsSample, $"{root}figures/{figure.Key}/picture");

    /// <summary>Items of any edition, and summaries of plans, whose text shows a figure.</summary>
    public static async Task<IReadOnlyList<FigureUse>> UsesOf(this OfficeDb db, IReadOnlyCollection<PublicKey> figures)
    {
        if (figures.Count == 0)
            return [];
        var mark = PlanFigure.Address(new(""));
        var items = await (from item in db.PlanItems
                           join edition in db.Editions on item.EditionId equals edition.Id
                           join plan in db.Plans on edition.PlanId equals plan.Id
                           where item.Body!.Contains(mark)
                           orderby plan.Name, edition.Id, item.Order, item.Id
                           select new { Plan = plan.Key, PlanName = plan.Name, Edition = edition.Key, edition.Label, item.Key, item.Title, item.Body }).ToListAsync();
        var plans = await db.Plans.Where(p => p.Summary!.Contains(mark)).OrderBy(p => p.Name).Select(p => new { p.Key, p.Name, p.Summary }).ToListAsync();
        return
        [
            .. plans.SelectMany(p => PlanFigure.KeysIn(p.Summary).Where(figures.Contains).Select(k => new FigureUse(k, $"計画「{p.Name}」の概要", $"~/plans/{p.Key}"))),
            .. items.SelectMany(i => PlanFigure.KeysIn(i.Body).Where(figures.Contains).Select(k => new FigureUse(k, $"計画「{i.PlanName}」{i.Label}の「{i.Title}」", $"~/plans/{i.Plan}/{i.Key}?{WorkingTree.Named}={i.Edition}"))),
        ];
    }
}

/// <summary>A text that shows a figure, and where it stands.</summary>
public sealed record FigureUse(PublicKey Figure, string Where, string Address);
