using Shirube.Exchange.Publishing;
using Shirube.Ui.Text;

namespace Shirube.Public.Features.Public.Deliberation;

/// <summary>Something of the formulation on the timeline. <see cref="When"/> orders it; <see cref="WhenWords"/> says no more than is known.</summary>
public sealed record Happening(DateOnly? When, string WhenWords, string Kind, string Name, IReadOnlyList<string> Details, string? Source, string? Address)
{
    public static Happening Of(ReleasedMeeting meeting) => new(
        new(meeting.Year, meeting.Month, meeting.Day ?? DateTime.DaysInMonth(meeting.Year, meeting.Month)), Format.Month(meeting.Year, meeting.Month, meeting.Day), meeting.Body ?? "会議", meeting.Name,
        [.. new[] { meeting.Participants is null ? null : $"参加: {meeting.Participants}", meeting.Note }.OfType<string>()], meeting.Source, null);

    public static Happening Of(ReleasedSurvey survey) => new(
        survey.LastDay ?? survey.FirstDay, survey.FirstDay is null && survey.LastDay is null ? "時期の記載なし" : Format.Days(survey.FirstDay, survey.LastDay), "アンケート", survey.Name,
        [.. new[] { survey.Population is null ? null : $"対象: {survey.Population}", Say(survey) }.OfType<string>()], survey.Source, $"~/surveys/{survey.Key}");

    /// <summary>The counts in one sentence, as far as they are known.</summary>
    public static string? Say(ReleasedSurvey survey) =>
        (survey.Sent, survey.Valid) switch
        {
            ({ } sent, { } valid) => $"{sent:#,0}人のうち{valid:#,0}人が回答({Format.Percent(100m * valid / sent)})",
            (null, { } valid) => $"{valid:#,0}人が回答",
            _ => survey.StatedRate is { } rate ? $"回収率 {Format.Percent(rate)}" : null,
        };
}
