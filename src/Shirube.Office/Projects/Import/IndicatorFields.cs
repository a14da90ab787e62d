using System.Globalization;
using Shirube.Domain.Common;
using Shirube.Domain.Evaluation;
using Shirube.Domain.Indicators;
using Shirube.Files.Import;

namespace Shirube.Office.Projects.Import;

/// <summary>The fields of an indicator that files speak of.</summary>
internal static class IndicatorFields
{
    public const string Name = "name";

    public static Facts Of(ImportedIndicator file)
    {
        var facts = Described(file.Name.Trim(), Blank.ToNull(file.Unit?.Trim()), file.Kind);
        foreach (var actual in file.Actuals)
            facts[$"actual/{actual.Year.Value}"] = ActualOf(actual.Value, actual.Status, actual.AsWritten);
        foreach (var target in file.Targets)
            facts[$"target/{target.Year.Value}"] = TargetOf(target.Value, target.AsWritten);
        return facts;
    }

    public static Facts Of(Indicator indicator)
    {
        var facts = Described(indicator.Name, indicator.Unit, indicator.Kind);
        foreach (var actual in indicator.Actuals)
            facts[$"actual/{actual.FiscalYear.Value}"] = ActualOf(actual.Value, actual.Status, actual.AsWritten);
        foreach (var target in indicator.Targets.GroupBy(t => t.FiscalYear).Select(years => years.MaxBy(t => t.Revision)!))
            facts[$"target/{target.FiscalYear.Value}"] = TargetOf(target.Value, target.AsWritten);
        return facts;
    }

    public static void Write(Indicator indicator, Facts facts, IReadOnlyList<FieldChange> changes, DateOnly today, string reason)
    {
        indicator.Describe(facts[Name]!, facts["unit"], Enum.Parse<IndicatorKind>(facts["kind"]!), indicator.Definition);
        foreach (var change in changes.Where(c => c.Field.Contains('/')))
        {
            var year = new FiscalYear(int.Parse(change.Field.Split('/')[1], CultureInfo.InvariantCulture));
            var parts = change.After is null ? [] : Facts.Parts(change.After);
            if (change.Field.StartsWith("target", StringComparison.Ordinal))
                indicator.Aim(year, Number(parts.ElementAtOrDefault(0)), today, reason, parts.ElementAtOrDefault(1));
            else if (change.After is null)
                Empty(indicator, year);
            else
                indicator.Measure(year, Number(parts[0]), Enum.Parse<ActualStatus>(parts[1]!), parts[2]);
        }
    }

    // why: a note or a judgement is a person's word; undoing an import does not take it away with the value.
    private static void Empty(Indicator indicator, FiscalYear year)
    {
        if (indicator.Actuals.FirstOrDefault(a => a.FiscalYear == year) is { Note: null, Judgement: null })
            indicator.Unmeasure(year);
        else
            indicator.Measure(year, null, ActualStatus.NotKnown);
    }

    private static Facts Described(string name, string? unit, IndicatorKind kind) => new() { [Name] = name, ["unit"] = unit, ["kind"] = kind.ToString() };

    private static string ActualOf(decimal? value, ActualStatus status, string? asWritten) =>
        Facts.List(ProjectFields.Of(value), status.ToString(), Blank.ToNull(asWritten));

    private static string? TargetOf(decimal? value, string? asWritten) =>
        value is null && Blank.ToNull(asWritten) is null ? null : Facts.List(ProjectFields.Of(value), Blank.ToNull(asWritten));

    private static decimal? Number(string? text) => text is null ? null : decimal.Parse(text, CultureInfo.InvariantCulture);
}

/// <summary>The answers of an evaluation that files speak of, by stage and question.</summary>
internal static class EvaluationFields
{
    public static Facts Of(ImportedEvaluation file)
    {
        var facts = new Facts();
        foreach (var answer in file.Answers)
            facts[Field(answer.Stage, answer.Question)] = AnswerOf(answer.Choice, answer.Text);
        return facts;
    }

    public static Facts Of(EvaluationFact evaluation)
    {
        var facts = new Facts();
        foreach (var answer in evaluation.Answers)
            facts[Field(answer.Stage, answer.Question)] = AnswerOf(answer.Choice, answer.Text);
        return facts;
    }

    public static void Write(EvaluationFact evaluation, IReadOnlyList<FieldChange> changes, IReadOnlyDictionary<string, int> orders)
    {
        foreach (var change in changes)
        {
            var at = change.Field.Split('/', 3);
            var parts = change.After is null ? [] : Facts.Parts(change.After);
            evaluation.Answer(orders.GetValueOrDefault(change.Field), Enum.Parse<EvaluationStage>(at[1]), at[2], parts.ElementAtOrDefault(0), parts.ElementAtOrDefault(1));
        }
    }

    public static string Field(EvaluationStage stage, string question) => $"answer/{stage}/{question}";

    private static string? AnswerOf(string? choice, string? text) =>
        Blank.ToNull(choice) is null && Blank.ToNull(text) is null ? null : Facts.List(Blank.ToNull(choice), Blank.ToNull(text));
}
