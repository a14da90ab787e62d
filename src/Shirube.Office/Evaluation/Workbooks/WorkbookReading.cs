using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Evaluation;
using Shirube.Office.Organization;

namespace Shirube.Office.Evaluation;

/// <summary>Compares the answers of a workbook with what is saved now, one by one. Sheets and questions are known by their keys alone; nothing is guessed.</summary>
public sealed class WorkbookReading(OfficeDb db, SignedIn signedIn, Reach reach, FormMemory forms)
{
    public async Task<IReadOnlyList<WorkbookChange>> Judge(EvaluationRound round, IReadOnlyList<WorkbookLine> lines)
    {
        var keys = lines.Select(l => new PublicKey(l.Sheet)).Distinct().ToList();
        var sheets = await db.EvaluationSheets.AsNoTracking().Where(s => s.RoundId == round.Id && keys.Contains(s.Key)).Include(s => s.Answers).Include(s => s.Stages).AsSplitQuery().ToDictionaryAsync(s => s.Key.Value);
        var ids = sheets.Values.Select(s => s.Id).ToList();
        var rows = (await SheetRows.Read(db, db.EvaluationSheets.Where(s => ids.Contains(s.Id)), reach.Year)).ToDictionary(r => r.Key.Value);
        var changes = new List<WorkbookChange>();
        foreach (var group in lines.GroupBy(l => (l.Sheet, l.Worksheet)))
            if (!sheets.TryGetValue(group.Key.Sheet, out var sheet))
                changes.Add(new(WorkbookChangeKind.Wrong, group.Key.Worksheet, null, null, Problem: Refusals.WorkbookSheetGone(group.Key.Worksheet)));
            else
                changes.AddRange(await OfSheet(new(sheet, round, await forms.Read(db, sheet.FormId), rows[group.Key.Sheet].Owner), rows[group.Key.Sheet].Name, [.. group]));
        return changes;
    }

    private async Task<IReadOnlyList<WorkbookChange>> OfSheet(OpenSheet open, string name, IReadOnlyList<WorkbookLine> lines)
    {
        var stage = lines[0].Stage;
        if (!open.Sheet.Stages.Any(s => s.Stage == stage))
            return [new(WorkbookChangeKind.Wrong, name, open.Sheet.Key.Value, null, Problem: Refusals.StageGone)];
        if ((await reach.GroundsToAnswer(open.RoundStageOf(stage), open.Owner)).Count == 0)
            return [new(WorkbookChangeKind.Wrong, name, open.Sheet.Key.Value, null, Problem: Refusals.SheetOfOthers)];
        var changes = lines.Select(l => Judge(open, name, l)).ToList();
        // why: what was not written in needs no leave; a submitted sheet that stayed as it was is no error.
        return open.Sheet.WhyNotWrite(open.Round, stage, signedIn.Today) is { } closed ? changes.ConvertAll(c => c.Kind == WorkbookChangeKind.Same ? c : c with { Kind = WorkbookChangeKind.Wrong, Problem = closed }) : changes;
    }

    private static WorkbookChange Judge(OpenSheet open, string name, WorkbookLine line)
    {
        var question = open.Form.Questions.FirstOrDefault(q => q.Key.Value == line.Question && q.IsAnswered && q.Stages.Contains(line.Stage));
        var saved = question is null ? null : open.Sheet.Find(question.Key, line.Stage);
        var change = new WorkbookChange(WorkbookChangeKind.Wrong, name, open.Sheet.Key.Value, line, question, saved);
        try
        {
            return question is null ? change with { Problem = Refusals.QuestionNotAsked } : Compare(open.Form, line, question, change);
        }
        catch (RefusalException refused)
        {
            return change with { Problem = refused.Refusal };
        }
    }

    private static WorkbookChange Compare(EvaluationForm form, WorkbookLine line, FormQuestion question, WorkbookChange change)
    {
        (line.IsBroken ? Refusals.WorkbookCellUncalculated(question.Label) : line.Confirm is not (null or WorkbookLine.Yes) ? Refusals.WorkbookConfirmUnread(question.Label, line.Confirm) : null).ThrowIfAny();
        var (saved, after) = (change.Saved, line.ValueFor(form, question));
        var (there, confirms) = (saved?.Value ?? AnswerValue.Empty, line.Confirm == WorkbookLine.Yes && saved?.CarriedFrom is not null);
        var wasTouched = WorkbookLine.MarkOf(after) != line.Mark;
        if (WorkbookLine.MarkOf(after) == WorkbookLine.MarkOf(there) ? !confirms : !wasTouched && !confirms)
            return change with { Kind = WorkbookChangeKind.Same, After = after };
        (after.WhyNot(question, form.ChoicesOf(question)) ?? (after.Text?.Length > question.LongestText ? Refusals.TextTooLong(question.Label, question.LongestText!.Value, after.Text.Length) : null)).ThrowIfAny();
        var kind = (saved?.Revision ?? 0) != line.Seen ? WorkbookChangeKind.Conflict : !wasTouched ? WorkbookChangeKind.Confirmed : there.IsEmpty ? WorkbookChangeKind.New : WorkbookChangeKind.Changed;
        return change with { Kind = kind, After = after, Line = line with { Shown = kind == WorkbookChangeKind.Conflict ? saved?.Revision ?? 0 : null } };
    }
}
