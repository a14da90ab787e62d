using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Organization;
using Shirube.Domain.Projects;

namespace Shirube.Office.Organization;

/// <summary>Which departments an operation of the signed-in person reaches today.</summary>
public sealed class Reach(OfficeDb db, SignedIn signedIn)
{
    private PersonReach? mine;

    public FiscalYear Year => FiscalYear.Of(signedIn.Today);

    private PersonReach Mine => mine ??= new(db, signedIn.Person, signedIn.Today);

    public async Task<bool> Includes(Operation operation, DepartmentId? department) => (await Mine.GroundsFor(operation, department)).Count > 0;

    /// <summary>The posts by which the operation reaches a project; none where it does not.</summary>
    public Task<IReadOnlyList<Ground>> GroundsFor(Operation operation, Project project) => Mine.GroundsFor(operation, Mine.OwnerOf(project));

    /// <summary>The posts by which the operation reaches what belongs to a department; to none where it is null.</summary>
    public Task<IReadOnlyList<Ground>> GroundsFor(Operation operation, DepartmentId? department) => Mine.GroundsFor(operation, department);

    /// <summary>The posts by which the operation reaches what belongs to no department.</summary>
    public Task<IReadOnlyList<Ground>> GroundsFor(Operation operation) => Mine.GroundsFor(operation, null);

    public Task<bool> Includes(Operation operation, Project project) => Includes(operation, Mine.OwnerOf(project));

    /// <summary>Throws the refusal that the page shows as 403 when the project is another department's.</summary>
    public async Task Demand(Operation operation, Project project)
    {
        var grounds = await GroundsFor(operation, project);
        if (grounds.Count == 0)
            throw new RefusalException(Refusals.OtherDepartment(project.Name));
        signedIn.ActBy(grounds);
    }

    public Task<IReadOnlySet<DepartmentId>> Own(Operation operation) => Mine.Own(operation);
}
