using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Files.Tests.Pictures;
using Shirube.Domain.Plans;
using Shirube.Files.Papers;
using Shouldly;
using Xunit;
using C = DocumentFormat.OpenXml.Drawing.Charts;
using S = DocumentFormat.OpenXml.Spreadsheet;
using W = DocumentFormat.OpenXml.Wordprocessing;
using WP = DocumentFormat.OpenXml.Drawing.Wordprocessing;

namespace Files.Tests.Papers;

public sealed class BookPaperTests
{
    private static readonly BookChart Chart = new("相談できる割合 <b>&", "%", "増えました。", [new(new(2022), 12.5m, false, null), new(new(2023), null, false, null), new(new(2024), 14m, true, null), new(new(2025), null, false, 20m)]);

    private static readonly BookPaper Paper = new("サンプル総合計画(案)", "サンプル市", "サンプル総合計画(案) 素案", ["素案", "(作業中の版)", "サンプル市"],
    [
        new BookHeading(1, "計画の概要", "facts"),
        new BookText([new("太字", BookLook.Strong), new("と"), new("斜体", BookLook.Emphasis | BookLook.Struck), new("と"), new("市のページ", BookLook.Plain, "https://city.example/"), new("と", BookLook.Code), new("2", BookLook.Raised)]),
        new BookList(true, 3, [[new BookText("三つめ"), new BookList(false, 1, [[new BookText("中の点")]]), new BookText("続き")], [new BookText("四つめ")]]),
        new BookList(true, 1, [[new BookText("別の一つめ")]]),
        new BookQuote([new BookText("条例から")]),
        new BookText("a\tb", BookTextKind.Code),
        new BookRule(),
        new BookHeading(2, "1 安心して暮らす", "kkkkkkk"),
        new BookSubheading(3, "本文の見出し"),
        new BookTable([1, 2, 1],
        [
            new([new("政策", CellLook.Head), new("施策", CellLook.Head, columns: 2)], IsHead: true),
            new([new("1 安心", rows: 2), new("1-1 健康"), new("5", CellLook.Number)]),
            new([new("1-2 福祉"), new("", CellLook.Blank)]),
            new([new("合計", CellLook.Total, columns: 2), new("5", CellLook.TotalNumber)]),
        ]),
        Chart,
        new BookFigure("図1 道路の図", "道路が町をつなぐ図 <b>&", "市の資料", PictureKind.Png, 4000, 100, Drawn.Png(40, 1)),
        new BookFigure("図2 写真", "縦に長い写真", null, PictureKind.Jpeg, 100, 4000, Drawn.Jpeg(1, 40, null, "", [])),
        new BookHeading(12, "とても深い項目", "deepest"),
    ]);

    [Fact]
    public void The_word_file_of_every_kind_of_block_is_valid()
    {
        using var document = Written(Paper);
        Faults(document).ShouldBeEmpty();
    }

    [Fact]
    public void Headings_are_words_own_styles_and_the_contents_name_them_before_word_does()
    {
        using var document = Written(Paper);
        var body = document.MainDocumentPart!.Document.Body!;
        body.Elements<W.Paragraph>().Where(p => Style(p)?.StartsWith("Heading", StringComparison.Ordinal) == true).Select(p => $"{Style(p)} {p.InnerText}")
            .ShouldBe(["Heading1 計画の概要", "Heading2 1 安心して暮らす", "Heading9 とても深い項目"]);
        var contents = body.Elements<W.SdtBlock>().Single();
        contents.Descendants<W.FieldCode>().First().Text.Trim().ShouldBe("TOC \\o \"1-3\" \\h \\z");
        contents.Descendants<W.Hyperlink>().Select(h => $"{Style(h.Ancestors<W.Paragraph>().Single())} {string.Concat(h.Descendants<W.Text>().Select(t => t.Text))}").ShouldBe(["TOC1 計画の概要", "TOC2 1 安心して暮らす"]);
        var marks = body.Descendants<W.BookmarkStart>().Select(b => b.Name!.Value!).ToList();
        contents.Descendants<W.Hyperlink>().ShouldAllBe(h => marks.Contains(h.Anchor!.Value!));
        var styles = document.MainDocumentPart.StyleDefinitionsPart!.Styles!.Elements<W.Style>().ToDictionary(s => s.StyleId!.Value!);
        styles["Heading2"].StyleName!.Val!.Value.ShouldBe("heading 2");
        styles["Heading2"].StyleParagraphProperties!.Elements<W.KeepNext>().Count().ShouldBe(1, "a heading does not stand alone at the end of a page");
        Style(body.Elements<W.Paragraph>().Single(p => p.InnerText == "本文の見出し")).ShouldBe("TextHeading", "headings of a text are not in the contents");
    }

    [Fact]
    public void Figures_stand_within_the_page_with_their_words_and_their_captions_below()
    {
        using var document = Written(Paper);
        var main = document.MainDocumentPart!;
        main.ImageParts.Select(p => p.ContentType).Order(StringComparer.Ordinal).ShouldBe(["image/jpeg", "image/png"]);
        var drawn = main.Document.Body!.Descendants<WP.Inline>().Where(i => i.DocProperties!.Name!.Value!.StartsWith('図')).ToList();
        drawn.Select(i => i.DocProperties!.Description!.Value).ShouldBe(["道路が町をつなぐ図 <b>&", "縦に長い写真"]);
        drawn.ShouldAllBe(i => i.Extent!.Cx! <= 16 * 360_000 && i.Extent.Cy! <= 20 * 360_000);
        drawn.Select(i => Math.Round((decimal)i.Extent!.Cx! / i.Extent.Cy!, 3)).ShouldBe([40m, 0.025m], "they keep their shape");
        drawn.Select(i => i.Ancestors<W.Paragraph>().First().NextSibling<W.Paragraph>()!).Select(p => $"{Style(p)} {p.InnerText}").ShouldBe(["Caption 図1 道路の図資料: 市の資料", "Caption 図2 写真"]);
    }

    [Fact]
    public void Every_page_but_the_first_says_which_plan_it_is_and_its_number()
    {
        using var document = Written(Paper);
        var main = document.MainDocumentPart!;
        main.HeaderParts.Single().Header.InnerText.ShouldBe("サンプル総合計画(案) 素案");
        main.FooterParts.Single().Footer.Descendants<W.FieldCode>().Select(f => f.Text.Trim()).ShouldBe(["PAGE", "NUMPAGES"]);
        var section = main.Document.Body!.Elements<W.SectionProperties>().Single();
        section.Elements<W.TitlePage>().Count().ShouldBe(1);
        (section.Elements<W.PageSize>().Single().Width!.Value, section.Elements<W.PageSize>().Single().Height!.Value).ShouldBe((11906u, 16838u));
        (document.PackageProperties.Title, document.PackageProperties.Language).ShouldBe(("サンプル総合計画(案)", "ja-JP"));
    }

    [Fact]
    public void A_cell_goes_over_rows_and_columns_and_the_heading_is_repeated()
    {
        using var document = Written(Paper);
        var rows = document.MainDocumentPart!.Document.Body!.Elements<W.Table>().Single().Elements<W.TableRow>().ToList();
        rows.Select(r => string.Join(" | ", r.Elements<W.TableCell>().Select(Shape))).ShouldBe(["政策 | 施策 x2", "1 安心 v | 1-1 健康 | 5", " ^ | 1-2 福祉 | ", "合計 x2 | 5"]);
        rows.Select(r => r.TableRowProperties!.Elements<W.TableHeader>().Any()).ShouldBe([true, false, false, false]);
    }

    [Fact]
    public void A_numbered_list_begins_where_it_says_and_the_next_one_anew()
    {
        using var document = Written(Paper);
        var main = document.MainDocumentPart!;
        var ids = main.Document.Body!.Elements<W.Paragraph>().Where(p => p.ParagraphProperties?.NumberingProperties is not null).Select(p => (p.InnerText, p.ParagraphProperties!.NumberingProperties!.NumberingId!.Val!.Value, p.ParagraphProperties.NumberingProperties.NumberingLevelReference!.Val!.Value)).ToList();
        ids.ShouldBe([("三つめ", 2, 0), ("中の点", 1, 1), ("四つめ", 2, 0), ("別の一つめ", 3, 0)]);
        main.NumberingDefinitionsPart!.Numbering.Elements<W.NumberingInstance>().Skip(1).Select(n => n.Descendants<W.StartOverrideNumberingValue>().Single().Val!.Value).ShouldBe([3, 1]);
    }

    [Fact]
    public void A_chart_is_words_own_and_has_its_figures_with_it()
    {
        using var document = Written(Paper);
        var part = document.MainDocumentPart!.ChartParts.Single();
        var series = part.ChartSpace.Descendants<C.LineChartSeries>().ToList();
        series.Select(s => s.Descendants<C.SeriesText>().Single().Descendants<C.NumericValue>().Single().Text).ShouldBe(["実績", "目標"]);
        series[0].Elements<C.Values>().Single().Descendants<C.NumericPoint>().Select(p => $"{p.Index!.Value}={p.InnerText}").ShouldBe(["0=12.5", "2=14"], "a year without a value is a gap");
        series[0].Elements<C.DataPoint>().Select(p => p.Index!.Val!.Value).ShouldBe([2u], "a provisional value looks different");
        using var figures = SpreadsheetDocument.Open(part.EmbeddedPackagePart!.GetStream(), isEditable: false);
        Faults(figures).ShouldBeEmpty();
        figures.WorkbookPart!.WorksheetParts.Single().Worksheet.Descendants<S.Row>().Select(r => string.Join('|', r.Elements<S.Cell>().Select(c => c.InnerText))).ShouldBe(["年度|実績|目標", "R4|12.5", "R5", "R6|14", "R7|20"]);
        document.MainDocumentPart.Document.Descendants<DocumentFormat.OpenXml.Drawing.Wordprocessing.DocProperties>().Single(p => p.Name!.Value!.StartsWith("グラフ", StringComparison.Ordinal)).Description!.Value.ShouldBe("増えました。");
    }

    [Fact]
    public void Signs_that_xml_does_not_have_and_words_that_look_like_markup_do_no_harm()
    {
        var odd = "<script>alert('\u0001')</script> & \uFFFF 𠮷 \r\n二行目";
        using var document = Written(Paper with { Title = odd, Running = odd, Cover = [odd], Blocks = [new BookHeading(1, odd, "odd"), new BookText([new(odd, BookLook.Strong, "https://例え.example/\u0001 x")]), new BookTable([1], [new([new(odd)])]), Chart with { Name = odd, Unit = odd, Summary = odd }] });
        Faults(document).ShouldBeEmpty();
        document.MainDocumentPart!.Document.Body!.InnerText.ShouldContain("<script>alert('')</script> &  𠮷 二行目");
    }

    [Fact]
    public void A_paper_of_three_thousand_headings_lists_only_so_many_in_its_contents()
    {
        var many = Paper with { Blocks = [.. Enumerable.Range(0, 3000).Select(i => (BookBlock)new BookHeading(i % 300 == 0 ? 1 : i % 10 == 0 ? 2 : 3, $"項目{i}", $"h{i}"))] };
        many.ContentsDepth.ShouldBe(2);
        using var document = Written(many);
        document.MainDocumentPart!.Document.Body!.Elements<W.SdtBlock>().Single().Descendants<W.Hyperlink>().Count().ShouldBe(300);
    }

    [Fact]
    public void A_paper_of_nothing_is_valid_too()
    {
        using var document = Written(Paper with { Blocks = [] });
        Faults(document).ShouldBeEmpty();
    }

    private static IEnumerable<string> Faults(OpenXmlPackage document) => new OpenXmlValidator().Validate(document).Select(e => $"{e.Part?.Uri} {e.Path?.XPath} {e.Description}");

    private static string? Style(W.Paragraph paragraph) => paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value;

    private static string Shape(W.TableCell cell)
    {
        var properties = cell.TableCellProperties!;
        var merge = properties.VerticalMerge is { } vertical ? vertical.Val?.Value == W.MergedCellValues.Restart ? " v" : " ^" : "";
        return $"{cell.InnerText}{merge}{(properties.GridSpan is { } span ? $" x{span.Val}" : "")}";
    }

    private static WordprocessingDocument Written(BookPaper paper)
    {
        var file = new MemoryStream();
        BookDocx.Write(file, paper);
        return WordprocessingDocument.Open(new MemoryStream(file.ToArray()), isEditable: false);
    }
}
