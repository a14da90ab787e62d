using System.Globalization;
using Shirube.Domain.Projects;
using Shirube.Files.Papers;
using Shirube.Ui.Text;

namespace Shirube.Office.Evaluation;

/// <summary>The judged year's budget against its settlement, by source: what auditors ask first. As the records say now.</summary>
internal static class ExecutionBlocks
{
    private static readonly IReadOnlyList<MoneyKind> Kinds = [.. CostCheck.Sources, MoneyKind.Total];

    public static IEnumerable<BookBlock> Of(PrintedSheet sheet, string title)
    {
        yield return new BookText($"{title}({sheet.Round.Judged.Era}、単位 円)", BookTextKind.Caption);
        if (sheet.Project is null)
        {
            yield return new BookText("計画の項目のシートなので、予算の執行はありません。");
            yield break;
        }

        yield return new BookTable([22, 18, 18, 18, 12, 18],
        [
            PaperWords.Head("財源", Names.Of(MoneyStage.Initial), Names.Of(MoneyStage.Supplementary), Names.Of(MoneyStage.Settled), "執行率", "予算との差"),
            .. Kinds.Select(k => RowOf(sheet.Project, sheet.Round.Judged.Value, k)),
        ]);
        yield return new BookText("執行率は、補正後の予算(なければ当初予算)に対する決算の割合です。どちらかの登録がないときは出していません。", BookTextKind.Note);
    }

    private static BookRow RowOf(Project project, int year, MoneyKind kind)
    {
        var (number, words) = kind == MoneyKind.Total ? (CellLook.TotalNumber, CellLook.Total) : (CellLook.Number, CellLook.Head);
        var (initial, amended, settled) = (At(MoneyStage.Initial), At(MoneyStage.Supplementary), At(MoneyStage.Settled));
        var budget = amended ?? initial;
        var rate = budget is > 0 && settled is not null ? $"{Math.Round(100m * settled.Value / budget.Value, 1).ToString("0.0", CultureInfo.InvariantCulture)}%" : Format.None;
        return new([new(Names.Of(kind), words), new(PaperWords.Yen(initial), number), new(PaperWords.Yen(amended), number), new(PaperWords.Yen(settled), number), new(rate, number), new(budget is not null && settled is not null ? PaperWords.Yen(budget - settled) : Format.None, number)]);

        long? At(MoneyStage stage)
        {
            var known = project.Money.Where(m => m.FiscalYear.Value == year && m.Stage == stage && m.Amount is not null).Select(m => (m.Kind, m.Amount!.Value.Value)).ToList();
            return kind == MoneyKind.Total ? CostCheck.CostOf(known) : known.Where(m => m.Kind == kind).Select(m => (long?)m.Value).FirstOrDefault();
        }
    }
}
