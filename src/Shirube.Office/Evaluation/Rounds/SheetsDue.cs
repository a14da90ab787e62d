using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Evaluation;
using Shirube.Domain.Organization;
using Shirube.Office.Common;

namespace Shirube.Office.Evaluation;

/// <summary>Open rounds: the sheets that wait for the person's departments, those to be approved, and to who runs the evaluation how far each stage is.</summary>
internal sealed class SheetsDue(OfficeDb db) : IDueSource
{
    public async Task<IReadOnlyList<DueThing>> Due(WorkScope scope)
    {
        if (!scope.May(Operation.AnswerSheet))
            return [];
        var mine = await scope.Departments();
        var open = await OpenSheets.Read(db, scope.Year, scope.May(Operation.RunEvaluation) ? null : mine);
        return [.. open.Things(new(scope.Today, mine, scope.May))];
    }
}

/// <summary>Who asks what is due: the day, the departments the person works for, what the person may do.</summary>
internal sealed record DueAsker(DateOnly Today, IReadOnlySet<DepartmentId> Departments, Func<Operation, bool> May);

/// <summary>The open rounds with their sheets, read once for one person or for everybody.</summary>
internal sealed record OpenSheets(IReadOnlyList<EvaluationRound> Rounds, ILookup<EvaluationRoundId, SheetRow> Rows)
{
    public static async Task<OpenSheets> Read(OfficeDb db, FiscalYear year, IReadOnlySet<DepartmentId>? of)
    {
        var rounds = await db.EvaluationRounds.AsNoTracking().Where(r => r.Closed == null).Include(r => r.Stages).ToListAsync();
        var ids = rounds.ConvertAll(r => r.Id);
        return new(rounds, (rounds.Count == 0 ? [] : await SheetRows.Read(db, db.EvaluationSheets.Where(s => ids.Contains(s.RoundId)), year, of)).ToLookup(r => r.RoundId));
    }

    public IEnumerable<DueThing> Things(DueAsker asker) => asker.May(Operation.AnswerSheet) ? Rounds.SelectMany(r => Things(r, [.. Rows[r.Id]], asker.Departments, asker)) : [];

    private static IEnumerable<DueThing> Things(EvaluationRound round, List<SheetRow> rows, IReadOnlySet<DepartmentId> mine, DueAsker scope)
    {
        var (approves, runs) = (scope.May(Operation.ApproveSheet), scope.May(Operation.RunEvaluation));
        foreach (var stage in round.InOrder)
        {
            var own = StageCount.Of(rows.Where(r => r.Owner is { } owner && mine.Contains(owner)), stage, round, scope.Today);
            if (own.Open > 0 && (stage.Actor == StageActor.Department || (stage.Actor == StageActor.DepartmentHead && approves)))
                yield return new(DueFrom.MyDepartment, $"{round.Name} {stage.Name}", $"~/evaluations/{round.Key}#mine", stage.Due, $"評価シート{own.All:#,0}枚のうち残り{own.Open:#,0}枚{(own.SentBack > 0 ? $"(差し戻し{own.SentBack:#,0}枚)" : "")}", own.Open, own.All, round.IsSample);
            if (own.ToApprove > 0 && approves)
                yield return new(DueFrom.Me, $"{round.Name} {stage.Name}の承認", $"~/evaluations/{round.Key}/sheets?state={nameof(SheetState.Submitted)}", stage.Due, $"承認を待つシートが{own.ToApprove:#,0}枚", own.ToApprove, own.All, round.IsSample);
            var all = StageCount.Of(rows, stage, round, scope.Today);
            if (runs && all.Open > 0)
                yield return new(DueFrom.Me, $"{round.Name} {stage.Name}", $"~/evaluations/{round.Key}#board", stage.Due, stage.Actor is StageActor.PlanningOffice or StageActor.Outside ? $"答えを待つシートが{all.Open:#,0}枚" : $"提出を集めています。{all.All:#,0}枚のうち残り{all.Open:#,0}枚", all.Open, all.All, round.IsSample);
        }
    }
}
