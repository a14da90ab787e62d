namespace Shirube.Domain.Common;

/// <summary>A day of the municipality is a day in Asia/Tokyo, whatever the machine's clock is set to.</summary>
public static class Tokyo
{
    private static readonly TimeZoneInfo Zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Tokyo");

    public static DateTime At(DateTime utc) => TimeZoneInfo.ConvertTimeFromUtc(utc, Zone);

    /// <summary>The moment a day begins, in UTC.</summary>
    public static DateTime StartOf(DateOnly day) => TimeZoneInfo.ConvertTimeToUtc(day.ToDateTime(TimeOnly.MinValue), Zone);

    /// <summary>The moment at which clocks of the municipality show this time.</summary>
    public static DateTime Utc(DateTime time) => TimeZoneInfo.ConvertTimeToUtc(DateTime.SpecifyKind(time, DateTimeKind.Unspecified), Zone);

    /// <summary>The day a moment falls in: 15:00 UTC already belongs to the next day.</summary>
    public static DateOnly DayOf(DateTime utc) => DateOnly.FromDateTime(At(utc));
}
