using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Shirube.Files.Papers;

/// <summary>The lists of a Word file: one look for points, one for numbers, and a beginning of its own for each numbered list.</summary>
internal sealed class DocxLists
{
    public const int Deepest = 8;
    public const int Step = 420;
    private const int Points = 1;
    private const int Numbers = 2;
    private readonly List<NumberingInstance> lists = [new(new AbstractNumId { Val = Points }) { NumberID = Points }];

    /// <summary>The id of the list of points, or of a new numbered list that begins with a number.</summary>
    public int IdOf(BookList list, int depth)
    {
        if (!list.IsNumbered)
            return Points;
        var id = lists.Count + 1;
        lists.Add(new(new AbstractNumId { Val = Numbers }, new LevelOverride(new StartOverrideNumberingValue { Val = Math.Clamp(list.First, 0, 32_767) }) { LevelIndex = depth }) { NumberID = id });
        return id;
    }

    public void Write(MainDocumentPart main) =>
        main.AddNewPart<NumberingDefinitionsPart>("rIdNumbering").Numbering = new([Look(Points, NumberFormatValues.Bullet, depth => depth % 2 == 0 ? "・" : "-"), Look(Numbers, NumberFormatValues.Decimal, depth => $"%{depth + 1}."), .. lists]);

    private static AbstractNum Look(int id, NumberFormatValues format, Func<int, string> text) =>
        new([new MultiLevelType { Val = MultiLevelValues.HybridMultilevel }, .. Enumerable.Range(0, Deepest + 1).Select(depth => new Level(
            new StartNumberingValue { Val = 1 }, new NumberingFormat { Val = format }, new LevelText { Val = text(depth) }, new LevelJustification { Val = LevelJustificationValues.Left },
            new PreviousParagraphProperties(new Indentation { Left = $"{Step * (depth + 1)}", Hanging = $"{Step}" })) { LevelIndex = depth })]) { AbstractNumberId = id };
}
