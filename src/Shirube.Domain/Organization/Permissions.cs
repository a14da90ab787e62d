using System.Collections.Frozen;

namespace Shirube.Domain.Organization;

/// <summary>Which role may do what, and how far. The one table: pages, API and the explain screen all read it.</summary>
public static class Permissions
{
    private static readonly FrozenDictionary<(Role, Operation), Scope> Table = new Dictionary<(Role, Operation), Scope>
    {
        [(Role.PlanningOffice, Operation.Read)] = Scope.All,
        [(Role.PlanningOffice, Operation.EditProject)] = Scope.All,
        [(Role.PlanningOffice, Operation.EditPlan)] = Scope.All,
        [(Role.PlanningOffice, Operation.Import)] = Scope.All,
        [(Role.PlanningOffice, Operation.CallForEntries)] = Scope.All,
        [(Role.PlanningOffice, Operation.RunEvaluation)] = Scope.All,
        [(Role.PlanningOffice, Operation.AnswerSheet)] = Scope.All,
        [(Role.PlanningOffice, Operation.ApproveSheet)] = Scope.All,
        [(Role.PlanningOffice, Operation.Publish)] = Scope.All,
        [(Role.PlanningOffice, Operation.ManageDepartments)] = Scope.All,
        [(Role.PlanningOffice, Operation.ManagePeople)] = Scope.All,
        [(Role.Finance, Operation.Read)] = Scope.All,
        [(Role.Entrant, Operation.Read)] = Scope.All,
        [(Role.Entrant, Operation.EditProject)] = Scope.OwnDepartment,
        [(Role.Entrant, Operation.AnswerSheet)] = Scope.OwnDepartment,
        [(Role.DepartmentHead, Operation.Read)] = Scope.All,
        [(Role.DepartmentHead, Operation.EditProject)] = Scope.OwnDepartment,
        [(Role.DepartmentHead, Operation.AnswerSheet)] = Scope.OwnDepartment,
        [(Role.DepartmentHead, Operation.ApproveSheet)] = Scope.OwnDepartment,
        [(Role.Reader, Operation.Read)] = Scope.All,
        [(Role.Administrator, Operation.Read)] = Scope.All,
        [(Role.Administrator, Operation.ManageDepartments)] = Scope.All,
        [(Role.Administrator, Operation.ManagePeople)] = Scope.All,
    }.ToFrozenDictionary();

    public static Scope ScopeOf(Role role, Operation operation) => Table.GetValueOrDefault((role, operation), Scope.None);
}
