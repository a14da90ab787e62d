using Shirube.Domain.Common;

namespace Shirube.Domain.Deliberation;

/// <summary>会議: a meeting of the formulation, as far as its public facts go. A month without a day is a null <see cref="Day"/>.</summary>
public sealed class Meeting : Aggregate
{
    private Meeting(MeetingId id, string name, int year, int month, int? day)
    {
        Id = id;
        Name = name;
        Year = year;
        Month = month;
        Day = day;
    }

    public MeetingId Id { get; private set; }
    public string Name { get; private set; }
    /// <summary>審議会, 策定委員会, 議会, 庁議, ワークショップ …: the municipality's words.</summary>
    public string? Body { get; private set; }
    public int Year { get; private set; }
    public int Month { get; private set; }
    public int? Day { get; private set; }
    public string? Participants { get; private set; }
    public string? Note { get; private set; }
    public string? Source { get; private set; }

    public static Meeting Hold(string name, string? body, int year, int month, int? day, string? participants, string? note, string? source)
    {
        (string.IsNullOrWhiteSpace(name) ? Refusals.NameMissing("会議の名前") : null).ThrowIfAny();
        _ = new DateOnly(year, month, day ?? 1);
        return new(MeetingId.New(), name.Trim(), year, month, day) { Body = Blank.ToNull(body), Participants = Blank.ToNull(participants), Note = Blank.ToNull(note), Source = Blank.ToNull(source) };
    }
}
