using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Evaluation;
using Shirube.Domain.Links;
using Shirube.Domain.Projects;

namespace Shirube.Office.Evaluation;

/// <summary>What one thing was said about the last time: its direction, and the improvement that was promised.</summary>
internal sealed record SaidLast(Verdict Direction, string? Improvement);

/// <summary>The last time before a round: the round before it, or the evaluations that were brought in from files.</summary>
/// <param name="IsBrought">Whether it comes from files.</param>
internal sealed record LastTime(string Name, FiscalYear Year, bool IsBrought, IReadOnlyDictionary<(ProjectId?, ItemPlace?), SaidLast> Said)
{
    /// <summary>What distinguishes its tables from those of the other source of the same year.</summary>
    public (string Key, string Title) Mark => IsBrought ? ("-imported", "(取り込んだ評価から)") : ("", "");

    /// <summary>The newer of the round before and of the files; both where they are of one year, because neither is the truer one.</summary>
    public static async Task<IReadOnlyList<LastTime>> Read(OfficeDb db, EvaluationRound round, bool ofItems, EvaluationRound? last, IReadOnlyDictionary<(ProjectId?, ItemPlace?), JudgedSheet> before)
    {
        var brought = round.Use == FormUse.Yearly && !ofItems ? await Brought(db, round) : null;
        var own = last is null ? null : new LastTime(last.Name, last.Year, false, before.ToDictionary(b => b.Key, b => new SaidLast(b.Value.Said.Standing(QuestionRole.Direction), b.Value.Words(QuestionRole.Improvement))));
        var newest = new[] { own?.Year, brought?.Year }.Max(y => y?.Value);
        return [.. new[] { own, brought }.OfType<LastTime>().Where(t => t.Year.Value == newest)];
    }

    private static async Task<LastTime?> Brought(OfficeDb db, EvaluationRound round)
    {
        var facts = await db.EvaluationFacts.AsNoTracking().Where(f => f.Year < round.Year && f.Year == db.EvaluationFacts.Where(o => o.Year < round.Year).Max(o => o.Year)).Include(f => f.Answers).AsSingleQuery().ToListAsync();
        if (facts.Count == 0)
            return null;
        var asked = await db.Set<FormQuestion>().AsNoTracking().Where(q => (q.Role == QuestionRole.Direction || q.Role == QuestionRole.Improvement) && db.EvaluationSheets.Any(s => s.RoundId == round.Id && s.FormId == q.FormId)).Select(q => new { q.Role, q.Label }).Distinct().ToListAsync();
        var labels = asked.ToLookup(q => q.Role!.Value, q => q.Label);
        return new("取り込んだ評価", facts[0].Year, true, facts.ToDictionary(f => ((ProjectId?)f.ProjectId, (ItemPlace?)null), f => new SaidLast(Verdict.Of(LastOf(f, labels[QuestionRole.Direction], a => a.Choice)), LastOf(f, labels[QuestionRole.Improvement], a => new AnswerValue(a.Choice, a.Text, null).Words))));
    }

    // why: a file's manager speaks after its section.
    private static string? LastOf(EvaluationFact fact, IEnumerable<string> labels, Func<EvaluationAnswer, string?> read) =>
        fact.Answers.Where(a => labels.Contains(a.Question)).OrderBy(a => a.Stage).Select(read).LastOrDefault(w => !string.IsNullOrEmpty(w));
}
