namespace Shirube.Domain.Common;

/// <summary>A year of a Japanese era. A calendar year in which eras change counts as the later era's first year (1989 is 平成元, 2019 is 令和元), as offices number fiscal years.</summary>
public readonly record struct EraYear(Era Era, int Year)
{
    private static readonly Era[] Eras = [Era.令和, Era.平成, Era.昭和, Era.大正, Era.明治];

    /// <summary>The era year of a calendar (or fiscal) year from 1868 on.</summary>
    public static EraYear Of(int year)
    {
        var era = Array.Find(Eras, e => year >= (int)e);
        return new(era, year - (int)era + 1);
    }

    /// <summary>The calendar year this era year is: 昭和49 is 1974.</summary>
    public int CalendarYear => (int)Era + Year - 1;

    public string Short => $"{"RHSTM"[Array.IndexOf(Eras, Era)]}{Year}";

    public override string ToString() => $"{Era}{(Year == 1 ? "元" : Year)}";
}

/// <summary>The eras since 1868, each with the calendar year of its first year.</summary>
public enum Era
{
    明治 = 1868,
    大正 = 1912,
    昭和 = 1926,
    平成 = 1989,
    令和 = 2019,
}
