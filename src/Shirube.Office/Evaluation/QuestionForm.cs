using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.Rendering;
using Shirube.Domain.Evaluation;
using Shirube.Office.Common;

namespace Shirube.Office.Evaluation;

/// <summary>One question as typed. Choices stand one on a line, the meaning after a bar.</summary>
public sealed class QuestionForm
{
    public static readonly IReadOnlyList<SelectListItem> Kinds = [.. Enum.GetValues<QuestionKind>().Select(k => new SelectListItem(FormWords.Of(k), k.ToString()))];
    public static readonly IReadOnlyList<SelectListItem> Duties = [new("必ず答える", "required"), new("答えるかどうかは自由", "free")];
    public static readonly IReadOnlyList<SelectListItem> Audiences = [new("公表する", "public"), new("庁内だけ", "office")];
    public static readonly IReadOnlyList<SelectListItem> Reasons = [new("たずねない", "no"), new("選んだ理由もたずねる", "yes")];

    public static readonly IReadOnlyList<SelectListItem> Roles = [new("集計に使わない", ""), .. Enum.GetValues<QuestionRole>().Select(r => new SelectListItem(FormWords.Of(r), r.ToString()))];

    private static readonly char[] Bars = ['|', '\uFF5C'];

    [Display(Name = "まとまり")] public string? Section { get; set; }
    [Display(Name = "設問")] public string? Label { get; set; }
    [Display(Name = "種類")] public string? Kind { get; set; }
    [Display(Name = "説明"), StringLength(1000, ErrorMessage = "説明は1,000字までです。")] public string? Help { get; set; }
    [Display(Name = "選択肢")] public string? Choices { get; set; }
    [Display(Name = "理由")] public string? Reason { get; set; }
    [Display(Name = "必須かどうか")] public string? Duty { get; set; }
    [Display(Name = "公表")] public string? Audience { get; set; }
    [Display(Name = "字数の上限")] public string? Longest { get; set; }
    [Display(Name = "単位"), StringLength(30, ErrorMessage = "単位は30字までです。")] public string? Unit { get; set; }
    [Display(Name = "集計での役割")] public string? Role { get; set; }
    /// <summary>The orders of the stages that answer it.</summary>
    public List<int> Stages { get; set; } = [];

    public static QuestionForm Of(QuestionSpec spec) => new()
    {
        Section = spec.Section, Label = spec.Label, Kind = spec.Kind.ToString(), Help = spec.Help, Reason = spec.AsksReason ? "yes" : "no", Duty = spec.IsRequired ? "required" : "free", Audience = spec.IsPublic ? "public" : "office",
        Longest = spec.LongestText?.ToString(), Unit = spec.Unit, Role = spec.Role?.ToString(), Stages = [.. spec.Stages], Choices = string.Join('\n', spec.Choices.Select(LineOf)),
    };

    internal QuestionSpec Spec() => new(Section ?? "", Enum.TryParse<QuestionKind>(Kind, out var kind) ? kind : QuestionKind.Text, Label ?? "", Stages)
    {
        Help = Help, AsksReason = Reason == "yes", IsRequired = Duty == "required", IsPublic = Audience != "office", LongestText = Typed.Whole(Longest), Unit = Unit, Role = Enum.TryParse<QuestionRole>(Role, out var role) ? role : null, Choices = [.. Typed.Lines(Choices).Select(ChoiceOf)],
    };

    private static string LineOf(ChoiceSpec choice) => choice.Meaning is null && choice.Label.IndexOfAny(Bars) < 0 ? choice.Label : $"{choice.Label} | {choice.Meaning}";

    // why: the last bar parts the two, so that a choice may have one in its words.
    private static ChoiceSpec ChoiceOf(string line) =>
        line.LastIndexOfAny(Bars) is > 0 and var at ? new(line[..at].Trim(), line[(at + 1)..].Trim()) : new(line);
}
