using Shirube.Ui.Controls;

namespace Shirube.Office.Common;

/// <summary>Everything due of all sources, the most urgent first: overdue, then by day, then what has none.</summary>
public sealed class DueList(IEnumerable<IDueSource> sources, WorkScope scope)
{
    public async Task<ILookup<DueFrom, DueThing>> Read()
    {
        var things = new List<DueThing>();
        foreach (var source in sources)
            things.AddRange(await source.Due(scope));
        return things.OrderBy(t => t.Day ?? DateOnly.MaxValue).ThenBy(t => t.Title, StringComparer.Ordinal).ToLookup(t => t.From);
    }
}

/// <summary>How long there is until a day, as a mark and a word.</summary>
public sealed record DaysLeft(Tone Tone, string Sign, string Words)
{
    private const int Near = 7;

    public static DaysLeft Of(DateOnly day, DateOnly today) => (day.DayNumber - today.DayNumber) switch
    {
        < 0 and var late => new(Tone.Bad, "!", $"期限超過 {-late}日"),
        0 => new(Tone.Bad, "!", "今日まで"),
        1 => new(Tone.Warn, "▲", "明日まで"),
        <= Near and var few => new(Tone.Warn, "▲", $"あと{few}日"),
        var many => new(Tone.Plain, "○", $"あと{many:#,0}日"),
    };
}
