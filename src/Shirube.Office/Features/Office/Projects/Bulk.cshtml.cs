using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Organization;
using Shirube.Domain.Projects;
using Shirube.Office.Lists;
using Shirube.Office.Lists.Bulk;
using Shirube.Office.Organization;
using Shirube.Office.Projects;

namespace Shirube.Office.Features.Office;

[Authorize(Policy = nameof(Operation.EditProject))]
public sealed class BulkProjectsPage(OfficeDb db, OfficeLists lists, Reach reach, SignedIn signedIn) : BulkPage<Project>(db, lists, signedIn)
{
    protected override ListOf<Project> Make(ListSetting setting) => new ProjectFields { Setting = setting };

    protected override async Task<IReadOnlyList<BulkField<Project>>> Fields(ListSetting setting) => ProjectBulk.Fields(setting, await ProjectChoices.Read(Db, reach, SignedIn));

    protected override IQueryable<Project> Whole(IQueryable<Project> rows) => rows.Include(p => p.Ownerships).Include(p => p.Placements).OrderBy(p => p.Number == null).ThenBy(p => p.Number!.Length).ThenBy(p => p.Number).ThenBy(p => p.Id).AsSplitQuery();

    protected override IQueryable<Project> These(IReadOnlyCollection<PublicKey> keys) => Db.Projects.Where(p => keys.Contains(p.Key));

    protected override (PublicKey Key, string Name) NameOf(Project record) => (record.Key, record.Name);

    protected override Task<IReadOnlyList<Ground>> GroundsFor(Project record) => reach.GroundsFor(Operation.EditProject, record);

    protected override Refusal WhyNot(Project record) => Refusals.OtherDepartment(record.Name);
}
