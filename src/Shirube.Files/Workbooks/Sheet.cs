using System.Xml;
using ExcelDataReader.Exceptions;
using Shirube.Domain.Common;

namespace Shirube.Files.Workbooks;

/// <summary>One row with its number as a person sees it, from 1, and its cells from column A on.</summary>
public sealed record SheetRow(int Number, Cell[] Cells)
{
    public Cell this[int place] => place >= 0 && place < Cells.Length ? Cells[place] : default;
    public IEnumerable<int> FilledPlaces => Enumerable.Range(0, Cells.Length).Where(i => Cells[i].IsFilled);
}

/// <summary>A merged range: rows from 1, columns from 0, all included.</summary>
public sealed record MergedRange(int FirstRow, int LastRow, int FirstColumn, int LastColumn)
{
    public bool Covers(int row, int column) => row >= FirstRow && row <= LastRow && column >= FirstColumn && column <= LastColumn;
}

/// <summary>A sheet whose filled rows are read anew, one by one, each time they are asked for.</summary>
public abstract class Sheet(string file, string name, bool isHidden)
{
    private IReadOnlyList<MergedRange>? merges;

    public string Name => name;
    public bool IsHidden => isHidden;
    /// <summary>Whether every value of the file is text, so that a number written as text says nothing.</summary>
    public virtual bool IsTextOnly => false;
    public IReadOnlyList<MergedRange> Merges => merges ??= Guard(ReadMerges);

    /// <summary>The rows that hold anything. Refuses a broken file and more than <see cref="FileLimits"/> allow.</summary>
    public IEnumerable<SheetRow> Rows()
    {
        using var rows = Guard(() => ReadRows().GetEnumerator());
        var filled = 0;
        while (Guard(rows.MoveNext))
        {
            var last = Array.FindLastIndex(rows.Current.Cells, c => c.IsFilled);
            if (last < 0)
                continue;
            if (++filled > FileLimits.FilledRows)
                throw new RefusalException(Refusals.ImportTooManyRows(Name, FileLimits.FilledRows));
            if (last >= FileLimits.Columns)
                throw new RefusalException(Refusals.ImportTooManyColumns(Name, rows.Current.Number, FileLimits.Columns));
            yield return rows.Current;
        }
    }

    protected abstract IEnumerable<SheetRow> ReadRows();
    protected virtual IReadOnlyList<MergedRange> ReadMerges() => [];

    private T Guard<T>(Func<T> read) => Guard(file, read);

    internal static T Guard<T>(string file, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (InvalidPasswordException)
        {
            throw new RefusalException(Refusals.ImportFileEncrypted(file));
        }
        catch (Exception broken) when (broken is XmlException or InvalidDataException or EndOfStreamException or ExcelReaderException or FormatException
            or IndexOutOfRangeException or ArgumentException or OverflowException or KeyNotFoundException or NullReferenceException or NotSupportedException)
        {
            throw new RefusalException(Refusals.ImportFileBroken(file));
        }
    }
}
