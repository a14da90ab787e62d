using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.Rendering;
using Shirube.Domain.Evaluation;
using Shirube.Office.Common;
using Shirube.Ui.Text;

namespace Shirube.Office.Evaluation;

/// <summary>A review as somebody types it.</summary>
public sealed class ReviewForm
{
    [Display(Name = "会議の名前")] public string? Body { get; set; }
    [Display(Name = "会議の日")] public DateOnly? HeldOn { get; set; }
    [Display(Name = "質問への回答の期限")] public DateOnly? AnswersDue { get; set; }
    [Display(Name = "市の対応の期限")] public DateOnly? ResponsesDue { get; set; }
    [Display(Name = "庁内のメモ")] public string? Note { get; set; }

    public ReviewSpec Spec => new(Body, HeldOn, AnswersDue, ResponsesDue, Note);

    public static ReviewForm Of(ReviewSpec spec) => new() { Body = spec.Body, HeldOn = spec.HeldOn, AnswersDue = spec.AnswersDue, ResponsesDue = spec.ResponsesDue, Note = spec.InternalNote };

    /// <summary>How the fields read on the conflict page.</summary>
    internal IReadOnlyList<FormField> Fields =>
        [new("Form.Body", "会議の名前", Body), new("Form.HeldOn", "会議の日", ReviewDay.Text(HeldOn)), new("Form.AnswersDue", "質問への回答の期限", ReviewDay.Text(AnswersDue)), new("Form.ResponsesDue", "市の対応の期限", ReviewDay.Text(ResponsesDue)), new("Form.Note", "庁内のメモ", Note)];
}

/// <summary>A question or an opinion as the planning office writes it down.</summary>
public sealed class RemarkForm
{
    [Display(Name = "内容")] public string? Text { get; set; }
    [Display(Name = "質問した人")] public string? Asker { get; set; }
}

/// <summary>The answer to a question as the section types it.</summary>
public sealed class QuestionAnswerForm
{
    [Display(Name = "回答")] public string? Text { get; set; }
}

/// <summary>The response to an opinion as the section drafts it.</summary>
public sealed class ResponseForm
{
    public static readonly IReadOnlyList<SelectListItem> Kinds = [.. Enum.GetValues<ResponseKind>().Select(k => new SelectListItem(Names.Of(k), k.ToString()))];

    [Display(Name = "市の対応")] public string? Kind { get; set; }
    [Display(Name = "市の考え方")] public string? Text { get; set; }
    [Display(Name = "対応の期限")] public DateOnly? DoneBy { get; set; }

    public ResponseSpec Spec => new(Enum.TryParse<ResponseKind>(Kind, out var kind) ? kind : null, Text, DoneBy);

    public static ResponseForm Of(ReviewResponse? response) => new() { Kind = response?.Kind.ToString(), Text = response?.Text, DoneBy = response?.DoneBy };

    /// <summary>How the fields read on the conflict page.</summary>
    internal IReadOnlyList<FormField> Fields =>
        [new("Form.Kind", "市の対応", Kind, Kinds.FirstOrDefault(k => k.Value == Kind)?.Text), new("Form.Text", "市の考え方", Text), new("Form.DoneBy", "対応の期限", ReviewDay.Text(DoneBy))];
}

internal static class ReviewDay
{
    public static string? Text(DateOnly? day) => day?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
