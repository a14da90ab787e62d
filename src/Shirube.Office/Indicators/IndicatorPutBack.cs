using Shirube.Domain.Common;
using Shirube.Domain.Indicators;
using Shirube.Office.Common;

namespace Shirube.Office.Indicators;

/// <summary>Puts one field of an indicator back, by the verbs that any edit uses. A target is not taken back: the older one is set anew, with the reason.</summary>
internal static class IndicatorPutBack
{
    private static readonly string[] OfMethod = ["Type", "BaselineYear", "Baseline", "Lower", "Upper", "Tolerance", "Source", "CollectionMonth", nameof(ExpectedShare), nameof(SeriesBreak)];

    public static readonly IReadOnlyDictionary<(string Kind, string Name), string> WhyNot =
        OfMethod.ToDictionary(f => (nameof(Indicator), f), _ => "組になっているので、達成率の求め方の画面で、全体を確かめて入力し直してください。");

    public static void PutBack(this Indicator indicator, PastField past, DateOnly today, string reason)
    {
        switch (past.Name)
        {
            case "Name" or "Unit" or "Kind" or "Definition":
                indicator.Describe(past.Own("Name", indicator.Name) ?? "", past.Own("Unit", indicator.Unit), past.Own("Kind", indicator.Kind, Enum.Parse<IndicatorKind>) ?? indicator.Kind, past.Own("Definition", indicator.Definition));
                break;
            case nameof(Actual) when past.OfPart("Status") is { } status:
                indicator.Measure(past.Year, Number(past.OfPart("Value")), Enum.Parse<ActualStatus>(status), past.OfPart("AsWritten"));
                indicator.Remark(past.Year, past.OfPart("Note"), past.OfPart("Judgement") is { } judged ? Enum.Parse<Judgement>(judged) : null);
                indicator.MeasureOver(past.Year, Day(past.OfPart("MeasuredFrom")) is { } from && Day(past.OfPart("MeasuredTo")) is { } to ? new(from, to) : null);
                break;
            case nameof(Actual):
                indicator.Unmeasure(past.Year);
                break;
            case nameof(Target):
                Aim(indicator, past, today, reason);
                break;
            default:
                throw new RefusalException(Refusals.PutBackUnknown);
        }
    }

    // why: a change of a target is a new revision; what was in force then is the last revision there was then.
    private static void Aim(Indicator indicator, PastField past, DateOnly today, string reason)
    {
        var revision = Enumerable.Range(1, indicator.Targets.Count).LastOrDefault(r => past.Past.Of(nameof(Target), $"{past.Year.Value} {r}", "SetOn") is not null);
        (revision == 0 ? Refusals.PutBackNoTarget : null).ThrowIfAny();
        var key = $"{past.Year.Value} {revision}";
        indicator.Aim(past.Year, Number(past.Past.Of(nameof(Target), key, "Value")), today, reason, past.Past.Of(nameof(Target), key, "AsWritten"));
    }

    private static DateOnly? Day(string? text) => text is null ? null : DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static decimal? Number(string? text) => text is null ? null : PastField.ReadNumber(text);
}
