using System.ComponentModel.DataAnnotations;
using Shirube.Domain.Common;
using Shirube.Domain.Plans;
using Shirube.Office.Common;

namespace Shirube.Office.Plans;

/// <summary>What a person types to make 基本構想, 基本計画 and 実施計画 in one step, all as text.</summary>
public sealed class ThreeLayersForm
{
    [Display(Name = "総合計画の名前"), StringLength(150, ErrorMessage = "総合計画の名前は150字までです。")] public string? Stem { get; set; }
    [Display(Name = "始まりの年度")] public string? First { get; set; }
    [Display(Name = "終わりの年度")] public string? Last { get; set; }
    [Display(Name = "基本計画の始まりの年度")] public string? BasicFirst { get; set; }
    [Display(Name = "基本計画の終わりの年度")] public string? BasicLast { get; set; }
    [Display(Name = "実施計画の始まりの年度")] public string? ImplementationFirst { get; set; }
    [Display(Name = "実施計画の終わりの年度")] public string? ImplementationLast { get; set; }
    [Display(Name = "施策の大綱"), StringLength(20_000, ErrorMessage = "施策の大綱は20,000字までです。")] public string? Outlines { get; set; }
    [Display(Name = "版の名前"), Required(ErrorMessage = "版の名前を入力してください。"), StringLength(100, ErrorMessage = "版の名前は100字までです。")] public string? Label { get; set; } = "骨子案";

    internal FiscalYear FirstYear => Typed.Year(First) ?? throw new RefusalException(Refusals.YearUnreadable(First ?? ""));

    internal FiscalYear? LastYear => Typed.Year(Last);

    /// <summary>What is not said of a layer is that of the whole.</summary>
    internal (FiscalYear First, FiscalYear? Last) Basic => (Typed.Year(BasicFirst) ?? FirstYear, Typed.Year(BasicLast) ?? LastYear);

    /// <summary>What is not said are three years from the beginning, as far as the whole goes.</summary>
    internal (FiscalYear First, FiscalYear? Last) Implementation
    {
        get
        {
            var first = Typed.Year(ImplementationFirst) ?? FirstYear;
            var third = new FiscalYear(first.Value + 2);
            return (first, Typed.Year(ImplementationLast) ?? (LastYear is { } last && last < third ? last : third));
        }
    }
}
