using Shirube.Domain.Common;
using Shirube.Domain.Plans;
using Shirube.Domain.Projects;
using Shirube.Files.Papers;
using Shirube.Office.Links;
using Shirube.Office.Projects;
using Shirube.Ui.Text;

namespace Shirube.Office.Evaluation;

/// <summary>主要な施策の成果説明書 (地方自治法第233条第5項): policy by policy and measure by measure, what each project spent, did and brought about in the judged year.</summary>
internal sealed class StatementPaper
{
    public const string Title = "主要な施策の成果説明書";
    // why: with an outline and texts of its own, a project's heading stands below those of the plan.
    private const int DeepestItem = 3;

    private readonly PrintedRound round;
    private readonly IReadOnlyList<PlanPlaces.Place> places;
    private readonly ILookup<PublicKey, PrintedSheet> projects;
    private readonly ILookup<PublicKey, PrintedSheet> items;
    private readonly ILookup<PlanItemId?, PlanPlaces.Place> below;

    private StatementPaper(PrintedRound round)
    {
        this.round = round;
        places = [.. round.Places.ByPlan.MaxBy(p => round.Sheets.Count(s => PlaceIn(s, p.Key) is not null)) ?? Enumerable.Empty<PlanPlaces.Place>()];
        below = places.ToLookup(p => p.ParentId);
        var known = places.Select(p => p.Key).ToHashSet();
        var placed = places.Count == 0 ? [] : round.Sheets.Select(s => (Sheet: s, Key: PlaceIn(s, places[0].PlanId))).Where(s => s.Key is { } key && known.Contains(key)).ToList();
        (projects, items) = (placed.Where(s => s.Sheet.Item is null).ToLookup(s => s.Key!.Value, s => s.Sheet), placed.Where(s => s.Sheet.Item is not null).ToLookup(s => s.Key!.Value, s => s.Sheet));
        Elsewhere = [.. round.Sheets.Except(placed.Select(s => s.Sheet))];
    }

    private IReadOnlyList<PrintedSheet> Elsewhere { get; }

    private string Unplaced => round.For == PaperFor.Public ? "公表している計画に位置付けのない事業" : "計画に位置付けのない事業";

    public static BookPaper Of(PrintedRound round) => new StatementPaper(round).Paper();

    private BookPaper Paper() => new(Title, round.Order.Municipality, $"{round.Round.Judged.Era} {PaperWords.Running(round, Title)}", [$"{round.Round.Judged.Era}決算", "地方自治法第233条第5項による説明", .. PaperWords.Cover(round).Skip(2)],
        [.. Front(), .. below[null].SelectMany(p => Place(p, 1)), .. Rest()]) { MostContents = 1000 };

    private IEnumerable<BookBlock> Front()
    {
        yield return new BookHeading(1, "この説明書について", "front");
        yield return new BookText($"{round.Round.Judged.Era}に行った施策と事務事業について、決算の額、行ったこと、成果を、{(places.Count == 0 ? "部課" : $"「{places[0].PlanName}」の体系")}に沿って説明します。成果と評価は、「{round.Round.Name}」の評価シートで提出された答えです。");
        yield return round.Sheets.Any(s => s.Item is null) ? Totals() : new BookTable([70, 30],
        [
            PaperWords.Head("政策など", "評価した項目"),
            .. below[null].Select(p => (p.Name, Below(p).Count)).Where(p => p.Count > 0).Select(p => new BookRow([new(p.Name), new($"{p.Count:#,0}", CellLook.Number)])),
        ]);
        yield return new BookText($"決算の額は円単位です。決算が登録されていない事業の額は「決算の登録なし」とし、予算の額で代えていません。合計にも入れていません。事務事業は、主な位置付けの項目で1度だけ取り上げています。{PaperWords.HowToRead}", BookTextKind.Note);
    }

    private BookTable Totals() => new([52, 16, 32],
    [
        PaperWords.Head("政策など", "事務事業", "決算額(円)"),
        .. below[null].Select(p => (p.Name, All: Below(p))).Where(p => p.All.Count > 0).Select(p => Total(p.Name, p.All, CellLook.Plain, CellLook.Number)),
        .. Elsewhere.Count == 0 ? [] : new[] { Total(Unplaced, Elsewhere, CellLook.Plain, CellLook.Number) },
        Total("計", [.. round.Sheets.Where(s => s.Item is null)], CellLook.Total, CellLook.TotalNumber),
    ]);

    private static BookRow Total(string name, IReadOnlyList<PrintedSheet> sheets, CellLook words, CellLook number) =>
        new([new(name, words), new($"{sheets.Count(s => s.Item is null):#,0}", number), new(WordsOf(sheets), number)]);

    private static string WordsOf(IReadOnlyList<PrintedSheet> sheets)
    {
        var cost = CostTotal.Of(sheets.Where(s => s.Item is null).Select(StatementBlocks.Settled));
        return cost.Amount is not { } amount ? cost.Projects == 0 ? Ui.Text.Format.None : StatementBlocks.NoSettlement : $"{PaperWords.Yen(amount.Value)}{(cost.Unknown > 0 ? $"\n({StatementBlocks.NoSettlement}{cost.Unknown:#,0}件を除く)" : "")}";
    }

    private IEnumerable<BookBlock> Place(PlanPlaces.Place place, int level)
    {
        var all = Below(place);
        if (all.Count == 0)
            yield break;
        yield return new BookHeading(Math.Min(level, DeepestItem), place.Name, $"item{place.Key}");
        if (all.Count(s => s.Item is null) is > 0 and var count)
            yield return new BookText($"事務事業{count:#,0}件、決算額(円) {WordsOf(all).Replace('\n', ' ')}", BookTextKind.Lead);
        foreach (var block in items[place.Key].SelectMany(StatementBlocks.OfItem).Concat(projects[place.Key].SelectMany(StatementBlocks.OfProject)).Concat(below[place.Id].SelectMany(p => Place(p, level + 1))))
            yield return block;
    }

    private IEnumerable<BookBlock> Rest() => Elsewhere.Count == 0 ? []
        : [new BookHeading(1, Unplaced, "elsewhere"), .. Elsewhere.GroupBy(s => s.Department).SelectMany((d, i) => d.SelectMany(s => s.Item is null ? StatementBlocks.OfProject(s) : StatementBlocks.OfItem(s)).Prepend(new BookHeading(2, d.First().DepartmentName, $"elsewhere{i}")))];

    private IReadOnlyList<PrintedSheet> Below(PlanPlaces.Place place) => [.. items[place.Key], .. projects[place.Key], .. below[place.Id].SelectMany(Below)];

    private static PublicKey? PlaceIn(PrintedSheet sheet, PlanId plan) =>
        sheet.Item is { } item ? item.Plan == plan ? item.Item : null : sheet.Project?.Placements.Where(p => p.IsMain && p.PlanId == plan).Select(p => (PublicKey?)p.ItemKey).FirstOrDefault();
}
