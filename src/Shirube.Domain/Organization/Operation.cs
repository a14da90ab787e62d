namespace Shirube.Domain.Organization;

/// <summary>What can be done in the office; every office endpoint names one as its policy.</summary>
public enum Operation
{
    Read,
    EditProject,
    EditPlan,
    Import,
    CallForEntries,
    Publish,
    ManageDepartments,
    ManagePeople,
}

/// <summary>How far a permission reaches.</summary>
public enum Scope
{
    None,
    OwnDepartment,
    All,
}
