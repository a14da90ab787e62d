using System.Linq.Expressions;
using Shirube.Data;
using Shirube.Domain.Common;

namespace Shirube.Office.Lists;

/// <summary>What is listed: its rows, its fields, and how it looks before anybody chose anything. Made for one fiscal year and one plan.</summary>
public abstract class ListOf<T>
{
    private readonly Lazy<Dictionary<string, ListField<T>>> byKey;

    protected ListOf() => byKey = new(() => Fields.ToDictionary(f => f.Key));

    /// <summary>The last part of the list's address.</summary>
    public abstract string Path { get; }
    public abstract string Title { get; }
    /// <summary>What a row is called.</summary>
    public virtual string Row => Title;
    public abstract IReadOnlyList<ListField<T>> Fields { get; }
    public abstract IReadOnlyList<string> FirstColumns { get; }
    public abstract IReadOnlyList<SortTerm> FirstSort { get; }
    /// <summary>The fiscal year for which owners are asked, and the plan whose tree is shown.</summary>
    public required ListSetting Setting { get; init; }

    /// <summary>The kinds of records that counts, sums and orders are made of, by their names in the change log.</summary>
    public abstract IReadOnlyList<string> MadeOf { get; }

    public abstract IQueryable<T> Rows(OfficeDb db);

    /// <summary>The rows in which the search over everything finds all the words.</summary>
    public abstract IQueryable<T> Holding(OfficeDb db, IQueryable<T> rows, SearchWords words);

    /// <summary>Id, address under <see cref="Path"/>, whether it is a sample: read of each row beside its columns.</summary>
    public abstract IReadOnlyList<LambdaExpression> Head { get; }

    public abstract string AddressOf(object? key);

    public abstract IQueryable<T> These(IQueryable<T> rows, IReadOnlyList<object?> ids);

    /// <summary>Fields with parameters that are not among <see cref="Fields"/>: another year, another stage.</summary>
    protected virtual ListField<T>? Make(string key) => null;

    /// <summary>Reads what some of its fields need besides the rows, before any of them is asked; kept for as long as what it was made of.</summary>
    internal virtual Task Load(OfficeDb db, IReadOnlyList<string> fields, Kept kept) => Task.CompletedTask;

    /// <summary>What was read before under a name, or is read now.</summary>
    internal delegate Task<object> Kept(string what, Func<Task<object>> read);

    public ListField<T>? Find(string key) => byKey.Value.GetValueOrDefault(key) ?? Make(key);

    /// <summary>One row for each fiscal year of money instead of one for each row; only where <see cref="HasYears"/>.</summary>
    public virtual Task<YearSums> SumByYear(OfficeDb db, IQueryable<T> rows, IReadOnlyList<ListField<T>> columns) => throw new NotSupportedException($"{Path} has no years.");

    /// <summary>The fields one filters by most, offered at once.</summary>
    public virtual IReadOnlyList<string> Quick => [];

    public virtual IReadOnlyList<BuiltInView> BuiltIn => [];

    public virtual bool HasYears => false;
}

/// <summary>The sums of rows for each fiscal year: what each column is, and the lines.</summary>
public sealed record YearSums(IReadOnlyList<ListColumn> Columns, IReadOnlyList<(FiscalYear Year, IReadOnlyList<ListSum> Sums)> Years);
