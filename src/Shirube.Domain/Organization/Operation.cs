namespace Shirube.Domain.Organization;

/// <summary>What can be done in the office; every office endpoint names one as its policy.</summary>
public enum Operation
{
    Read,
    EditProject,
    EditPlan,
    Import,
    CallForEntries,
    /// <summary>Opens and closes rounds of evaluation, and answers their stages of the planning office.</summary>
    RunEvaluation,
    /// <summary>Answers the department's stages of its sheets.</summary>
    AnswerSheet,
    /// <summary>Approves sheets, sends them back, and answers the stages of the head of a department.</summary>
    ApproveSheet,
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
