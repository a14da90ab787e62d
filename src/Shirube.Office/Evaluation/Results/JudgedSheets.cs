using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Evaluation;
using Shirube.Domain.Links;
using Shirube.Domain.Organization;
using Shirube.Domain.Projects;

namespace Shirube.Office.Evaluation;

/// <summary>A sheet as the results of its round see it: what its stages chose, and what they wrote about improvements.</summary>
public sealed record JudgedSheet(PublicKey Key, string Name, DepartmentId? Owner, ProjectId? Project, ItemPlace? Item, SheetVerdicts Said, ILookup<QuestionRole, string> Written)
{
    public bool IsReported => Said.Stages.Any(s => s.IsSubmitted);

    /// <summary>What it is about, to find the sheet about the same thing in another round.</summary>
    public (ProjectId?, ItemPlace?) Subject => (Project, Item);

    /// <summary>What the last submitted stage wrote; null where it wrote nothing.</summary>
    public string? Words(QuestionRole role) => Written[role].LastOrDefault();
}

internal static class JudgedSheets
{
    private sealed record Answered(EvaluationSheetId Sheet, int Stage, QuestionRole Role, int Order, string? Choice, string? Text, decimal? Number)
    {
        public string Words => new AnswerValue(Choice, Text, Number).Words;
    }

    /// <summary>All sheets of a round in three questions, however many they are.</summary>
    public static async Task<IReadOnlyList<JudgedSheet>> Read(OfficeDb db, EvaluationRound round, FiscalYear year)
    {
        var rows = await SheetRows.Read(db, round, year);
        var subjects = await db.EvaluationSheets.AsNoTracking().Where(s => s.RoundId == round.Id).Select(s => new { s.Id, s.ProjectId, s.PlanId, s.ItemKey }).ToDictionaryAsync(s => s.Id);
        var answers = (await (from sheet in db.EvaluationSheets.AsNoTracking()
                              where sheet.RoundId == round.Id
                              from answer in sheet.Answers
                              where answer.CarriedFrom == null
                              join question in db.Set<FormQuestion>() on new { sheet.FormId, Key = answer.QuestionKey } equals new { question.FormId, question.Key }
                              where question.Role != null
                              select new Answered(sheet.Id, answer.Stage, question.Role!.Value, question.Order, answer.Choice, answer.Text, answer.Number)).ToListAsync()).ToLookup(a => a.Sheet);
        return [.. rows.Select(r => Of(r, subjects[r.Id].ProjectId, subjects[r.Id].ItemKey is { } item ? new ItemPlace(subjects[r.Id].PlanId!.Value, item) : null, [.. answers[r.Id].OrderBy(a => a.Stage).ThenBy(a => a.Order)]))];
    }

    private static JudgedSheet Of(SheetRow row, ProjectId? project, ItemPlace? item, IReadOnlyList<Answered> answers)
    {
        var stages = row.Stages.Where(s => s.IsChosen).OrderBy(s => s.Stage).ToList();
        var submitted = stages.Where(s => s.Submission is not null).Select(s => s.Stage).ToHashSet();
        var said = stages.Select(s => new StageVerdicts(s.RoundStage, s.Submission is not null, answers.Where(a => a.Stage == s.Stage && a.Choice is not null).DistinctBy(a => a.Role).ToDictionary(a => a.Role, a => a.Choice!)));
        var written = answers.Where(a => submitted.Contains(a.Stage) && a.Words.Length > 0).GroupBy(a => (a.Role, a.Stage)).Select(g => (g.Key.Role, Words: string.Join('\n', g.Select(a => a.Words))));
        return new(row.Key, row.Name, row.Owner, project, item, new([.. said]), written.ToLookup(w => w.Role, w => w.Words));
    }
}
