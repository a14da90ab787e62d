using Shirube.Data;
using Shirube.Domain.Evaluation;
using Shirube.Office.Common;
using Shirube.Ui.Controls;

namespace Shirube.Office.Evaluation;

/// <summary>How pages and the change log speak of reminders.</summary>
internal static class ReminderWords
{
    public static readonly RecordWords ReminderRules = new("お知らせメールの決まり", new()
    {
        ["DaysBefore"] = "期限の何日前に送るか", ["OnTheDay"] = FieldWord.YesNo("期限の日に送る"), ["WeeklyAfter"] = FieldWord.YesNo("期限のあと7日ごとに送る"), ["Hour"] = FieldWord.Number("用意する時刻(時)"),
        ["MinutesToUndo"] = FieldWord.Number("取りやめられる分"), ["MayStop"] = FieldWord.YesNo("受け取りを本人が止められる"), ["SwitchedOn.By"] = FieldWord.Unsaid, ["SwitchedOn.AtUtc"] = FieldWord.Moment("自動で送り始めた日時"),
    });

    public static string Of(NoMail why) => why switch
    {
        NoMail.NoAccount => "アカウントがない",
        NoMail.AccountClosed => "アカウントの利用が止められている",
        NoMail.NoAddress => "メールアドレスがない",
        _ => "本人が受け取りを止めている",
    };

    public static string Of(ReminderState state) => state switch
    {
        ReminderState.Waiting => "これから送ります",
        ReminderState.Leaving => "送っています",
        ReminderState.Sent => "送りました",
        ReminderState.Failed => "送れませんでした",
        ReminderState.Needless => "期限のものがなくなり、送りませんでした",
        _ => "送れたか分かりません",
    };

    public static (Tone Tone, string Sign) MarkOf(ReminderState state) => state switch
    {
        ReminderState.Sent => (Tone.Good, "✓"),
        ReminderState.Failed => (Tone.Bad, "×"),
        ReminderState.Unsure => (Tone.Warn, "!"),
        ReminderState.Needless => (Tone.Plain, "–"),
        _ => (Tone.Info, "…"),
    };

    /// <summary>期限の7日前、3日前、当日、期限のあと7日ごと</summary>
    public static string Of(ReminderRhythm rhythm) => string.Join("、",
    [
        .. rhythm.DaysBefore.OrderDescending().Select((d, i) => i == 0 ? $"期限の{d}日前" : $"{d}日前"),
        .. rhythm.OnTheDay ? ["期限の日"] : Array.Empty<string>(),
        .. rhythm.WeeklyAfter ? ["期限のあと7日ごと"] : Array.Empty<string>(),
    ]);
}
