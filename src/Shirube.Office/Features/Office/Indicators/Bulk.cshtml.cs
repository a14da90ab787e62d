using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Indicators;
using Shirube.Domain.Organization;
using Shirube.Domain.Projects;
using Shirube.Office.Indicators;
using Shirube.Office.Lists;
using Shirube.Office.Lists.Bulk;
using Shirube.Office.Organization;

namespace Shirube.Office.Features.Office;

[Authorize(Policy = nameof(Operation.EditProject))]
public sealed class BulkIndicatorsPage(OfficeDb db, OfficeLists lists, Reach reach, SignedIn signedIn) : BulkPage<Indicator>(db, lists, signedIn)
{
    private IReadOnlyDictionary<ProjectId, IReadOnlyList<Ground>>? projects;

    protected override ListOf<Indicator> Make(ListSetting setting) => new IndicatorFields { Setting = setting, Db = Db };

    protected override async Task<IReadOnlyList<BulkField<Indicator>>> Fields(ListSetting setting) =>
        IndicatorBulk.Fields(setting, await Db.Indicators.Where(i => i.Unit != null).GroupBy(i => i.Unit!).OrderByDescending(g => g.Count()).ThenBy(g => g.Key).Select(g => g.Key).Take(100).ToListAsync());

    protected override IQueryable<Indicator> Whole(IQueryable<Indicator> rows) => rows.Include(i => i.Actuals).Include(i => i.Uses).OrderBy(i => i.Name).ThenBy(i => i.Id).AsSplitQuery();

    protected override IQueryable<Indicator> These(IReadOnlyCollection<PublicKey> keys) => Db.Indicators.Where(i => keys.Contains(i.Key));

    protected override (PublicKey Key, string Name) NameOf(Indicator record) => (record.Key, record.Name);

    protected override async Task<IReadOnlyList<Ground>> GroundsFor(Indicator record) =>
        await reach.GroundsFor(projects ??= await reach.GroundsByProject(Db.Projects), record);

    protected override Refusal WhyNot(Indicator record) => Refusals.IndicatorOfOthers(record.Name);
}
