using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Evaluation;
using Shirube.Domain.Organization;
using Shirube.Office.Links;

namespace Shirube.Office.Evaluation;

/// <summary>The sheets of a round with everything its summaries need: read in the same few questions whatever their number.</summary>
/// <param name="Last">The round of the same kind before this one; null where it is the first.</param>
internal sealed record RoundResults(EvaluationRound Round, IReadOnlyList<JudgedSheet> Sheets, EvaluationRound? Last, IReadOnlyDictionary<(Domain.Projects.ProjectId?, Domain.Links.ItemPlace?), JudgedSheet> Before, ILookup<QuestionRole, string> Offered, IReadOnlyDictionary<DepartmentId, string> Departments, JudgedCosts Costs, LinkedTrees Trees)
{
    /// <summary>What this year is held against: the round before, what was brought in from files, or both.</summary>
    public IReadOnlyList<LastTime> LastTimes { get; private init; } = [];

    /// <param name="ofItems">Sheets about plan items instead of those about projects.</param>
    public static async Task<RoundResults?> Read(OfficeDb db, PublicKey key, bool ofItems, FiscalYear year)
    {
        if (await db.EvaluationRounds.AsNoTracking().Include(r => r.Stages).SingleOrDefaultAsync(r => r.Key == key) is not { } round)
            return null;
        var last = await db.EvaluationRounds.AsNoTracking().Where(r => r.Use == round.Use && r.Year < round.Year).OrderByDescending(r => r.Year).Include(r => r.Stages).AsSingleQuery().FirstOrDefaultAsync();
        var sheets = (await JudgedSheets.Read(db, round, year)).Where(s => s.Project is null == ofItems).ToList();
        var before = last is null ? [] : (await JudgedSheets.Read(db, last, year)).DistinctBy(s => s.Subject).ToDictionary(s => s.Subject);
        var departments = await db.Departments.AsNoTracking().Select(d => new { d.Id, d.Name }).ToDictionaryAsync(d => d.Id, d => d.Name);
        return new(round, sheets, last, before, await ReadOffered(db, round, ofItems), departments, await JudgedCosts.Read(db, round), await LinkedTrees.Read(db)) { LastTimes = await LastTime.Read(db, round, ofItems, last, before) };
    }

    /// <summary>The choices of a question in the order of the forms; words that only answers have come last.</summary>
    public IReadOnlyList<string> Choices(QuestionRole role, IEnumerable<Verdict> said) => [.. Offered[role].Concat(said.Select(v => v.Choice).OfType<string>().Order(StringComparer.Ordinal)).Distinct(StringComparer.Ordinal)];

    public string DepartmentOf(JudgedSheet sheet) => sheet.Owner is { } owner ? Departments.GetValueOrDefault(owner, "(いまはない部課)") : "部課のないもの";

    private static async Task<ILookup<QuestionRole, string>> ReadOffered(OfficeDb db, EvaluationRound round, bool ofItems)
    {
        var offered = await (from choice in db.Set<FormChoice>().AsNoTracking()
                             join question in db.Set<FormQuestion>() on new { choice.FormId, Key = choice.QuestionKey } equals new { question.FormId, question.Key }
                             where question.Role != null && question.Kind != QuestionKind.Table && db.EvaluationSheets.Any(s => s.RoundId == round.Id && s.FormId == question.FormId && (s.ProjectId == null) == ofItems)
                             select new { Role = question.Role!.Value, choice.Order, choice.Label }).ToListAsync();
        return offered.OrderBy(o => o.Order).ToLookup(o => o.Role, o => o.Label);
    }
}
