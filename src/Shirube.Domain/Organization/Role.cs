namespace Shirube.Domain.Organization;

/// <summary>What a person is in the office. One person may hold several, each for a department and a time.</summary>
public enum Role
{
    /// <summary>政策企画課: everything about plans, projects, import and release.</summary>
    PlanningOffice,
    /// <summary>財政課: reads everything, will appraise money.</summary>
    Finance,
    /// <summary>所管課の入力担当: edits the projects of the own department and below.</summary>
    Entrant,
    /// <summary>課長・部長: as the entrant, and will approve.</summary>
    DepartmentHead,
    /// <summary>Reads everything, changes nothing.</summary>
    Reader,
    /// <summary>Departments, people and the installation; not the plan's content.</summary>
    Administrator,
}
