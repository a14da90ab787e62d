using Shirube.Domain.Common;
using Shirube.Domain.Organization;

namespace Shirube.Domain.Projects;

/// <summary>入力の依頼: the planning office asks departments to fill in named fields of their projects by a day. What is done is seen in the projects themselves; only 「該当なし」 is stated here.</summary>
public sealed class EntryCall : Aggregate
{
    public const int LongestTitle = 100;
    public const int LongestReason = 500;

    private readonly List<AskedDepartment> asked = [];
    private readonly List<NotApplicable> statements = [];

    private EntryCall(EntryCallId id, PublicKey key, string title, EntryFields fields, DateOnly due)
    {
        Id = id;
        Key = key;
        Title = title;
        Fields = fields;
        Due = due;
        Opened = null!;
    }

    public EntryCallId Id { get; private set; }
    public PublicKey Key { get; private set; }
    public string Title { get; private set; }
    /// <summary>What the departments should know before they begin.</summary>
    public string? Explanation { get; private set; }
    public EntryFields Fields { get; private set; }
    /// <summary>The year whose figures are asked for; null where no figure is asked for.</summary>
    public FiscalYear? Year { get; private set; }
    /// <summary>Only projects of this class; null for all.</summary>
    public string? Class { get; private set; }
    /// <summary>Only projects that, as far as is known, run in this year; null for all.</summary>
    public FiscalYear? RunsIn { get; private set; }
    /// <summary>The last day, included.</summary>
    public DateOnly Due { get; private set; }
    /// <summary>Invented content of the demonstration, shown with the mark 「サンプル」.</summary>
    public bool IsSample { get; private set; }
    public CallOpening Opened { get; private set; }
    public CallClosing? Closed { get; private set; }
    public IReadOnlyList<AskedDepartment> Asked => asked;
    public IReadOnlyList<NotApplicable> Statements => statements;

    /// <summary>Opens a call to the departments; each is named by itself, also where it lies below another.</summary>
    public static EntryCall Open(CallWish wish, IEnumerable<DepartmentId> departments, PersonId? by, DateTime nowUtc, bool isSample = false)
    {
        var named = departments.Distinct().ToList();
        WhyNotOpen(wish, named.Count, Tokyo.DayOf(nowUtc)).ThrowIfAny();
        var call = new EntryCall(EntryCallId.New(), PublicKey.New(), wish.Title!.Trim(), wish.Fields, wish.Due!.Value)
        {
            Explanation = Blank.ToNull(wish.Explanation), Year = wish.Fields.NeedsYear() ? wish.Year : null, Class = Blank.ToNull(wish.Class), RunsIn = wish.RunsIn,
            Opened = new(by, nowUtc), IsSample = isSample,
        };
        call.asked.AddRange(named.Select(d => new AskedDepartment(call.Id, d)));
        return call;
    }

    /// <summary>Asks one more department, that follows one that was asked. False where it is asked already.</summary>
    public bool AlsoAsk(DepartmentId department)
    {
        if (asked.Exists(a => a.DepartmentId == department))
            return false;
        asked.Add(new(Id, department));
        return true;
    }

    public void AskNoLonger(DepartmentId department) => asked.RemoveAll(a => a.DepartmentId == department);

    public static Refusal? WhyNotOpen(CallWish wish, int departments, DateOnly today) =>
        string.IsNullOrWhiteSpace(wish.Title) ? Refusals.NameMissing("依頼の題名")
        : wish.Title.Length > LongestTitle ? Refusals.TextTooLong("依頼の題名", LongestTitle, wish.Title.Length)
        : wish.Fields == EntryFields.None ? Refusals.CallWithoutFields
        : wish.Fields.NeedsYear() && wish.Year is null ? Refusals.CallWithoutYear
        : departments == 0 ? Refusals.CallWithoutDepartments
        : wish.Due is not { } due ? Refusals.CallWithoutDay
        : due < today ? Refusals.CallDayPast : null;

    /// <summary>Why the last day is not moved: only an open call's is, for a reason, to another day.</summary>
    public Refusal? WhyNotMove(DateOnly due, string? reason) =>
        Closed is not null ? Refusals.CallClosed(Title) : due == Due ? Refusals.CallDayUnchanged : string.IsNullOrWhiteSpace(reason) ? Refusals.CallReasonMissing : null;

    /// <summary>Moves the last day; the reason goes into the change log with the save.</summary>
    public void Move(DateOnly due, string? reason)
    {
        WhyNotMove(due, reason).ThrowIfAny();
        Due = due;
    }

    public void Close(PersonId by, DateTime nowUtc) => Closed ??= new(by, nowUtc);

    public void Reopen() => Closed = null;

    public Refusal? WhyNotState(string? reason) =>
        Closed is not null ? Refusals.CallClosed(Title)
        : string.IsNullOrWhiteSpace(reason) ? Refusals.CallReasonMissing
        : reason.Length > LongestReason ? Refusals.TextTooLong("理由", LongestReason, reason.Length) : null;

    /// <summary>A department says why there is nothing to fill in for a project.</summary>
    public void StateNotApplicable(ProjectId project, string? reason, PersonId by, DateTime nowUtc)
    {
        WhyNotState(reason).ThrowIfAny();
        statements.RemoveAll(s => s.ProjectId == project);
        statements.Add(new(Id, project, reason!.Trim(), by, nowUtc));
    }

    public void TakeBackStatement(ProjectId project) => statements.RemoveAll(s => s.ProjectId == project);
}
