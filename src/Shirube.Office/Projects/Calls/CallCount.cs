using Shirube.Domain.Organization;
using Shirube.Domain.Projects;

namespace Shirube.Office.Projects.Calls;

/// <summary>How far a call is: projects filled in, still open, and said to be 該当なし.</summary>
public sealed record CallCount(int Done, int Open, int NotApplicable)
{
    public int All => Done + Open + NotApplicable;

    public static CallCount Of(IReadOnlyCollection<CallRow> rows) =>
        new(rows.Count(r => !r.IsOpen && r.NotApplicable is null), rows.Count(r => r.IsOpen), rows.Count(r => r.NotApplicable is not null));

    public string Words => Open == 0 ? $"すべて終わりました({All:#,0}件)" : $"{All:#,0}件のうち残り{Open:#,0}件";
}

/// <summary>One department's line of a call's board.</summary>
public sealed record CallBoardLine(DepartmentId Department, string Name, CallCount Count, DateTime? TouchedAtUtc);
