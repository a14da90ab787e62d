using Shirube.Domain.Common;
using Shirube.Domain.Indicators;
using Shirube.Domain.Organization;
using Shirube.Files.Indicators;
using Shirube.Ui.Text;

namespace Shirube.Office.Indicators;

/// <summary>Compares a table brought back with what is saved now, row by row. Rows are known by the indicator's key alone; nothing is guessed.</summary>
internal sealed class ValueReading
{
    private readonly FiscalYear year;
    private readonly IReadOnlyDictionary<string, (Indicator Indicator, IReadOnlyList<Ground> Grounds)> records;
    private readonly Dictionary<string, int> seen = new(StringComparer.Ordinal);

    private ValueReading(FiscalYear year, IReadOnlyDictionary<string, (Indicator, IReadOnlyList<Ground>)> records) => (this.year, this.records) = (year, records);

    public static async Task<IReadOnlyList<ValueChange>> Of(ValuesDesk desk, FiscalYear year, IReadOnlyList<ValueLine> lines)
    {
        var found = await desk.Whole([.. lines.Select(l => l.Key).OfType<string>().Distinct().Select(k => new PublicKey(k))]);
        var reading = new ValueReading(year, found.ToDictionary(r => r.Indicator.Key.Value, r => (r.Indicator, r.Grounds)));
        return [.. lines.Select(reading.Judge)];
    }

    private ValueChange Judge(ValueLine line)
    {
        var (indicator, grounds) = line.Key is { } key && records.TryGetValue(key, out var there) ? there : default;
        try
        {
            if (indicator is null)
                throw new RefusalException(Refusals.ValueKeyUnknown(line.Key));
            (WhyNot(line, indicator, grounds)).ThrowIfAny();
            return Compare(line, indicator);
        }
        catch (RefusalException refused)
        {
            return new(line, ValueChangeKind.Wrong, indicator, refused.Refusal) { Before = indicator is null ? null : ValueEntry.Of(indicator, year) };
        }
    }

    private Refusal? WhyNot(ValueLine line, Indicator indicator, IReadOnlyList<Ground> grounds) =>
        !seen.TryAdd(line.Key!, line.Line) ? Refusals.ValueKeyTwice(seen[line.Key!])
        : grounds.Count == 0 ? Refusals.IndicatorOfOthers(indicator.Name)
        : Lists.OfficeLists.YearOf(line.Year) != year ? Refusals.ValueYearOutside(line.Year, year.Era)
        : line.Unit is { } unit && !MeasuredText.IsSameUnit(unit, indicator.Unit) ? Refusals.ValueUnitChanged(unit, indicator.Unit) : null;

    private ValueChange Compare(ValueLine line, Indicator indicator)
    {
        var (before, after) = (ValueEntry.Of(indicator, year), EntryOf(line, indicator, ValueEntry.Of(indicator, year).Period));
        var wasTouched = line.Mark is null || ValueFile.MarkOf(after) != line.Mark;
        if (!wasTouched || after == before)
            return new(line, ValueChangeKind.Same, indicator) { Before = before, After = before };
        (line.Mark is { } mark && mark != ValueFile.MarkOf(before) ? Refusals.ValueChangedSince : null).ThrowIfAny();
        var judgement = indicator.Actuals.FirstOrDefault(a => a.FiscalYear == year)?.Judgement;
        after.Measure(indicator, year);
        after.Remark(indicator, year, judgement);
        after.Cover(indicator, year);
        return new(line, before == new ValueEntry(null, null, null) ? ValueChangeKind.New : ValueChangeKind.Changed, indicator) { Before = before, After = after };
    }

    private static ValueEntry EntryOf(ValueLine line, Indicator indicator, string? period)
    {
        ActualStatus? status = line.Status is null ? null : Enum.GetValues<ActualStatus>().Cast<ActualStatus?>().FirstOrDefault(s => Names.Of(s!.Value) == line.Status)
            ?? throw new RefusalException(Refusals.ValueStatusUnknown(line.Status, string.Join("、", Enum.GetValues<ActualStatus>().Select(Names.Of))));
        return new(Plain(line.Value, indicator.Unit), status ?? (line.Value is null ? null : ActualStatus.Final), line.Note, line.SaysPeriod ? PeriodText.Plain(line.Period) : period);
    }

    // why: 84 and 84.0 are one value; words that are none are refused when they are written, unless they are what is saved.
    private static string? Plain(string? text, string? unit)
    {
        try
        {
            return MeasuredText.Of(MeasuredText.Read(text, unit));
        }
        catch (RefusalException)
        {
            return text;
        }
    }
}
