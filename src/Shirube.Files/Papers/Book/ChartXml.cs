using System.Globalization;
using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;

namespace Shirube.Files.Papers;

/// <summary>An indicator as a chart of Word: the values as a line, years without one as gaps, provisional ones hollow, targets as diamonds on a broken line.</summary>
internal static class ChartXml
{
    private static readonly XNamespace C = "http://schemas.openxmlformats.org/drawingml/2006/chart";
    private static readonly XNamespace A = "http://schemas.openxmlformats.org/drawingml/2006/main";
    private static readonly XNamespace R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Blue = "0F4C9E";
    private const string Orange = "B45F06";
    private const int CategoryAxis = 10;
    private const int ValueAxis = 20;

    public static void Write(ChartPart part, BookChart chart)
    {
        var figures = part.AddNewPart<EmbeddedPackagePart>("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "rIdFigures");
        using (var book = ChartFigures.Of(chart))
            figures.FeedData(book);
        using var written = new MemoryStream();
        Space(chart).Save(written);
        written.Position = 0;
        part.FeedData(written);
    }

    private static XDocument Space(BookChart chart)
    {
        var title = XmlText.Of(chart.Unit is null ? chart.Name : $"{chart.Name}({chart.Unit})");
        return new(new XElement(C + "chartSpace", new XAttribute(XNamespace.Xmlns + "c", C), new XAttribute(XNamespace.Xmlns + "a", A), new XAttribute(XNamespace.Xmlns + "r", R),
            Val("date1904", 0), Val("lang", "ja-JP"), Val("roundedCorners", 0),
            new XElement(C + "chart",
                new XElement(C + "title", new XElement(C + "tx", new XElement(C + "rich", new XElement(A + "bodyPr"), new XElement(A + "p", new XElement(A + "pPr", new XElement(A + "defRPr", new XAttribute("sz", 1000), new XAttribute("b", 1))), new XElement(A + "r", new XElement(A + "rPr", new XAttribute("lang", "ja-JP"), new XAttribute("sz", 1000), new XAttribute("b", 1)), new XElement(A + "t", title))))), Val("overlay", 0)),
                Val("autoTitleDeleted", 0),
                new XElement(C + "plotArea", new XElement(C + "layout"),
                    new XElement(C + "lineChart", Val("grouping", "standard"), Val("varyColors", 0),
                        Series(chart, 0, "実績", "B", Blue, "circle", y => y.Actual), chart.Years.Any(y => y.Target is not null) ? Series(chart, 1, "目標", "C", Orange, "diamond", y => y.Target) : null,
                        Val("marker", 1), Val("axId", CategoryAxis), Val("axId", ValueAxis)),
                    Axis("catAx", CategoryAxis, "b", ValueAxis, null, [Val("auto", 0), Val("lblOffset", 100), Val("noMultiLvlLbl", 1)]),
                    Axis("valAx", ValueAxis, "l", CategoryAxis, new XElement(C + "majorGridlines", Stroke("D9D9D9", 9525)), [Val("crossBetween", "between")])),
                new XElement(C + "legend", Val("legendPos", "b"), Val("overlay", 0)),
                Val("plotVisOnly", 1), Val("dispBlanksAs", "gap")),
            new XElement(C + "txPr", new XElement(A + "bodyPr"), new XElement(A + "p", new XElement(A + "pPr", new XElement(A + "defRPr", new XAttribute("sz", 900))), new XElement(A + "endParaRPr", new XAttribute("lang", "ja-JP")))),
            new XElement(C + "externalData", new XAttribute(R + "id", "rIdFigures"), Val("autoUpdate", 0))));
    }

    private static XElement Series(BookChart chart, int index, string name, string column, string colour, string symbol, Func<BookChartYear, decimal?> value)
    {
        var last = chart.Years.Count + 1;
        return new(C + "ser", Val("idx", index), Val("order", index),
            new XElement(C + "tx", Cached("strRef", "strCache", $"Sheet1!${column}$1", [(0, name)])),
            Stroke(colour, 22225, isBroken: index == 1),
            Marker(symbol, colour, colour),
            index > 0 ? null : chart.Years.Select((y, i) => (y, i)).Where(p => p.y is { IsProvisional: true, Actual: not null }).Select(p => new XElement(C + "dPt", Val("idx", p.i), Marker(symbol, "FFFFFF", colour), Val("bubble3D", 0))),
            new XElement(C + "cat", Cached("strRef", "strCache", $"Sheet1!$A$2:$A${last}", chart.Years.Select((y, i) => (i, y.Year.Short)))),
            new XElement(C + "val", Cached("numRef", "numCache", $"Sheet1!${column}$2:${column}${last}", chart.Years.Select((y, i) => (i, value(y))).Where(v => v.Item2 is not null).Select(v => (v.i, v.Item2!.Value.ToString(CultureInfo.InvariantCulture))), chart.Years.Count)),
            Val("smooth", 0));
    }

    private static XElement Axis(string kind, int id, string position, int crosses, XElement? lines, IEnumerable<XElement> rest) =>
        new(C + kind, Val("axId", id), new XElement(C + "scaling", Val("orientation", "minMax")), Val("delete", 0), Val("axPos", position), lines,
            new XElement(C + "numFmt", new XAttribute("formatCode", kind == "valAx" ? "#,##0.###" : "General"), new XAttribute("sourceLinked", 0)), Val("majorTickMark", "out"), Val("minorTickMark", "none"), Val("tickLblPos", kind == "catAx" ? "low" : "nextTo"), Stroke("808080", 9525), Val("crossAx", crosses), Val("crosses", kind == "catAx" ? "min" : "autoZero"), rest);

    private static XElement Cached(string reference, string cache, string cells, IEnumerable<(int At, string Text)> points, int? count = null)
    {
        var all = points.ToList();
        return new(C + reference, new XElement(C + "f", cells), new XElement(C + cache, cache == "numCache" ? new XElement(C + "formatCode", "General") : null, Val("ptCount", count ?? all.Count), all.Select(p => new XElement(C + "pt", new XAttribute("idx", p.At), new XElement(C + "v", XmlText.Of(p.Text))))));
    }

    private static XElement Marker(string symbol, string fill, string line) =>
        new(C + "marker", Val("symbol", symbol), Val("size", 7), new XElement(C + "spPr", Fill(fill), new XElement(A + "ln", new XAttribute("w", 15875), Fill(line))));

    private static XElement Stroke(string colour, int width, bool isBroken = false) =>
        new(C + "spPr", new XElement(A + "ln", new XAttribute("w", width), Fill(colour), isBroken ? new XElement(A + "prstDash", new XAttribute("val", "dash")) : null));

    private static XElement Fill(string colour) => new(A + "solidFill", new XElement(A + "srgbClr", new XAttribute("val", colour)));

    private static XElement Val(string name, object value) => new(C + name, new XAttribute("val", value));
}
