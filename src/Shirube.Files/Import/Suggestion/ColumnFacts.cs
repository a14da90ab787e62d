using Shirube.Domain.Common;
using Shirube.Files.Workbooks;

namespace Shirube.Files.Import;

/// <summary>What the cells of a column are like, over the rows looked at.</summary>
internal sealed class ColumnFacts
{
    private readonly HashSet<string> distinct = [];
    private readonly HashSet<string> written = [];

    public int Filled { get; private set; }
    public int Numbers { get; private set; }
    public int Absent { get; private set; }
    public int Marks { get; private set; }
    public int Years { get; private set; }
    public int BareYears { get; private set; }
    public int MoneyUnits { get; private set; }
    public long Letters { get; private set; }
    public decimal Largest { get; private set; }
    public int Thousands { get; private set; }
    public int Distinct => distinct.Count;
    public IReadOnlyCollection<string> Values => distinct;
    public double NumberShare => Filled == 0 ? 0 : Numbers / (double)Math.Max(1, Filled - Absent);
    public double DistinctShare => Filled == 0 ? 0 : Distinct / (double)Filled;
    public double AverageLength => Filled == 0 ? 0 : Letters / (double)Filled;
    public double MarkShare => Filled == 0 ? 0 : Marks / (double)Filled;
    public double YearShare => Filled == 0 ? 0 : Years / (double)Math.Max(1, Filled - Absent);
    public bool IsNumeric => Numbers > 0 && NumberShare >= 0.6;
    public bool HoldsSomeNumbers => Filled > 0 && (Numbers > 0 && NumberShare >= 0.3 || Absent == Filled);
    public bool IsWords => Filled > 0 && NumberShare < 0.5;
    /// <summary>Whether most texts begin with a number that no other text begins with.</summary>
    public bool BeginsWithOwnCode => TreeReader.BeginWithOwnCodes(written);

    public void Add(Cell cell)
    {
        if (cell.IsBlank)
            return;
        Filled++;
        var text = cell.Text;
        Letters += text.Length;
        var folded = HeadingText.Fold(text);
        distinct.Add(folded);
        written.Add(text.Trim());
        var number = CellNumber.Read(cell);
        if (number.HasValue && (number.Unit is not { } unit || NumberText.IsUnit(unit)))
            AddNumber(number);
        else if (number.Kind is not (NumberKind.Words or NumberKind.Blank))
            Absent++;
        if (folded is "○" or "◯" or "〇" or "●" or "◎" or "レ" or "✓" or "1" or "有" or "×" or "無" or "対象")
            Marks++;
        if (YearText.Read(cell) is { Year: not null })
            Years++;
        else if (YearText.Read(cell, Era.令和) is { Year: not null })
            BareYears++;
    }

    private void AddNumber(CellNumber number)
    {
        Numbers++;
        Largest = Math.Max(Largest, Math.Abs(number.Value));
        if (number.Unit is { } money && MoneyUnit.Factor(money) is not null)
            MoneyUnits++;
        if (number.Value != 0 && number.Value % 1000 == 0)
            Thousands++;
    }
}
