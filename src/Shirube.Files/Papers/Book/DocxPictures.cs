using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Drawing.Wordprocessing;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Shirube.Domain.Plans;
using A = DocumentFormat.OpenXml.Drawing;
using P = DocumentFormat.OpenXml.Drawing.Pictures;

namespace Shirube.Files.Papers;

/// <summary>Pictures of a Word file, each with the words that stand for it, and its caption below.</summary>
internal sealed class DocxPictures(MainDocumentPart main)
{
    // why: English metric units, 360,000 to the centimetre; the text is 17 cm wide, and a page has room for a heading and a caption beside 20 cm.
    private const long Widest = 16 * 360_000;
    private const long Highest = 20 * 360_000;
    // why: at 96 pixels to the inch, as screens show it.
    private const long Pixel = 9_525;
    // why: numbers of drawings are unique in a document, and charts count from 1.
    private uint pictures = 100_000;

    public IEnumerable<OpenXmlElement> Of(BookFigure figure)
    {
        var id = $"rIdPicture{++pictures}";
        var part = main.AddImagePart(figure.Kind == PictureKind.Png ? ImagePartType.Png : ImagePartType.Jpeg, id);
        part.FeedData(new MemoryStream(figure.Content));
        yield return new Paragraph(new ParagraphProperties(new KeepNext(), new SpacingBetweenLines { Before = "120", After = "60" }, new Justification { Val = JustificationValues.Center }), new Run(new Drawing(Drawn(figure, id))));
        yield return new Paragraph(new ParagraphProperties(new ParagraphStyleId { Val = BookStyles.Caption }, new Justification { Val = JustificationValues.Center }),
            DocxText.Run(figure.Source is { } source ? $"{figure.Caption}\n資料: {source}" : figure.Caption));
    }

    private Inline Drawn(BookFigure figure, string id)
    {
        var scale = Math.Min(1m, Math.Min((decimal)Widest / (figure.Width * Pixel), (decimal)Highest / (figure.Height * Pixel)));
        var (width, height) = ((long)(figure.Width * Pixel * scale), (long)(figure.Height * Pixel * scale));
        var picture = new P.Picture(
            new P.NonVisualPictureProperties(new P.NonVisualDrawingProperties { Id = pictures, Name = $"図 {pictures}" }, new P.NonVisualPictureDrawingProperties()),
            new P.BlipFill(new A.Blip { Embed = id }, new A.Stretch(new A.FillRectangle())),
            new P.ShapeProperties(new A.Transform2D(new A.Offset { X = 0, Y = 0 }, new A.Extents { Cx = width, Cy = height }), new A.PresetGeometry(new A.AdjustValueList()) { Preset = A.ShapeTypeValues.Rectangle }));
        return new(
            new Extent { Cx = width, Cy = height }, new EffectExtent { LeftEdge = 0, TopEdge = 0, RightEdge = 0, BottomEdge = 0 },
            new DocProperties { Id = pictures, Name = $"図 {pictures}", Description = XmlText.Of(figure.Alt) },
            new NonVisualGraphicFrameDrawingProperties(new A.GraphicFrameLocks { NoChangeAspect = true }),
            new A.Graphic(new A.GraphicData(picture) { Uri = "http://schemas.openxmlformats.org/drawingml/2006/picture" }))
        { DistanceFromTop = 0, DistanceFromBottom = 0, DistanceFromLeft = 0, DistanceFromRight = 0 };
    }
}
