using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Shirube.Files.Papers;

/// <summary>Words of a Word file: runs, fields, paragraphs of a style.</summary>
internal static class DocxText
{
    public static Text Of(string text) => new(XmlText.Of(text)) { Space = SpaceProcessingModeValues.Preserve };

    public static Paragraph Styled(string text, string style) => new(new ParagraphProperties(new ParagraphStyleId { Val = style }), Run(text));

    /// <summary>A run in which a line break stays one.</summary>
    public static Run Run(string text, params OpenXmlElement[] looks)
    {
        var run = new Run();
        if (looks.Length > 0)
            run.Append(new RunProperties(looks));
        foreach (var (line, i) in XmlText.Of(text).Split('\n').Select((l, i) => (l, i)))
        {
            if (i > 0)
                run.Append(new Break());
            run.Append(new Text(line) { Space = SpaceProcessingModeValues.Preserve });
        }

        return run;
    }

    public static Run Field(string code, string result = "1") =>
        new(Mark(FieldCharValues.Begin), new FieldCode($" {code} ") { Space = SpaceProcessingModeValues.Preserve }, Mark(FieldCharValues.Separate), new Text(result) { Space = SpaceProcessingModeValues.Preserve }, Mark(FieldCharValues.End));

    /// <summary>A field whose result nobody knows yet: the program that opens the file is to fill it in.</summary>
    public static IEnumerable<Run> Unfilled(string code) =>
    [
        new(new FieldChar { FieldCharType = FieldCharValues.Begin, Dirty = true }), new(new FieldCode($" {code} ") { Space = SpaceProcessingModeValues.Preserve }),
        new(Mark(FieldCharValues.Separate)), new(new Text("")), new(Mark(FieldCharValues.End)),
    ];

    public static FieldChar Mark(FieldCharValues kind) => new() { FieldCharType = kind };

    public static Paragraph PageBreak() => new(new Run(new Break { Type = BreakValues.Page }));
}
