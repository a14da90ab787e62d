using System.Linq.Expressions;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Projects;

namespace Shirube.Office.Lists;

/// <summary>The money fields of a list whose rows have projects below them: which there are, and what was read for those that are used.</summary>
/// <param name="place">The field of projects that says in which row's place a project stands.</param>
internal sealed class MoneyBelow<T, TId>(ListSetting setting, string place, Expression<Func<T, TId>> id) where TId : struct
{
    private SumsBelow<TId>? sums;

    /// <summary>The rows there are, each with the value by which projects name it.</summary>
    public required Func<IEnumerable<(TId Id, object Named)>> Rows { get; init; }
    /// <summary>A row and all below it.</summary>
    public required Func<TId, IEnumerable<TId>> Below { get; init; }

    public IEnumerable<ListField<T>> Fields() => MoneyFields.All(setting.Facts).Select(Over);

    public ListField<T>? Find(string key) => MoneyFields.Find(key) is { } one ? Over(one) : null;

    public async Task Load(OfficeDb db, IReadOnlyList<string> keys, ListOf<T>.Kept kept)
    {
        var fields = keys.Select(MoneyFields.Find).OfType<ListField<Project>>().OrderBy(f => f.Key, StringComparer.Ordinal).ToList();
        if (fields.Count > 0)
            sums = (SumsBelow<TId>)await kept($"below {string.Join(',', fields.Select(f => f.Key))}", async () => await Read(db, fields));
    }

    private async Task<SumsBelow<TId>> Read(OfficeDb db, List<ListField<Project>> fields)
    {
        var named = Rows().DistinctBy(r => r.Named).ToDictionary(r => r.Named, r => r.Id);
        var projects = new ProjectFields { Setting = setting };
        var answers = await ((GroupingField<Project>)projects.Find(place)!).SumByValue(projects.Rows(db), fields);
        return new(fields, answers.Where(a => a[0] is not null && named.ContainsKey(a[0]!)).ToLookup(a => named[a[0]!]), Below);
    }

    private BelowField<T, TId> Over(ListField<Project> one) =>
        new(one, id, () => sums ?? throw new InvalidOperationException($"{one.Key} was not loaded."), () => Rows().Select(r => r.Id)) { Section = $"下にある事業の合計 {one.Section}", InAnyYear = one.InAnyYear };
}
