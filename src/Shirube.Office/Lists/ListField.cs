using System.Linq.Expressions;
using Shirube.Domain.Projects;

namespace Shirube.Office.Lists;

/// <summary>A value a filter offers: what stands in the address, and its words.</summary>
public sealed record FieldChoice(string Value, string Text)
{
    public string? Note { get; init; }
}

/// <summary>A field of a list as people see it.</summary>
public abstract class ListField
{
    /// <summary>As many choices as a page sends; of more, a name is typed.</summary>
    public const int MostChoices = 200;
    private const int MostTops = 100;
    private static readonly string[] Families = ["money", "change", "share", "staff", "target", "actual", "status"];

    private IReadOnlyList<FieldChoice>? tops;
    private (string What, string When)? yearly;

    protected ListField(string key, string label, FieldKind kind) => (Key, Label, Kind) = (key, label, kind);

    /// <summary>Its name in addresses; permanent.</summary>
    public string Key { get; }
    public string Label { get; }
    public FieldKind Kind { get; }
    /// <summary>The heading it stands under where all are listed.</summary>
    public string Section { get; init; } = "基本";
    public abstract IReadOnlyList<Comparison> Comparisons { get; }
    public virtual IReadOnlyList<FieldChoice> Choices => [];

    /// <summary>Whether there are too many choices to send them all with a page: then a name is typed.</summary>
    public bool IsTyped => Choices.Count > MostChoices;

    /// <summary>The choices a page offers at once: all, or of very many the uppermost.</summary>
    public IReadOnlyList<FieldChoice> Tops => !IsTyped ? Choices : tops ??= Uppermost();

    /// <summary>The choices whose name or number holds what was typed.</summary>
    public virtual IEnumerable<FieldChoice> Suggest(string typed) => [];

    /// <summary>A condition's value with the words of addresses in the place of typed names.</summary>
    public virtual string Worded(Comparison comparison, string value) => value;

    /// <summary>What it is called among the fields of its section, where every fiscal year has such fields.</summary>
    public string? InAnyYear { get; init; }

    /// <summary>Its key without the year (and stage), and these by themselves: <c>money.*.total</c> and <c>2024.settled</c>.</summary>
    public (string What, string When)? Yearly => InAnyYear is null ? null : yearly ??= Key.Split('.') switch
    {
        [var family, var year, var stage, var what] => ($"{family}.*.{what}", $"{year}.{stage}"),
        var parts => ($"{parts[0]}.*", parts[1]),
    };
    public virtual bool Groups => false;
    public bool IsNumber => Kind is FieldKind.Number or FieldKind.Yen or FieldKind.Percent;
    public string? Unit => Kind switch { FieldKind.Yen => "円", FieldKind.Percent => "%", _ => null };

    /// <summary>A condition's value in words.</summary>
    public abstract string Say(Comparison comparison, string value);

    public abstract ListCell Cell(object? value, object? why);

    private IReadOnlyList<FieldChoice> Uppermost()
    {
        var found = Choices.Where(c => !c.Text.StartsWith('\u3000')).Take(MostTops + 1).ToList();
        return found.Count <= MostTops ? found : [];
    }

    /// <summary>Whether a dotted name is the key of a field with parameters rather than a field and a comparison.</summary>
    internal static bool MayBeKey(string name) => !name.Contains('.') || Families.Contains(name.Split('.')[0]) && name.Count(c => c == '.') <= 3 && name.Split('.').Length is 2 or 4;
}

/// <summary>A field of the rows of one kind: how the database reads, compares, orders and sums it.</summary>
public abstract class ListField<T>(string key, string label, FieldKind kind) : ListField(key, label, kind)
{
    /// <summary>The value of a row.</summary>
    public abstract LambdaExpression Read { get; }

    /// <summary>Why a row has no value, where the row says it.</summary>
    public Expression<Func<T, Absence?>>? Why { get; init; }

    /// <summary>What is summed over rows; empty where sums mean nothing.</summary>
    public IReadOnlyList<LambdaExpression> Sums { get; init; } = [];

    /// <summary>Which rows have a value.</summary>
    public abstract Expression<Func<T, bool>> Known { get; }

    public virtual IReadOnlyList<LambdaExpression> Orders => [Read];

    /// <summary>Whether only the office knows the order of its values.</summary>
    public virtual bool IsRanked => false;

    /// <summary>A value's place in the order that the office knows; what has no value comes last.</summary>
    public virtual int Rank(object? value) => int.MaxValue;

    /// <summary>What it amounts to over some rows, by their ids, where the office adds it up and not the database.</summary>
    public virtual ListSum? SumOf(IEnumerable<object?> ids) => null;

    /// <summary>Whether rows are added up at all.</summary>
    public virtual bool IsSummed => Sums.Count > 0;

    /// <summary>Whether a cell may say how many of what it adds up said nothing.</summary>
    public virtual bool TellsBlanks => false;

    /// <summary>The rows that meet a condition; a value that cannot be read is a refusal.</summary>
    public abstract Expression<Func<T, bool>> Where(Comparison comparison, string value);

    /// <summary>Whether an amount that the office adds up itself (null where there is none) meets a condition.</summary>
    public virtual Func<object?, bool> Test(Comparison comparison, string value) => throw ListOfValues.Unfit(this, comparison);

    /// <summary>The value that sums amount to.</summary>
    public virtual object? Amount(IReadOnlyList<object?> sums) => sums[0];

    /// <summary>What the sums amount to.</summary>
    public virtual ListCell Total(IReadOnlyList<object?> sums) => Cell(sums[0], null);
}
