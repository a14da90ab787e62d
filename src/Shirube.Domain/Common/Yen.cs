namespace Shirube.Domain.Common;

/// <summary>An amount of money in whole yen. Negative amounts exist (a correction); an unknown amount is no Yen at all, never 0.</summary>
public readonly record struct Yen(long Value) : IComparable<Yen>
{
    public static readonly Yen Zero;

    public Yen Abs => new(Math.Abs(Value));
    public override string ToString() => $"{Value:#,0}円";
    public int CompareTo(Yen other) => Value.CompareTo(other.Value);
    public static Yen operator +(Yen a, Yen b) => new(checked(a.Value + b.Value));
    public static Yen operator -(Yen a, Yen b) => new(checked(a.Value - b.Value));
    public static bool operator <(Yen a, Yen b) => a.Value < b.Value;
    public static bool operator >(Yen a, Yen b) => a.Value > b.Value;
    public static bool operator <=(Yen a, Yen b) => a.Value <= b.Value;
    public static bool operator >=(Yen a, Yen b) => a.Value >= b.Value;
    public static explicit operator long(Yen yen) => yen.Value;
    public static explicit operator Yen(long value) => new(value);
}
