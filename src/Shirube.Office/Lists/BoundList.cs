using System.Collections.Immutable;
using Shirube.Data;
using Shirube.Domain.Common;

namespace Shirube.Office.Lists;

/// <summary>What an address means for a list: the fields it names, and what it names in vain. Nothing in vain is passed over in silence.</summary>
internal sealed class BoundList<T>
{
    private readonly ListOf<T> list;
    private readonly List<LeftOut> leftOut = [];
    private readonly List<(Condition Condition, Func<IQueryable<T>, IQueryable<T>> Narrow, string Text)> conditions = [];
    private readonly IReadOnlyDictionary<string, List<(object Id, string Text)>> texts;
    private readonly SearchWords words;

    /// <param name="texts">The folded texts of the fields that conditions look for words in.</param>
    public BoundList(ListOf<T> list, ListQuery query, IReadOnlyDictionary<string, List<(object Id, string Text)>> texts)
    {
        (this.list, this.texts, words) = (list, texts, SearchWords.Parse(query.Words));
        if (words.WhyNot is { } why)
            leftOut.Add(new($"言葉「{query.Words}」: {why.What}", Widens: true));
        Query = query;
        foreach (var condition in query.Conditions)
            Bind(condition);
        if (query.Year is { } year && OfficeLists.YearOf(year) is null)
            leftOut.Add(new($"{Refusals.YearUnreadable(year).What}{list.Setting.Year.Era}の部課で表示しています。", Widens: false));
        if (query.Plan is { } plan && list.Setting.Plan?.Key.Value != plan)
            leftOut.Add(new($"計画「{plan}」はありません。「{list.Setting.Plan?.Name ?? "計画なし"}」で表示しています。", Widens: false));
        Columns = Fields(query.Columns, "列") is { Count: > 0 } chosen ? chosen : Fields(list.FirstColumns, "列");
        Sort = [.. query.Sort.Select(s => (Field: Field(s.Field, "並べ方"), s.Descending)).Where(s => s.Field is not null).Select(s => (s.Field!, s.Descending))];
        ByYear = query.Group == "year" && list.HasYears;
        Group = query.Group is null || ByYear ? null : GroupBy(query.Group);
        Sound = query with
        {
            Words = words.WhyNot is null ? query.Words : null,
            Conditions = [.. conditions.Select(c => c.Condition)],
            Columns = query.Columns.Count == 0 ? [] : [.. Columns.Select(c => c.Key)],
            Sort = [.. Sort.Select(s => new SortTerm(s.Field.Key, s.Descending))],
            Group = ByYear ? "year" : Group?.Key,
            Year = query.Year is { } typed && OfficeLists.YearOf(typed) is null ? null : query.Year,
            Plan = query.Plan is { } key && list.Setting.Plan?.Key.Value != key ? null : query.Plan,
        };
    }

    public ListQuery Query { get; }
    public ListQuery Sound { get; }
    public IReadOnlyList<ListField<T>> Columns { get; }
    public IReadOnlyList<(ListField<T> Field, bool Descending)> Sort { get; }
    public GroupingField<T>? Group { get; }
    public bool ByYear { get; }
    public IReadOnlyList<LeftOut> LeftOut => leftOut;

    public IReadOnlyList<Chip> Chips =>
    [
        .. Sound.Words is null ? [] : new[] { new Chip($"「{Sound.Words}」を含む", (Sound with { Words = null, Page = null }).Address()) },
        .. conditions.Select((c, i) => new Chip(c.Text, (Sound with { Conditions = Sound.Conditions.RemoveAt(i), Page = null }).Address())),
    ];

    public IQueryable<T> Apply(OfficeDb db, IQueryable<T> rows)
    {
        foreach (var (_, narrow, _) in conditions)
            rows = narrow(rows);
        return words.IsBlank || words.WhyNot is not null ? rows : list.Holding(db, rows, words);
    }

    private void Bind(Condition condition)
    {
        try
        {
            var field = list.Find(condition.Field) ?? throw new RefusalException(Refusals.FieldUnknown(condition.Field));
            var comparison = Comparisons.Find(condition.Word) ?? throw new RefusalException(Refusals.ComparisonUnknown(field.Label, condition.Word));
            if (comparison.NeedsValue() && string.IsNullOrWhiteSpace(condition.Value))
                throw new RefusalException(Refusals.ConditionIncomplete(field.Label));
            var worded = condition with { Value = field.Worded(comparison, condition.Value) };
            conditions.Add((worded, Narrow(field, comparison, worded.Value), comparison.Say(field.Label, comparison.NeedsValue() ? field.Say(comparison, worded.Value) : "")));
        }
        catch (RefusalException failure)
        {
            leftOut.Add(new($"条件「{condition.Name}={condition.Value}」: {failure.Refusal.What}", Widens: true));
        }
    }

    private Func<IQueryable<T>, IQueryable<T>> Narrow(ListField<T> field, Comparison comparison, string value)
    {
        if (field is TextField<T> text && comparison.IsFolded())
        {
            var ids = text.Holding(texts[field.Key], comparison, value);
            return rows => list.These(rows, ids);
        }
        var where = field.Where(comparison, value);
        return rows => rows.Where(where);
    }

    private List<ListField<T>> Fields(IEnumerable<string> keys, string use) => [.. keys.Select(k => Field(k, use)).OfType<ListField<T>>()];

    private ListField<T>? Field(string key, string use)
    {
        if (list.Find(key) is { } field)
            return field;
        leftOut.Add(new($"{use}「{key}」: {Refusals.FieldUnknown(key).What}", Widens: false));
        return null;
    }

    private GroupingField<T>? GroupBy(string key)
    {
        if (Field(key, "まとめ方") is not { } field)
            return null;
        if (field is GroupingField<T> grouping)
            return grouping;
        leftOut.Add(new($"まとめ方「{key}」: 「{field.Label}」ではまとめられません。", Widens: false));
        return null;
    }
}
