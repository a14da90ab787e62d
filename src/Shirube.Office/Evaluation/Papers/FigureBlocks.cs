using Shirube.Domain.Common;
using Shirube.Domain.Evaluation;
using Shirube.Files.Papers;
using Shirube.Ui.Text;

namespace Shirube.Office.Evaluation;

/// <summary>The figures of a sheet as tables: money and staff, indicators with target, actual and how far that is, and the projects of a plan item.</summary>
internal static class FigureBlocks
{
    public static IEnumerable<BookBlock> Of(PrintedSheet sheet, QuestionKind kind, string title) => kind switch
    {
        QuestionKind.Money => Money(sheet.Figures.Money, title),
        QuestionKind.Indicators => Indicators(sheet.Figures.Indicators, title),
        _ => Members(sheet, title),
    };

    private static IEnumerable<BookBlock> Money(FigureTable table, string title)
    {
        yield return new BookText($"{title}(単位 円。人数・時間はその単位)", BookTextKind.Caption);
        if (table.Columns.Count == 0)
        {
            yield return new BookText("金額は登録されていません。");
            yield break;
        }

        yield return new BookTable([28, .. table.Columns.Select(_ => 24)],
        [
            PaperWords.Head(table.Columns.Select(c => $"{new FiscalYear(c.Year).Era}\n{Names.Of(c.Stage)}").Prepend("")),
            .. table.Lines.Select(l => new BookRow([new(l.Name, CellLook.Head), .. l.Cells.Select(c => PaperWords.Cell(c, l.Kind is not null))])),
        ]);
    }

    private static IEnumerable<BookBlock> Indicators(IReadOnlyList<FigureIndicator> indicators, string title)
    {
        yield return new BookText(title, BookTextKind.Caption);
        if (indicators.Count == 0)
        {
            yield return new BookText("指標は登録されていません。");
            yield break;
        }

        var years = indicators.SelectMany(i => i.Years.Select(y => y.Year)).Distinct().Order().ToList();
        yield return new BookTable([34, 10, .. years.Select(_ => 18)], [PaperWords.Head(["指標", "", .. years.Select(y => new FiscalYear(y).Era)]), .. indicators.SelectMany(i => RowsOf(i, years))]);
    }

    private static IEnumerable<BookRow> RowsOf(FigureIndicator indicator, IReadOnlyList<int> years)
    {
        var name = $"{indicator.Name}\n({Names.Of(indicator.Kind)}{(indicator.Unit is { } unit ? $"、単位 {unit}" : "")})";
        yield return new([new(name, rows: 3), new("目標", CellLook.Head), .. years.Select(y => PaperWords.Cell(indicator.Years.FirstOrDefault(t => t.Year == y)?.Target ?? FigureCell.Blank, false))]);
        yield return new([new("実績", CellLook.Head), .. years.Select(y => PaperWords.Cell(indicator.Years.FirstOrDefault(t => t.Year == y)?.Actual ?? FigureCell.Blank, false))]);
        yield return new([new("達成", CellLook.Head), new(indicator.Assessed ?? "算定不可(目標か実績の登録がありません)", columns: years.Count)]);
    }

    private static IEnumerable<BookBlock> Members(PrintedSheet sheet, string title)
    {
        var members = sheet.Figures.Members;
        yield return new BookText($"{title}(事業費の単位 円)", BookTextKind.Caption);
        if (members.Count == 0)
        {
            yield return new BookText("この項目の下に、事務事業はありません。");
            yield break;
        }

        var (unknown, known) = (members.Count(m => m.Cost.Value is null), members.Sum(m => m.Cost.Value ?? 0));
        var cost = unknown == members.Count ? Format.None : $"{PaperWords.Yen(known)}{(unknown > 0 ? $"\n(登録なし{unknown:#,0}件を除く)" : "")}";
        var total = new BookCell($"{members.Count:#,0}件の計", CellLook.Total);
        // why: what the sheets of other projects say is not told outside.
        yield return sheet.For == PaperFor.Public
            ? new BookTable([70, 30], [PaperWords.Head("事務事業", "事業費"), .. members.Select(m => new BookRow([new(m.Name), PaperWords.Cell(m.Cost, true)])), new([total, new(cost, CellLook.TotalNumber)])])
            : new BookTable([44, 22, 18, 16],
            [
                PaperWords.Head("事務事業", "事業費", "今後の方向性", "成果"),
                .. members.Select(m => new BookRow([new(m.Name), PaperWords.Cell(m.Cost, true), new(m.Direction ?? PaperWords.NotSubmitted), new(m.Result ?? (m.Direction is null ? PaperWords.NotSubmitted : "答えなし"))])),
                new([total, new(cost, CellLook.TotalNumber), new(members.Count(m => m.Direction is null) is > 0 and var silent ? $"未提出{silent:#,0}件" : "すべて提出済み", CellLook.Total, columns: 2)]),
            ]);
    }
}
