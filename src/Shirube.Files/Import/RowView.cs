using Shirube.Files.Workbooks;

namespace Shirube.Files.Import;

/// <summary>One row of a sheet, asked by the references of a mapping; remembers which columns were asked for.</summary>
internal sealed class RowView(Sheet sheet, HeadingTable table)
{
    private readonly HashSet<int> asked = [];
    private readonly Dictionary<string, (Cell Cell, Place Place)> groups = [];

    public SheetRow Row { get; private set; } = new(0, []);
    public Sheet Sheet => sheet;
    public HeadingTable Table => table;
    public IReadOnlySet<int> Asked => asked;

    public RowView At(SheetRow row)
    {
        Row = row;
        return this;
    }

    public Cell this[string? reference]
    {
        get
        {
            if (reference is null)
                return default;
            if (reference == "@sheet")
                return Cell.Of(sheet.Name);
            if (reference.StartsWith("@group:", StringComparison.Ordinal))
                return groups.GetValueOrDefault(reference[7..]).Cell;
            if (reference.StartsWith("@label:", StringComparison.Ordinal))
                return Cell.Of(table.Label(reference[7..])?.Text);
            return table.Find(reference) is { } place ? Asking(place) : default;
        }
    }

    private Cell Asking(int place)
    {
        asked.Add(place);
        return Row[place];
    }

    public bool Has(string? reference) => reference is not null && (reference.StartsWith('@') || table.Find(reference) is not null);

    /// <summary>The text as written, without the spaces around it; null when there is none.</summary>
    public string? Text(string? reference) => this[reference] is { IsFilled: true, Kind: not CellKind.Error } cell ? cell.Text.Trim() : null;

    public Place Place(string? reference) =>
        reference is null || reference == "@sheet" ? new(sheet.Name, Row.Number, null)
        : reference.StartsWith("@group:", StringComparison.Ordinal) ? groups.GetValueOrDefault(reference[7..]).Place ?? Here
        : reference.StartsWith('@') ? table.Label(reference[7..]) is { } label ? new(sheet.Name, label.Row, ColumnName.Of(label.Place)) : new(sheet.Name, null, null)
        : new(sheet.Name, Row.Number, table.Find(reference) is { } place ? ColumnName.Of(place) : null);

    /// <summary>Begins a group; the narrower groups inside the one before end.</summary>
    public void Begin(string group, int place, IEnumerable<string> narrower)
    {
        groups[group] = (Row[place], new(sheet.Name, Row.Number, ColumnName.Of(place)));
        foreach (var other in narrower)
            groups.Remove(other);
    }

    public Place Here => new(sheet.Name, Row.Number, null);
    public SourceRow Source => new(sheet.Name, Row.Number);
}
