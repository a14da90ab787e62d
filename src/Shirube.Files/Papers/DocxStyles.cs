using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Shirube.Files.Papers;

/// <summary>The styles of our Word files, real ones: who changes a style changes the whole paper.</summary>
internal static class DocxStyles
{
    public const string Title = "Title";
    public const string Note = "PaperNote";
    public const string Column = "ColumnHead";
    public const string Item = "ItemHead";
    public const string Text = "ItemText";
    private const string Font = "游ゴシック";

    public static void Write(MainDocumentPart main)
    {
        var part = main.AddNewPart<StyleDefinitionsPart>("rIdStyles");
        part.Styles = new(
            new DocDefaults(new RunPropertiesDefault(new RunPropertiesBaseStyle(new RunFonts { Ascii = Font, HighAnsi = Font, EastAsia = Font, ComplexScript = Font }, new FontSize { Val = "18" }, new Languages { Val = "ja-JP", EastAsia = "ja-JP" })),
                new ParagraphPropertiesDefault(new ParagraphPropertiesBaseStyle(new SpacingBetweenLines { After = "0", Line = "260", LineRule = LineSpacingRuleValues.Auto }))),
            new Style(new StyleName { Val = "Normal" }) { Type = StyleValues.Paragraph, StyleId = "Normal", Default = true },
            Paragraph(Title, "Title", new(new SpacingBetweenLines { After = "120" }, new Justification { Val = JustificationValues.Center }), new(new Bold(), new FontSize { Val = "28" })),
            Paragraph(Note, "注記", new(new Justification { Val = JustificationValues.Right }), new(new FontSize { Val = "16" })),
            Paragraph(Column, "表の見出し", new(new KeepNext(), new Justification { Val = JustificationValues.Center }), new(new Bold())),
            Paragraph(Item, "項目の題名", new(new KeepNext()), new(new Bold())),
            Paragraph(Text, "項目の本文", new(new SpacingBetweenLines { Before = "40" }), new()));
    }

    private static Style Paragraph(string id, string name, StyleParagraphProperties paragraph, StyleRunProperties run) =>
        new(new StyleName { Val = name }, new BasedOn { Val = "Normal" }, new PrimaryStyle(), paragraph, run) { Type = StyleValues.Paragraph, StyleId = id, CustomStyle = id != Title };
}
