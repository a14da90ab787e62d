using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.Rendering;
using Shirube.Domain.Common;
using Shirube.Domain.Evaluation;
using Shirube.Domain.Organization;
using Shirube.Domain.Plans;
using Shirube.Office.Common;

namespace Shirube.Office.Evaluation;

/// <summary>A round as somebody types it: its name, what it is about, its stages.</summary>
public sealed class RoundForm
{
    public static readonly IReadOnlyList<SelectListItem> Whom = [.. Enum.GetValues<ProjectScope>().Reverse().Select(s => new SelectListItem(RoundWords.Of(s), s.ToString()))];

    [Display(Name = "名前")] public string? Name { get; set; }
    [Display(Name = "説明")] public string? Explanation { get; set; }
    [Display(Name = "事務事業")] public string? Projects { get; set; } = nameof(ProjectScope.Running);
    [Display(Name = "区分でしぼる")] public string? Class { get; set; }
    [Display(Name = "部課でしぼる")] public string? Department { get; set; }
    /// <summary>The ids of the levels whose items get a sheet.</summary>
    public List<Guid> Levels { get; set; } = [];
    public List<StageForm> Stages { get; set; } = [];

    public RoundTargets Targets => new(new(Enum.TryParse<ProjectScope>(Projects, out var scope) ? scope : ProjectScope.Running, Blank.ToNull(Class), Guid.TryParse(Department, out var id) ? DepartmentId.From(id) : null), [.. Levels.Select(LevelId.From)]);
}

/// <summary>One stage of a round as typed.</summary>
public sealed class StageForm
{
    public static readonly IReadOnlyList<SelectListItem> Actors = [.. Enum.GetValues<StageActor>().Select(a => new SelectListItem(RoundWords.Of(a), a.ToString()))];
    public static readonly IReadOnlyList<SelectListItem> Scopes = [.. Enum.GetValues<StageScope>().Select(s => new SelectListItem(RoundWords.Of(s), s.ToString()))];
    public static readonly IReadOnlyList<SelectListItem> Approvals = [new("承認はいらない", "no"), new("課長・部長の承認がいる", "yes")];
    public static readonly IReadOnlyList<SelectListItem> Lates = [new("受け付け、期限後と記す", "mark"), new("受け付けない", "refuse")];

    public string Name { get; set; } = "";
    [Display(Name = "答える人")] public string? Actor { get; set; }
    [Display(Name = "承認")] public string? Approval { get; set; }
    [Display(Name = "始まる日")] public DateOnly? OpensOn { get; set; }
    [Display(Name = "期限")] public DateOnly? Due { get; set; }
    [Display(Name = "期限のあと")] public string? Late { get; set; }
    [Display(Name = "対象のシート")] public string? Scope { get; set; }
    [Display(Name = "抽出の割合")] public string? Percent { get; set; }

    /// <summary>A stage as its name suggests it is meant.</summary>
    public static StageForm Suggest(string name, DateOnly due) => new() { Name = name, Actor = ActorOf(name).ToString(), Approval = "no", Due = due, Late = "mark", Scope = nameof(StageScope.All) };

    public static StageForm Of(StageSpec spec) => new()
    {
        Name = spec.Name, Actor = spec.Actor.ToString(), Approval = spec.NeedsApproval ? "yes" : "no", OpensOn = spec.OpensOn, Due = spec.Due, Late = spec.TakesLate ? "mark" : "refuse", Scope = spec.Scope.ToString(), Percent = spec.DrawnPercent?.ToString(System.Globalization.CultureInfo.InvariantCulture),
    };

    public StageSpec Spec() => new(Name, Enum.TryParse<StageActor>(Actor, out var actor) ? actor : StageActor.Department, Approval == "yes", OpensOn, Due ?? throw new RefusalException(Refusals.StageDayMissing(Name)), Late != "refuse",
        Enum.TryParse<StageScope>(Scope, out var scope) ? scope : StageScope.All, scope == StageScope.Drawn ? Typed.Whole(Percent) : null);

    /// <summary>How the fields read on the conflict page.</summary>
    internal IEnumerable<FormField> Fields(string at) =>
    [
        new($"{at}.Name", "段階", Name), new($"{at}.Actor", $"{Name}の答える人", Actor, Shown(Actors, Actor)), new($"{at}.Approval", $"{Name}の承認", Approval, Shown(Approvals, Approval)),
        new($"{at}.OpensOn", $"{Name}の始まる日", Day(OpensOn)), new($"{at}.Due", $"{Name}の期限", Day(Due)), new($"{at}.Late", $"{Name}の期限のあと", Late, Shown(Lates, Late)),
        new($"{at}.Scope", $"{Name}の対象のシート", Scope, Shown(Scopes, Scope)), new($"{at}.Percent", $"{Name}の抽出の割合", Percent),
    ];

    private static string? Shown(IReadOnlyList<SelectListItem> items, string? value) => items.FirstOrDefault(i => i.Value == value)?.Text;

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static StageActor ActorOf(string name) =>
        name.Contains("外部", StringComparison.Ordinal) ? StageActor.Outside
        : name.Contains("課長", StringComparison.Ordinal) || name.Contains("部長", StringComparison.Ordinal) || name.Contains("所属長", StringComparison.Ordinal) ? StageActor.DepartmentHead
        : name.Contains("二次", StringComparison.Ordinal) || name.Contains("最終", StringComparison.Ordinal) || name.Contains("企画", StringComparison.Ordinal) || name.Contains("財政", StringComparison.Ordinal) ? StageActor.PlanningOffice : StageActor.Department;
}
