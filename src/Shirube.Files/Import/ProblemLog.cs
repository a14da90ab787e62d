namespace Shirube.Files.Import;

/// <summary>What was not taken as it stands, in the order met. Equal dirt is one entry with its cells.</summary>
internal sealed class ProblemLog
{
    private readonly List<Entry> entries = [];
    private readonly Dictionary<(string Code, string? Sheet, string Key), Entry> groups = [];

    public void Add(ProblemSeverity severity, string code, Place? place, string? value, string message, string? decision) =>
        entries.Add(new(severity, code, place, value, message, decision));

    /// <summary>Joins the entry of the same code, sheet and key; the first decides its words.</summary>
    public void Group(ProblemSeverity severity, string code, Place place, string key, string? value, string message, string? decision, IReadOnlyList<string>? choices = null)
    {
        if (!groups.TryGetValue((code, place.Sheet, key), out var entry))
        {
            entry = new(severity, code, place, value, message, decision, choices);
            groups.Add((code, place.Sheet, key), entry);
            entries.Add(entry);
        }

        entry.Cells.Add(place.Cell);
    }

    public void OuterSpace(Place place, string written) =>
        Group(ProblemSeverity.Info, "outer-space", place, "", written, "名前の前後に空白があります。", "前後の空白を除きました。");

    public IReadOnlyList<ImportProblem> All => [.. entries.Select(e => e.Problem)];

    private sealed record Entry(ProblemSeverity Severity, string Code, Place? Place, string? Value, string Message, string? Decision, IReadOnlyList<string>? Choices = null)
    {
        public List<string> Cells { get; } = [];

        public ImportProblem Problem => Cells.Count > 1
            ? new(Severity, Code, Place?.Sheet, null, SameColumn, Value, Message, Decision, Cells.Count, Cells, Choices)
            : new(Severity, Code, Place?.Sheet, Place?.Row, Place?.Column, Value, Message, Decision, Choices: Choices);

        private string? SameColumn => Cells.All(c => c.TrimEnd([.. "0123456789"]) == Place?.Column) ? Place?.Column : null;
    }
}

/// <summary>A cell as a person finds it: sheet, row from 1, column letters.</summary>
internal sealed record Place(string Sheet, int? Row, string? Column)
{
    public string Cell => $"{Column}{Row}";
    public override string ToString() => Row is null ? Sheet : $"{Sheet}の{Cell}";
}
