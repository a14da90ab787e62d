using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Evaluation;

namespace Shirube.Office.Evaluation;

/// <summary>Saves chosen answers of a workbook, sheet by sheet; what is not right any more at that moment is left out.</summary>
public sealed class WorkbookTaking(OfficeDb db, SheetDesk desk)
{
    /// <summary>The lines that were saved.</summary>
    public async Task<IReadOnlySet<string>> Take(IReadOnlyList<WorkbookLine> lines)
    {
        var saved = new HashSet<string>(StringComparer.Ordinal);
        foreach (var sheet in lines.GroupBy(l => (l.Sheet, l.Stage)))
            saved.UnionWith(await OfSheet(new(sheet.Key.Sheet), sheet.Key.Stage, [.. sheet]));
        return saved;
    }

    private async Task<IReadOnlyList<string>> OfSheet(PublicKey key, int stage, IReadOnlyList<WorkbookLine> lines)
    {
        try
        {
            var answers = await desk.Change(key, open => desk.Answer(open, new() { Stage = stage, Answers = [.. lines.Select(l => TypedOf(open.Form, l))] }));
            return [.. (answers ?? []).Where(a => a.Outcome is { Theirs: null }).Select(a => $"{key}.{a.Question}")];
        }
        catch (RefusalException)
        {
            // why: the preview that follows says of each line left over why it was not taken.
            db.ChangeTracker.Clear();
            return [];
        }
    }

    private static TypedAnswer TypedOf(EvaluationForm form, WorkbookLine line) =>
        form.Questions.FirstOrDefault(q => q.Key.Value == line.Question) is { } question ? line.Typed(form, question) : new() { Question = line.Question };
}
