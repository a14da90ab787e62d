using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Shirube.Files.Papers;

/// <summary>The styles of a long paper: Word's own where it has them, so that outline, contents and captions work as people know them.</summary>
internal static class BookStyles
{
    public const string Title = "Title";
    public const string CoverLine = "CoverLine";
    public const string LeafTitle = "LeafTitle";
    public const string LeafLine = "LeafLine";
    public const string ContentsHeading = "TOCHeading";
    public const string Subheading = "TextHeading";
    public const string Lead = "Lead";
    public const string Note = "PaperNote";
    public const string Caption = "Caption";
    public const string Quote = "Quote";
    public const string Code = "CodeText";
    public const string Item = "ListParagraph";
    public const string Cell = "CellText";
    public const string CellHead = "CellHead";
    public const string Header = "Header";
    public const string Footer = "Footer";
    public const string Table = "BookTable";
    public const string Link = "Hyperlink";
    public const int DeepestHeading = 9;
    // why: BIZ UDP is on every Windows and on Debian under its Latin name; where neither is, 游ゴシック and then MS.
    private const string Font = "BIZ UDPゴシック";
    private const string Mono = "BIZ UDゴシック";
    private const string Blue = "1F3864";
    private static readonly string[] Sizes = ["32", "28", "25", "23"];

    public static string Heading(int level) => $"Heading{Math.Clamp(level, 1, DeepestHeading)}";

    public static string Contents(int level) => $"TOC{Math.Clamp(level, 1, DeepestHeading)}";

    /// <param name="width">Of the text, in twentieths of a point.</param>
    public static void Write(MainDocumentPart main, int width)
    {
        main.AddNewPart<StyleDefinitionsPart>("rIdStyles").Styles = new(
        [
            Defaults(),
            new Style(new StyleName { Val = "Normal" }, new PrimaryStyle()) { Type = StyleValues.Paragraph, StyleId = "Normal", Default = true },
            new Style(new StyleName { Val = "Default Paragraph Font" }) { Type = StyleValues.Character, StyleId = "DefaultParagraphFont", Default = true },
            new Style(new StyleName { Val = "Normal Table" }, new StyleTableProperties(new TableIndentation { Width = 0, Type = TableWidthUnitValues.Dxa }, new TableCellMarginDefault(new TableCellLeftMargin { Width = 80, Type = TableWidthValues.Dxa }, new TableCellRightMargin { Width = 80, Type = TableWidthValues.Dxa }))) { Type = StyleValues.Table, StyleId = "TableNormal", Default = true },
            .. Enumerable.Range(1, DeepestHeading).Select(HeadingStyle),
            .. Enumerable.Range(1, DeepestHeading).Select(level => ContentsStyle(level, width)),
            .. Texts(),
            new Style(new StyleName { Val = Link }, new BasedOn { Val = "DefaultParagraphFont" }, new StyleRunProperties(new Color { Val = "0F4C9E" }, new Underline { Val = UnderlineValues.Single })) { Type = StyleValues.Character, StyleId = Link },
            new Style(new StyleName { Val = "計画書の表" }, new BasedOn { Val = "TableNormal" }, new StyleTableProperties(new TableBorders(Line<TopBorder>(), Line<LeftBorder>(), Line<BottomBorder>(), Line<RightBorder>(), Line<InsideHorizontalBorder>(), Line<InsideVerticalBorder>()),
                new TableCellMarginDefault(new TopMargin { Width = "30", Type = TableWidthUnitValues.Dxa }, new TableCellLeftMargin { Width = 80, Type = TableWidthValues.Dxa }, new BottomMargin { Width = "30", Type = TableWidthUnitValues.Dxa }, new TableCellRightMargin { Width = 80, Type = TableWidthValues.Dxa }))) { Type = StyleValues.Table, StyleId = Table, CustomStyle = true },
        ]);
        main.AddNewPart<FontTablePart>("rIdFonts").Fonts = new(FontOf(Font, "BIZ UDPGothic,Yu Gothic,MS Gothic"), FontOf(Mono, "BIZ UDGothic,MS Gothic"));
    }

    private static DocDefaults Defaults() => new(
        new RunPropertiesDefault(new RunPropertiesBaseStyle(Fonts(Font), new FontSize { Val = "21" }, new FontSizeComplexScript { Val = "21" }, new Languages { Val = "ja-JP", EastAsia = "ja-JP" })),
        new ParagraphPropertiesDefault(new ParagraphPropertiesBaseStyle(new SpacingBetweenLines { After = "100", Line = "320", LineRule = LineSpacingRuleValues.Auto })));

    private static Style HeadingStyle(int level)
    {
        var paragraph = new StyleParagraphProperties(new KeepNext(), new KeepLines());
        if (level == 1)
            paragraph.Append(new PageBreakBefore(), new ParagraphBorders(new BottomBorder { Val = BorderValues.Single, Size = 12, Space = 4, Color = Blue }));
        paragraph.Append(new SpacingBetweenLines { Before = level == 1 ? "0" : "320", After = "140" }, new OutlineLevel { Val = level - 1 });
        return Paragraph(Heading(level), $"heading {level}", paragraph, new(new Bold(), new Color { Val = Blue }, new FontSize { Val = Sizes[Math.Min(level, Sizes.Length) - 1] })).Followed("Normal");
    }

    private static Style ContentsStyle(int level, int width) =>
        Paragraph(Contents(level), $"toc {level}", new(new Tabs(new TabStop { Val = TabStopValues.Right, Leader = TabStopLeaderCharValues.Dot, Position = width }), new SpacingBetweenLines { Before = level == 1 ? "80" : "0", After = "20" }, new Indentation { Left = $"{(level - 1) * 320}", Right = "560" }),
            level == 1 ? new(new Bold()) : new());

    private static IEnumerable<Style> Texts() =>
    [
        Paragraph(Title, "Title", new(new SpacingBetweenLines { Before = "3600", After = "600" }, new Justification { Val = JustificationValues.Center }), new(new Bold(), new Color { Val = Blue }, new FontSize { Val = "52" })),
        Paragraph(CoverLine, "表紙の行", new(new SpacingBetweenLines { After = "200" }, new Justification { Val = JustificationValues.Center }), new(new FontSize { Val = "26" })),
        Paragraph(LeafTitle, "題名", new(new KeepNext(), new SpacingBetweenLines { After = "60" }, new Justification { Val = JustificationValues.Center }), new(new Bold(), new Color { Val = Blue }, new FontSize { Val = "32" })),
        Paragraph(LeafLine, "題名の下の行", new(new SpacingBetweenLines { After = "160" }, new Justification { Val = JustificationValues.Right }), new(new FontSize { Val = "18" })),
        Paragraph(ContentsHeading, "TOC Heading", new(new KeepNext(), new SpacingBetweenLines { After = "200" }), new(new Bold(), new Color { Val = Blue }, new FontSize { Val = "32" })),
        Paragraph(Subheading, "本文の見出し", new(new KeepNext(), new KeepLines(), new SpacingBetweenLines { Before = "220", After = "80" }), new(new Bold(), new Color { Val = Blue })),
        Paragraph(Lead, "前書き", new(new KeepNext(), new SpacingBetweenLines { After = "140" }), new(new Color { Val = "404040" })),
        Paragraph(Note, "注記", new(new SpacingBetweenLines { Before = "40", After = "140", Line = "260", LineRule = LineSpacingRuleValues.Auto }), new(new Color { Val = "404040" }, new FontSize { Val = "17" })),
        Paragraph(Caption, "caption", new(new KeepNext(), new KeepLines(), new SpacingBetweenLines { Before = "160", After = "60" }), new(new Bold(), new FontSize { Val = "19" })),
        Paragraph(Quote, "Quote", new(new ParagraphBorders(new LeftBorder { Val = BorderValues.Single, Size = 18, Space = 8, Color = "9AA9C4" }), new Indentation { Left = "420", Right = "420" }), new()),
        Paragraph(Code, "そのままの文字", new(new Shading { Val = ShadingPatternValues.Clear, Fill = "F2F2F2" }), new(Fonts(Mono), new FontSize { Val = "19" })),
        Paragraph(Item, "List Paragraph", new(new SpacingBetweenLines { After = "40" }), new()),
        Paragraph(Cell, "表の中", new(new SpacingBetweenLines { After = "0", Line = "260", LineRule = LineSpacingRuleValues.Auto }), new(new FontSize { Val = "18" })),
        Paragraph(CellHead, "表の見出し", new(new KeepNext(), new SpacingBetweenLines { After = "0", Line = "260", LineRule = LineSpacingRuleValues.Auto }, new Justification { Val = JustificationValues.Center }), new(new Bold(), new FontSize { Val = "18" })),
        Paragraph(Header, "header", new(new ParagraphBorders(new BottomBorder { Val = BorderValues.Single, Size = 4, Space = 2, Color = "808080" }), new SpacingBetweenLines { After = "0" }, new Justification { Val = JustificationValues.Right }), new(new FontSize { Val = "17" })),
        Paragraph(Footer, "footer", new(new SpacingBetweenLines { After = "0" }, new Justification { Val = JustificationValues.Center }), new(new FontSize { Val = "17" })),
    ];

    private static Style Paragraph(string id, string name, StyleParagraphProperties paragraph, StyleRunProperties run) =>
        new(new StyleName { Val = name }, new BasedOn { Val = "Normal" }, new PrimaryStyle(), paragraph, run) { Type = StyleValues.Paragraph, StyleId = id, CustomStyle = name.Any(c => c > 127) };

    private static Style Followed(this Style style, string next)
    {
        style.InsertAfter(new NextParagraphStyle { Val = next }, style.BasedOn);
        return style;
    }

    private static RunFonts Fonts(string name) => new() { Ascii = name, HighAnsi = name, EastAsia = name, ComplexScript = name };

    private static Font FontOf(string name, string others) => new(new AltName { Val = others }, new FontCharSet { Val = "80" }, new FontFamily { Val = FontFamilyValues.Modern }) { Name = name };

    private static T Line<T>() where T : BorderType, new() => new() { Val = BorderValues.Single, Size = 4, Color = "808080" };
}
