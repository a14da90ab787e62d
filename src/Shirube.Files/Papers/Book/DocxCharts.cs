using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Drawing.Wordprocessing;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using A = DocumentFormat.OpenXml.Drawing;

namespace Shirube.Files.Papers;

/// <summary>Charts of a Word file: Word's own, each with the workbook of its figures, so that they can be edited.</summary>
internal sealed class DocxCharts(MainDocumentPart main)
{
    // why: English metric units, 360,000 to the centimetre.
    private const long Width = 15 * 360_000;
    private const long Height = 7 * 360_000;
    private uint charts;

    public Paragraph Of(BookChart chart)
    {
        var id = $"rIdChart{++charts}";
        ChartXml.Write(main.AddNewPart<ChartPart>(id), chart);
        var inline = new Inline(
            new Extent { Cx = Width, Cy = Height }, new EffectExtent { LeftEdge = 0, TopEdge = 0, RightEdge = 0, BottomEdge = 0 },
            new DocProperties { Id = charts, Name = $"グラフ {charts}", Description = XmlText.Of(chart.Summary) },
            new NonVisualGraphicFrameDrawingProperties(),
            new A.Graphic(new A.GraphicData(new A.Charts.ChartReference { Id = id }) { Uri = "http://schemas.openxmlformats.org/drawingml/2006/chart" }))
        { DistanceFromTop = 0, DistanceFromBottom = 0, DistanceFromLeft = 0, DistanceFromRight = 0 };
        return new(new ParagraphProperties(new KeepLines(), new SpacingBetweenLines { Before = "120", After = "200" }, new Justification { Val = JustificationValues.Center }), new Run(new Drawing(inline)));
    }
}
