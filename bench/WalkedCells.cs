using ExcelDataReader;

namespace Bench;

/// <summary>What another reader needs for merely looking at every cell of a workbook.</summary>
internal static class WalkedCells
{
    public static long Count(string file)
    {
        using var stream = File.OpenRead(file);
        using var reader = ExcelReaderFactory.CreateReader(stream);
        var cells = 0L;
        do
            while (reader.Read())
                for (var i = 0; i < reader.FieldCount; i++)
                    if (reader.GetValue(i) is not null)
                        cells++;
        while (reader.NextResult());
        return cells;
    }
}
