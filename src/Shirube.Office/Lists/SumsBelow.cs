using System.Collections.Concurrent;
using Shirube.Domain.Projects;

namespace Shirube.Office.Lists;

/// <summary>What the projects of a row and of all below it amount to: each project stands in one place and is counted once, however many of its rows are added up.</summary>
internal sealed class SumsBelow<TId>(IReadOnlyList<ListField<Project>> fields, ILookup<TId, object?[]> direct, Func<TId, IEnumerable<TId>> below) where TId : struct
{
    private readonly ConcurrentDictionary<TId, IReadOnlyList<(IReadOnlyList<object?>? Sums, int Missing)?>> byRow = new();
    private readonly ConcurrentDictionary<TId, int> counts = new();

    /// <summary>What one row amounts to in one field; null where nobody said anything.</summary>
    public object? Amount(TId row, string field) => Part(row, field).Sums is { } sums ? Field(field).Amount(sums) : null;

    public ListCell Cell(TId row, string field)
    {
        if (counts.GetOrAdd(row, r => AnswersOf([r]).Sum(Summing.CountOf)) == 0)
            return new(null, "事業なし");
        var (sums, missing) = Part(row, field);
        return (sums is null ? ListCell.Missing : Field(field).Total(sums)) with { Blanks = missing };
    }

    public ListSum Sum(IEnumerable<TId> rows, string field) => Summing.Add(AnswersOf(rows), fields)[At(field)]!;

    private (IReadOnlyList<object?>? Sums, int Missing) Part(TId row, string field) => byRow.GetOrAdd(row, r => Summing.Parts(AnswersOf([r]), fields))[At(field)]!.Value;

    private List<object?[]> AnswersOf(IEnumerable<TId> rows) => [.. rows.SelectMany(below).Distinct().SelectMany(r => direct[r])];

    private ListField<Project> Field(string key) => fields[At(key)];

    private int At(string key) => fields.Select((f, i) => (f, i)).First(f => f.f.Key == key).i;
}
