using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Organization;

namespace Shirube.Office.Common;

/// <summary>Days that the plans and the mayor's term set within a year, and drafts the person began.</summary>
internal sealed class PlanDaysDue(OfficeDb db, OfficeState state) : IDueSource
{
    private const int MonthsAhead = 12;

    public async Task<IReadOnlyList<DueThing>> Due(WorkScope scope)
    {
        var (me, until) = (scope.Person, scope.Today.AddMonths(MonthsAhead));
        var (first, last) = (scope.Year, FiscalYear.Of(until));
        var plans = await db.Plans.AsNoTracking().Select(p => new
        {
            p.Key, p.Name, p.Last,
            IsMyDraft = db.Editions.Any(e => e.PlanId == p.Id && e.Opening == null && e.Takeover == null && db.ChangeEntries.Any(c => c.AggregateId == (Guid)(object)e.Id && c.By == me)),
        }).Where(p => p.IsMyDraft || (p.Last != null && p.Last >= first && p.Last <= last)).ToListAsync();
        return
        [
            .. plans.Where(p => p.Last is { } end && end.LastDay <= until).Select(p => new DueThing(DueFrom.Nobody, $"「{p.Name}」の期間の終わり", $"~/plans/{p.Key}", p.Last!.Value.LastDay, $"{p.Last.Value.Era}の末で期間が終わります。")),
            .. plans.Where(p => p.IsMyDraft && scope.May(Operation.EditPlan)).Select(p => new DueThing(DueFrom.Me, $"「{p.Name}」の作業中の版", $"~/plans/{p.Key}", What: "自分が手を入れた下書きです。公開の手続きに入れるまで、市民には見えません。")),
            .. (await state.Counts()).MayoralTermEnd is { } end && end <= until ? [new DueThing(DueFrom.Nobody, "首長任期の終わり", "~/terms", end, "計画の期間とは別の日です。")] : Array.Empty<DueThing>(),
        ];
    }
}
