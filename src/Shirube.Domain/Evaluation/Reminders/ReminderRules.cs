using System.Globalization;
using Shirube.Domain.Common;
using Shirube.Domain.Organization;

namespace Shirube.Domain.Evaluation;

/// <summary>お知らせメールの決まり: on which days before and after a last day people are reminded by mail. One row; without it, and until it is switched on, nothing is sent by itself.</summary>
public sealed class ReminderRules : Aggregate
{
    public const int MostDaysBefore = 60;
    public const int MostMinutesToUndo = 120;

    private ReminderRules(ReminderRulesId id) => Id = id;

    public ReminderRulesId Id { get; private set; }
    /// <summary>How many days before a last day, the farthest first: 7,3,1.</summary>
    public string DaysBefore { get; private set; } = "7,3,1";
    public bool OnTheDay { get; private set; } = true;
    /// <summary>Every seven days after the last day, as long as something is left.</summary>
    public bool WeeklyAfter { get; private set; } = true;
    /// <summary>The hour of the day, in Tokyo, at which the mails of a day are made ready.</summary>
    public int Hour { get; private set; } = 9;
    /// <summary>For how many minutes a sending waits and can be called off.</summary>
    public int MinutesToUndo { get; private set; } = 10;
    /// <summary>Whether a person may stop the mails to the own address.</summary>
    public bool MayStop { get; private set; } = true;
    /// <summary>Since when mails leave by themselves; null where they do not.</summary>
    public ReminderSwitch? SwitchedOn { get; private set; }

    public static ReminderRules First() => new(ReminderRulesId.New());

    public void Decide(ReminderRhythm rhythm, int hour, int minutesToUndo, bool mayStop)
    {
        (rhythm.IsEmpty ? Refusals.ReminderNever
            : rhythm.DaysBefore.Any(d => d is < 1 or > MostDaysBefore) ? Refusals.ReminderDaysOutside(MostDaysBefore)
            : hour is < 0 or > 23 ? Refusals.ReminderHourOutside
            : minutesToUndo is < 1 or > MostMinutesToUndo ? Refusals.ReminderPauseOutside(MostMinutesToUndo) : null).ThrowIfAny();
        DaysBefore = string.Join(',', rhythm.DaysBefore.Distinct().OrderDescending().Select(d => d.ToString(CultureInfo.InvariantCulture)));
        (OnTheDay, WeeklyAfter, Hour, MinutesToUndo, MayStop) = (rhythm.OnTheDay, rhythm.WeeklyAfter, hour, minutesToUndo, mayStop);
    }

    public void SwitchOn(PersonId? by, DateTime atUtc) => SwitchedOn ??= new(by, atUtc);

    public void SwitchOff() => SwitchedOn = null;

    public ReminderRhythm Rhythm() => new([.. DaysBefore.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(d => int.Parse(d, CultureInfo.InvariantCulture))], OnTheDay, WeeklyAfter);

    /// <summary>The next moment at which mails are made ready, always after the given one.</summary>
    public DateTime NextUtc(DateTime afterUtc)
    {
        var today = Tokyo.Utc(Tokyo.DayOf(afterUtc).ToDateTime(new TimeOnly(Hour, 0)));
        return today > afterUtc ? today : Tokyo.Utc(Tokyo.DayOf(afterUtc).AddDays(1).ToDateTime(new TimeOnly(Hour, 0)));
    }
}

/// <summary>Who switched the mails on, and when.</summary>
public sealed record ReminderSwitch(PersonId? By, DateTime AtUtc);

/// <summary>On which days around a last day people are reminded.</summary>
public sealed record ReminderRhythm(IReadOnlyList<int> DaysBefore, bool OnTheDay, bool WeeklyAfter)
{
    public bool IsEmpty => DaysBefore.Count == 0 && !OnTheDay && !WeeklyAfter;

    public bool Reminds(DateOnly due, DateOnly today)
    {
        var left = due.DayNumber - today.DayNumber;
        return left > 0 ? DaysBefore.Contains(left) : left == 0 ? OnTheDay : WeeklyAfter && left % 7 == 0;
    }
}
