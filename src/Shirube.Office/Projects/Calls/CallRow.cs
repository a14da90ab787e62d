using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Indicators;
using Shirube.Domain.Organization;
using Shirube.Domain.Projects;

namespace Shirube.Office.Projects.Calls;

/// <summary>One project that a call asks about: whose it is, which of the asked fields are blank, and whether the department said there is nothing to fill in.</summary>
public sealed record CallRow
{
    public required EntryCallId CallId { get; init; }
    public required PublicKey CallKey { get; init; }
    public required string CallTitle { get; init; }
    public required DateOnly Due { get; init; }
    public required EntryFields Fields { get; init; }
    public required FiscalYear? Year { get; init; }
    public required bool IsSample { get; init; }
    public required ProjectId ProjectId { get; init; }
    public required PublicKey Key { get; init; }
    public required string? Number { get; init; }
    public required string Name { get; init; }
    public required DepartmentId? Owner { get; init; }
    public required string? NotApplicable { get; init; }
    /// <summary>Indicators of the project without a value of the call's year.</summary>
    public required int BlankIndicators { get; init; }
    public required EntryFields Filled { get; init; }

    public EntryFields Blank => NotApplicable is not null ? EntryFields.None : Fields & ~Filled & ~(BlankIndicators == 0 ? EntryFields.Actuals : EntryFields.None);

    public bool IsOpen => Blank != EntryFields.None;
}

/// <summary>What calls ask, read from the projects themselves: one query for any number of calls.</summary>
internal static class CallRows
{
    public static async Task<IReadOnlyList<CallRow>> Read(OfficeDb db, IQueryable<EntryCall> calls, FiscalYear today, IReadOnlyCollection<DepartmentId>? of = null)
    {
        var rows = from c in calls.AsNoTracking()
                   from p in db.Projects
                   let owner = p.Ownerships.Where(o => o.From <= today).OrderByDescending(o => o.From).Select(o => (DepartmentId?)o.DepartmentId).FirstOrDefault()
                   where c.Asked.Any(a => a.DepartmentId == owner)
                       && (c.Class == null || p.Class == c.Class)
                       && (c.RunsIn == null || p.Period.First == null || p.Period.First <= c.RunsIn)
                       && (c.RunsIn == null || p.Period.Last == null || p.Period.Last >= c.RunsIn)
                   select new
                   {
                       c.Id, CallKey = c.Key, c.Title, c.Due, c.Fields, c.Year, c.IsSample, ProjectId = p.Id, p.Key, p.Number, p.Name, Owner = owner,
                       NotApplicable = c.Statements.Where(s => s.ProjectId == p.Id).Select(s => s.Reason).FirstOrDefault(),
                       BlankIndicators = db.Set<IndicatorUse>().Count(u => u.ProjectId == p.Id && !db.Set<Actual>().Any(a => a.IndicatorId == u.IndicatorId && a.FiscalYear == c.Year)),
                       Outline = p.Text.Outline != null, Target = p.Text.Target != null, Intent = p.Text.Intent != null,
                       Means = p.Text.Means != null, MeansPlanned = p.Text.MeansPlanned != null, Result = p.Text.Result != null,
                       LegalBasis = p.LegalBasis != null, Class = p.Class != null, Contact = p.InternalContact != null,
                       Period = p.Period.First != null, Lines = p.BudgetLines.Any(), Placement = p.Placements.Any(),
                       Initial = p.Money.Any(m => m.FiscalYear == c.Year && m.Stage == MoneyStage.Initial && (m.Kind == MoneyKind.Total || CostCheck.Sources.Contains(m.Kind))),
                       Settled = p.Money.Any(m => m.FiscalYear == c.Year && m.Stage == MoneyStage.Settled && (m.Kind == MoneyKind.Total || CostCheck.Sources.Contains(m.Kind))),
                   };
        if (of is not null)
            rows = rows.Where(r => r.Owner != null && of.Contains(r.Owner.Value));
        return [.. (await rows.ToListAsync()).Select(r => new CallRow
        {
            CallId = r.Id, CallKey = r.CallKey, CallTitle = r.Title, Due = r.Due, Fields = r.Fields, Year = r.Year, IsSample = r.IsSample,
            ProjectId = r.ProjectId, Key = r.Key, Number = r.Number, Name = r.Name, Owner = r.Owner, NotApplicable = r.NotApplicable, BlankIndicators = r.BlankIndicators,
            Filled = Filled([(r.Outline, EntryFields.Outline), (r.Target, EntryFields.Target), (r.Intent, EntryFields.Intent), (r.Means, EntryFields.Means), (r.MeansPlanned, EntryFields.MeansPlanned),
                (r.Result, EntryFields.Result), (r.LegalBasis, EntryFields.LegalBasis), (r.Class, EntryFields.Class), (r.Contact, EntryFields.Contact), (r.Period, EntryFields.Period), (r.Lines, EntryFields.BudgetLines),
                (r.Placement, EntryFields.Placement), (r.Initial, EntryFields.InitialBudget), (r.Settled, EntryFields.Settlement)]),
        }).OrderBy(r => r.Due).ThenBy(r => r.CallId.Value).ThenBy(r => r.Number is null).ThenBy(r => r.Number?.Length).ThenBy(r => r.Number, StringComparer.Ordinal).ThenBy(r => r.ProjectId.Value)];
    }

    private static EntryFields Filled((bool Is, EntryFields Field)[] all) => all.Where(f => f.Is).Aggregate(EntryFields.None, (sum, f) => sum | f.Field);
}
