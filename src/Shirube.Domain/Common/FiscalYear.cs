namespace Shirube.Domain.Common;

/// <summary>A Japanese fiscal year (年度): 1 April to 31 March, both included, named by the calendar year in which it begins (令和8年度 is 2026). Throws outside 1868–2200.</summary>
public readonly record struct FiscalYear : IComparable<FiscalYear>
{
    public FiscalYear(int value)
    {
        if (value is < 1868 or > 2200)
            throw new ArgumentOutOfRangeException(nameof(value), value, "年度は1868年から2200年までで指定してください。");
        Value = value;
    }

    /// <summary>The calendar year in which the fiscal year begins.</summary>
    public int Value { get; }

    public DateOnly FirstDay => new(Value, 4, 1);
    public DateOnly LastDay => new(Value + 1, 3, 31);
    public FiscalYear Next => new(Value + 1);
    public FiscalYear Previous => new(Value - 1);

    /// <summary>The fiscal year a day falls in: January to March belong to the year before.</summary>
    public static FiscalYear Of(DateOnly day) => new(day.Month >= 4 ? day.Year : day.Year - 1);

    /// <summary>Era name as offices write it: 令和8年度, and 元 for a first year (2019 is 令和元年度).</summary>
    public string Era => $"{EraYear.Of(Value)}年度";

    /// <summary>Short form for headings of columns: R8, H30, S64.</summary>
    public string Short => EraYear.Of(Value).Short;

    /// <summary>Both calendars: 令和8年度(2026年度).</summary>
    public string Both => $"{Era}({Value}年度)";

    public override string ToString() => Era;
    public int CompareTo(FiscalYear other) => Value.CompareTo(other.Value);
    public static bool operator <(FiscalYear a, FiscalYear b) => a.Value < b.Value;
    public static bool operator >(FiscalYear a, FiscalYear b) => a.Value > b.Value;
    public static bool operator <=(FiscalYear a, FiscalYear b) => a.Value <= b.Value;
    public static bool operator >=(FiscalYear a, FiscalYear b) => a.Value >= b.Value;
    public static int operator -(FiscalYear a, FiscalYear b) => a.Value - b.Value;
    public static FiscalYear operator +(FiscalYear a, int years) => new(a.Value + years);
    public static explicit operator int(FiscalYear year) => year.Value;
    public static explicit operator FiscalYear(int value) => new(value);
}
