using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Evaluation;

namespace Shirube.Office.Evaluation;

/// <summary>Which roles of summaries a sheet answers by internal questions: outside nothing is said of them.</summary>
internal sealed class InternalRoles
{
    private readonly ILookup<PublicKey, QuestionRole> bySheet;

    private InternalRoles(ILookup<PublicKey, QuestionRole> bySheet) => this.bySheet = bySheet;

    /// <summary>Of the sheets of some rounds.</summary>
    public static async Task<InternalRoles> Read(OfficeDb db, IReadOnlyCollection<EvaluationRoundId> rounds)
    {
        var rows = await (from sheet in db.EvaluationSheets.AsNoTracking()
                          where rounds.Contains(sheet.RoundId)
                          join question in db.Set<FormQuestion>() on sheet.FormId equals question.FormId
                          where question.Role != null && !question.IsPublic
                          select new { sheet.Key, Role = question.Role!.Value }).Distinct().ToListAsync();
        return new(rows.ToLookup(r => r.Key, r => r.Role));
    }

    public JudgedSheet Outside(JudgedSheet sheet)
    {
        var inside = bySheet[sheet.Key].ToHashSet();
        return inside.Count == 0 ? sheet : sheet with
        {
            Said = new([.. sheet.Said.Stages.Select(s => s with { Choices = s.Choices.Where(c => !inside.Contains(c.Key)).ToDictionary() })]),
            Written = sheet.Written.Where(w => !inside.Contains(w.Key)).SelectMany(w => w.Select(words => (w.Key, words))).ToLookup(w => w.Key, w => w.words),
        };
    }
}
