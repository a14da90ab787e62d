namespace Shirube.Files.Import;

/// <summary>Which columns of a sheet are taken already, and the best of the others for a field.</summary>
internal sealed class ColumnPick(SheetGuess sheet)
{
    public SheetGuess Sheet => sheet;
    public HashSet<int> Taken { get; } = [];

    public string? Take(string field, Func<ColumnFacts, bool> fits)
    {
        var place = Best(field, fits);
        if (place is not { } found)
            return null;
        Taken.Add(found);
        return sheet.Table.Reference(found);
    }

    private int? Best(string field, Func<ColumnFacts, bool> fits) =>
        sheet.Readings.Where(r => !Taken.Contains(r.Place) && r.Fit(field) > 0 && fits(sheet.Facts[r.Place]))
            .OrderByDescending(r => r.Fit(field)).ThenBy(r => r.Place).Select(r => (int?)r.Place).FirstOrDefault();
}
