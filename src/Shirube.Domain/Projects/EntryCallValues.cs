using Shirube.Domain.Common;
using Shirube.Domain.Organization;

namespace Shirube.Domain.Projects;

/// <summary>What a call asks to be filled in; several together.</summary>
[Flags]
public enum EntryFields
{
    None = 0,
    /// <summary>概要</summary>
    Outline = 1,
    /// <summary>対象</summary>
    Target = 2,
    /// <summary>意図</summary>
    Intent = 4,
    /// <summary>手段</summary>
    Means = 8,
    /// <summary>今年度の計画</summary>
    MeansPlanned = 16,
    /// <summary>結果</summary>
    Result = 32,
    /// <summary>根拠</summary>
    LegalBasis = 64,
    /// <summary>区分</summary>
    Class = 128,
    /// <summary>期間</summary>
    Period = 256,
    /// <summary>予算科目</summary>
    BudgetLines = 512,
    /// <summary>連絡先</summary>
    Contact = 1024,
    /// <summary>計画の中の位置</summary>
    Placement = 2048,
    /// <summary>当初予算額 of the call's year</summary>
    InitialBudget = 4096,
    /// <summary>決算額 of the call's year</summary>
    Settlement = 8192,
    /// <summary>実績値 of the call's year of every indicator of the project</summary>
    Actuals = 16384,
}

public static class EntryFieldsExtensions
{
    public static readonly IReadOnlyList<EntryFields> Single = [.. Enum.GetValues<EntryFields>().Where(f => f != EntryFields.None)];

    /// <summary>Whether a year must be named to know what is asked for.</summary>
    public static bool NeedsYear(this EntryFields fields) => (fields & (EntryFields.InitialBudget | EntryFields.Settlement | EntryFields.Actuals)) != EntryFields.None;

    public static IEnumerable<EntryFields> Each(this EntryFields fields) => Single.Where(f => fields.HasFlag(f));
}

/// <summary>What somebody who opens a call wants.</summary>
public sealed record CallWish(string? Title, string? Explanation, EntryFields Fields, FiscalYear? Year, string? Class, FiscalYear? RunsIn, DateOnly? Due);

/// <summary>Who opened a call, and when. Nobody where a command did it.</summary>
public sealed record CallOpening(PersonId? By, DateTime AtUtc);

/// <summary>Who closed a call, and when.</summary>
public sealed record CallClosing(PersonId By, DateTime AtUtc);

/// <summary>A department a call is made to.</summary>
public sealed class AskedDepartment : IPartOf<EntryCall>
{
    internal AskedDepartment(EntryCallId callId, DepartmentId departmentId)
    {
        CallId = callId;
        DepartmentId = departmentId;
    }

    public EntryCallId CallId { get; private set; }
    public DepartmentId DepartmentId { get; private set; }
}

/// <summary>該当なし: a department's own word that a call asks nothing of a project, with who, when and why.</summary>
public sealed class NotApplicable : IPartOf<EntryCall>
{
    internal NotApplicable(EntryCallId callId, ProjectId projectId, string reason, PersonId by, DateTime atUtc)
    {
        CallId = callId;
        ProjectId = projectId;
        Reason = reason;
        By = by;
        AtUtc = atUtc;
    }

    public EntryCallId CallId { get; private set; }
    public ProjectId ProjectId { get; private set; }
    public string Reason { get; private set; }
    public PersonId By { get; private set; }
    public DateTime AtUtc { get; private set; }
}
