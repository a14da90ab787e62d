using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Evaluation;
using Shirube.Domain.Indicators;
using Shirube.Domain.Organization;
using Shirube.Domain.Projects;
using Shirube.Office.Common;
using Shirube.Office.Links;
using Shirube.Office.Organization;

namespace Shirube.Office.Features.Office;

[Authorize(Policy = nameof(Operation.Read))]
public sealed class ProjectHistoryPage(OfficeDb db, SignedIn signedIn) : HistoryPage(db, signedIn)
{
    [BindProperty(SupportsGet = true)]
    public string Key { get; set; } = "";

    public override IReadOnlyList<string> Kinds => [nameof(Project), nameof(Indicator), nameof(EvaluationFact), .. LinkRecords.Kinds];

    protected override async Task<HistorySubject?> Find() =>
        await Db.Projects.AsNoTracking().Where(p => p.Key == new PublicKey(Key)).Select(p => new
        {
            p.Id,
            p.Name,
            Indicators = Db.Set<IndicatorUse>().Where(u => u.ProjectId == p.Id).Select(u => u.IndicatorId).ToList(),
            Evaluations = Db.EvaluationFacts.Where(e => e.ProjectId == p.Id).Select(e => e.Id).ToList(),
        }).AsSingleQuery().SingleOrDefaultAsync() is not { } found ? null
            : new(found.Name, "projects", [new("事務事業", "~/projects")], $"~/projects/{Key}", found.Id.Value, [.. found.Indicators.Select(i => i.Value), .. found.Evaluations.Select(e => e.Value), .. await Db.LinksEver(found.Id)], SignedIn.May(Operation.EditPlan) && SignedIn.MayDo(Operation.EditProject).Scope == Scope.All);
}
