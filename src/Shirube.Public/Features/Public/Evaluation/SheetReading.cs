using Shirube.Domain.Common;
using Shirube.Domain.Evaluation;
using Shirube.Exchange.Publishing;
using Shirube.Public.Features.Public.Plans;

namespace Shirube.Public.Features.Public.Evaluation;

/// <summary>Everything that a release says about one sheet.</summary>
public sealed record SheetReading(SheetTop Sheet, IReadOnlyList<SheetStep> Steps, IReadOnlyList<ReleasedQuestion> Questions, ILookup<string, ReleasedChoice> Choices, ILookup<string, ReleasedSheetAnswer> Answers)
{
    public IReadOnlyList<ReleasedSheetMoney> Money { get; private init; } = [];
    public IReadOnlyList<ReleasedSheetIndicator> Indicators { get; private init; } = [];
    public IReadOnlyList<ReleasedSheetFigure> Values { get; private init; } = [];
    public IReadOnlyList<SheetMember> Members { get; private init; } = [];
    /// <summary>What the sheet before it promised.</summary>
    public IReadOnlyList<PromisedBefore> Promised { get; private init; } = [];
    /// <summary>What an outside body said about it; null where nothing.</summary>
    public ReviewReading? Review { get; private init; }
    /// <summary>Keys of the indicators that have a page of their own.</summary>
    public IReadOnlySet<string> Known { get; private init; } = new HashSet<string>();
    /// <summary>The page of what it is about, after the municipality; null where this release has none.</summary>
    public string? About { get; private init; }

    public int Rows => Steps.Count + Questions.Count + Choices.Sum(c => c.Count()) + Answers.Sum(a => a.Count()) + Money.Count + Indicators.Count + Values.Count + Members.Count + Promised.Count + (Review?.Opinions.Count ?? 0);
    public bool IsSubmitted => Steps.Any(s => s.IsSubmitted);

    public static SheetReading? Of(Release release, int year, string key)
    {
        if (release.First<SheetTop>("SELECT s.key, s.form, s.name, s.project, s.plan, s.item, s.department, r.key AS round, r.name AS round_name, r.year, r.judged_year, r.use, r.is_sample FROM sheets s JOIN evaluation_rounds r ON r.key = s.round WHERE s.key = @key AND r.year = @year", new { key, year }) is not { } sheet)
            return null;
        var form = new { form = sheet.Form.Value, sheet = key };
        return new(sheet,
            release.Query<SheetStep>("SELECT t.stage, n.name, t.is_submitted FROM sheet_stages t JOIN form_stages n ON n.form = @form AND n.stage = t.stage WHERE t.sheet = @sheet ORDER BY t.stage", form),
            release.Query<ReleasedQuestion>("SELECT * FROM form_questions WHERE form = @form ORDER BY place", form),
            release.Query<ReleasedChoice>("SELECT * FROM form_choices WHERE form = @form ORDER BY question, place", form).ToLookup(c => c.Question.Value),
            release.Query<ReleasedSheetAnswer>("SELECT * FROM sheet_answers WHERE sheet = @sheet ORDER BY stage", form).ToLookup(a => a.Question.Value))
        {
            Money = release.Query<ReleasedSheetMoney>("SELECT * FROM sheet_money WHERE sheet = @sheet ORDER BY place, year", form),
            Indicators = release.Query<ReleasedSheetIndicator>("SELECT * FROM sheet_indicators WHERE sheet = @sheet ORDER BY place", form),
            Values = release.Query<ReleasedSheetFigure>("SELECT * FROM sheet_figures WHERE sheet = @sheet ORDER BY place, year", form),
            Members = release.Query<SheetMember>($"SELECT m.project, m.name, m.cost, m.cost_words, s.key AS sheet, {NewestSheet.LastSaid("Direction")} AS direction, {NewestSheet.LastSaid("Result")} AS result FROM sheet_members m LEFT JOIN sheets s ON s.round = @round AND s.project = m.project WHERE m.sheet = @sheet ORDER BY m.place", new { round = sheet.Round.Value, sheet = key }),
            Known = release.Query<string>("SELECT i.key FROM indicators i JOIN sheet_indicators s ON s.indicator = i.key WHERE s.sheet = @sheet", form).ToHashSet(StringComparer.Ordinal),
            Promised = PromisedBefore.OfSheet(release, key, sheet.Project is null),
            Review = ReviewReading.OfSheet(release, sheet.Round, key),
            About = AboutOf(release, sheet),
        };
    }

    private static string? AboutOf(Release release, SheetTop sheet)
    {
        if (sheet.Project is { } project)
            return release.First<string>("SELECT key FROM projects WHERE key = @key", new { key = project.Value }) is null ? null : $"projects/{project}";
        return PlanRow.Find(release, sheet.Plan!.Value.Value) is { } plan && release.First<string>("SELECT key FROM items WHERE edition = @edition AND key = @key", new { edition = plan.Edition.Value, key = sheet.Item!.Value.Value }) is not null ? $"plans/{sheet.Plan}/{sheet.Item}" : null;
    }

    /// <summary>The answers to a question; stages that say the same stand together.</summary>
    public IReadOnlyList<SaidOfStages> Said(ReleasedQuestion question) =>
        [.. Answers[question.Key.Value].GroupBy(a => (a.Choice, a.Text, a.Number)).Select(g => new SaidOfStages(string.Join("・", g.Select(a => NameOf(a.Stage))), g.First(), Choices[question.Key.Value].FirstOrDefault(c => c.Label == g.Key.Choice)?.Meaning))];

    /// <summary>The direction that the last stage chose.</summary>
    public string? Direction => (from question in Questions
                                 where question.Role == QuestionRole.Direction
                                 from answer in Answers[question.Key.Value]
                                 where answer.Choice is not null
                                 orderby answer.Stage descending, question.Place
                                 select answer.Choice).FirstOrDefault();

    private string NameOf(int stage) => Steps.FirstOrDefault(s => s.Stage == stage)?.Name ?? $"{stage}番目の段階";
}

public sealed record SheetTop(PublicKey Key, PublicKey Form, string Name, PublicKey? Project, PublicKey? Plan, PublicKey? Item, string? Department, PublicKey Round, string RoundName, FiscalYear Year, FiscalYear JudgedYear, FormUse Use, bool IsSample)
{
    public string Span => Use == FormUse.ExAnte ? $"{Year.Era}に、{JudgedYear.Era}に始める仕事について行った評価です。" : $"{Year.Era}に、{JudgedYear.Era}の仕事について行った評価です。";
}

/// <summary>A stage of a sheet, and whether it was submitted.</summary>
public sealed record SheetStep(int Stage, string Name, bool IsSubmitted);

/// <summary>A project of the item of a sheet; what it says for itself is read from its own sheet of the round.</summary>
public sealed record SheetMember(PublicKey Project, string Name, decimal? Cost, string? CostWords, PublicKey? Sheet, string? Direction, string? Result);

/// <summary>What one or more stages answered alike.</summary>
public sealed record SaidOfStages(string Who, ReleasedSheetAnswer Answer, string? Meaning)
{
    /// <summary>The rows of a table's answer.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Rows => new AnswerValue(null, Answer.Text, null).Rows;
}
