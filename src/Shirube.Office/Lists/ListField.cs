using System.Linq.Expressions;
using Shirube.Domain.Projects;

namespace Shirube.Office.Lists;

/// <summary>A value a filter offers: what stands in the address, and its words.</summary>
public sealed record FieldChoice(string Value, string Text);

/// <summary>A field of a list as people see it.</summary>
public abstract class ListField
{
    private static readonly string[] Families = ["money", "change", "share", "staff", "target", "actual", "status"];

    protected ListField(string key, string label, FieldKind kind) => (Key, Label, Kind) = (key, label, kind);

    /// <summary>Its name in addresses; permanent.</summary>
    public string Key { get; }
    public string Label { get; }
    public FieldKind Kind { get; }
    /// <summary>The heading it stands under where all are listed.</summary>
    public string Section { get; init; } = "基本";
    public abstract IReadOnlyList<Comparison> Comparisons { get; }
    public virtual IReadOnlyList<FieldChoice> Choices => [];
    public virtual bool Groups => false;
    public bool IsNumber => Kind is FieldKind.Number or FieldKind.Yen or FieldKind.Percent;
    public string? Unit => Kind switch { FieldKind.Yen => "円", FieldKind.Percent => "%", _ => null };

    /// <summary>A condition's value in words.</summary>
    public abstract string Say(Comparison comparison, string value);

    public abstract ListCell Cell(object? value, object? why);

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

    /// <summary>The rows that meet a condition; a value that cannot be read is a refusal.</summary>
    public abstract Expression<Func<T, bool>> Where(Comparison comparison, string value);

    /// <summary>What the sums amount to.</summary>
    public virtual ListCell Total(IReadOnlyList<object?> sums) => Cell(sums[0], null);
}
