using Shirube.Domain.Plans;
using Shirube.Files.Papers;
using Shirube.Ui.Text;

namespace Shirube.Office.Plans;

/// <summary>A plan book as a paper: cover, facts, 体系図, the tree with its indicators and projects, appendices.</summary>
public static class PlanBookPaper
{
    private const int MostChartRows = 300;

    public static BookPaper Of(PlanBook book) =>
        new(book.Name, book.Municipality, $"{book.Name} {book.Edition.Label}", [.. Cover(book)], [.. Facts(book), .. Chart(book), .. book.Below[null].SelectMany(i => BookItem.Of(book, i, 1)), .. Glossary(book), .. Appendix(book)]);

    private static IEnumerable<string> Cover(PlanBook book)
    {
        yield return book.Edition.Label;
        yield return $"({EditionWords.Of(book.Edition).Word})";
        yield return book.Municipality;
        yield return $"{Format.Day(book.Day)}現在";
        if (book.HasSamples)
            yield return "「サンプル」の印は、説明のための架空の内容です。";
    }

    private static IEnumerable<BookBlock> Facts(PlanBook book)
    {
        var (plan, edition) = (book.Plan, book.Edition);
        yield return new BookHeading(1, "計画の概要", "facts");
        yield return new BookTable([22, 78],
        [
            Fact("計画の種類", Names.Of(plan.Kind)),
            Fact("計画期間", plan.PeriodNote is { } note ? $"{Format.Period(plan.First, plan.Last)}\n{note}" : Format.Period(plan.First, plan.Last)),
            Fact("根拠", plan.LegalBasis),
            Fact("前の計画", book.Predecessor),
            Fact("版", $"{edition.Label}({EditionWords.Of(edition).Word})"),
            .. edition.Decision is { } decision ? [Fact("決定", $"{decision.Body}、{Format.Day(decision.Day)}{(decision.Number is { } number ? $"、{number}" : "")}")] : Array.Empty<BookRow>(),
            .. edition.Enforcement is { } enforcement ? [Fact("施行", Format.Day(enforcement.From))] : Array.Empty<BookRow>(),
            Fact("階層と項目の数", string.Join(" › ", plan.Levels.OrderBy(l => l.Order).Select(l => $"{l.Name} {book.Working.Items.Count(i => i.LevelId == l.Id):#,0}"))),
            .. book.Projects.Count > 0 ? [Fact($"事務事業{(book.CostYear is { } cost ? $"({cost.Words})" : "")}", BookWords.Total(BookTotal.Of(book.MainBelow(null))))] : Array.Empty<BookRow>(),
        ]);
        foreach (var block in book.Texts.Of(plan.Summary, 2))
            yield return block;
    }

    private static BookRow Fact(string what, string? says) => new([new(what, CellLook.Head), new(says ?? BookWords.Unknown)]);

    private static IEnumerable<BookBlock> Chart(PlanBook book)
    {
        yield return new BookHeading(1, "体系図", "chart");
        if (book.Working.Items.Count == 0)
        {
            yield return new BookText("この版には、まだ項目がありません。");
            yield break;
        }

        var levels = book.Plan.Levels.OrderBy(l => l.Order).ToList();
        var depth = Enumerable.Range(1, levels.Count).Last(d => d == 1 || TreeRows.Of(book, d).Rows.Count <= MostChartRows);
        var tree = TreeRows.Of(book, depth);
        if (depth < levels.Count)
            yield return new BookText($"{levels[depth].Name}から下は数が多いため、この図では省いています。", BookTextKind.Note);
        yield return tree.Table();
    }

    private static IEnumerable<BookBlock> Glossary(PlanBook book)
    {
        if (book.Terms.Count == 0)
            return [];
        return
        [
            new BookHeading(1, "用語集", "glossary"),
            .. book.Terms.GroupBy(t => ReadingOrder.RowOf(t.Reading)).SelectMany(row => (BookBlock[])
            [
                new BookSubheading(2, $"{row.Key}行"),
                new BookTable([28, 72], [new([new("用語", CellLook.Head), new("意味", CellLook.Head)], IsHead: true), .. row.Select(TermOf)]),
            ]),
        ];
    }

    private static BookRow TermOf(GlossaryTerm term) =>
        new([new($"{BookWords.Named(term.Name, term.IsSample)}\n({term.Reading})"), new(term.Source is { } source ? $"{term.Meaning}\n出典: {source}" : term.Meaning)]);

    private static IEnumerable<BookBlock> Appendix(PlanBook book)
    {
        yield return new BookHeading(1, "資料・出典", "sources");
        yield return new BookSubheading(2, "この計画の出典");
        yield return new BookText(book.Plan.Source ?? "出典の記載はありません。");
        var defined = book.Indicators.SelectMany(g => g).DistinctBy(i => i.Id).Where(i => i.Definition is not null).OrderBy(i => i.Name, StringComparer.Ordinal).ToList();
        if (defined.Count > 0)
        {
            yield return new BookSubheading(2, "指標の算出方法と出典");
            yield return new BookTable([35, 65], [new([new("指標", CellLook.Head), new("算出方法と出典", CellLook.Head)], IsHead: true), .. defined.Select(i => new BookRow([new(BookWords.Named(i.Name, i.IsSample)), new(i.Definition!)]))]);
        }

        yield return new BookSubheading(2, "数値の見方");
        yield return new BookList(false, 1, [.. Notes(book).Select(n => (IReadOnlyList<BookBlock>)[new BookText(n)])]);
    }

    private static IEnumerable<string> Notes(PlanBook book)
    {
        yield return $"事務事業と指標は、{Format.Day(book.Day)}に登録されている内容です。";
        yield return book.CostYear is { } cost ? $"事業費は{cost.Words}の額で、千円未満を四捨五入(ちょうど半分は偶数へ)しています。合計は円の単位で足してから丸めるため、表の数の和と合わないことがあります。" : "この計画に置いた事務事業に、金額の登録はありません。";
        yield return "事務事業は、主な位置付けの項目で1度だけ数えています。「再掲」は、ほかの項目に主な位置付けがあるものです。";
        yield return "基準値は、計画が始まる前の年度のうち、いちばん新しい実績です。「記載なし」は、値が登録されていないことを表し、0ではありません。";
    }
}
