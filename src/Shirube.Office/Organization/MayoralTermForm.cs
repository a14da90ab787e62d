using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Shirube.Domain.Common;
using Shirube.Domain.Organization;

namespace Shirube.Office.Organization;

/// <summary>What a person types about a mayor's term, all as text.</summary>
public sealed class MayoralTermForm
{
    [Display(Name = "始まりの日")] public string? From { get; set; }
    [Display(Name = "終わりの日")] public string? To { get; set; }
    [Display(Name = "説明"), StringLength(2000, ErrorMessage = "説明は2,000字までです。")] public string? Note { get; set; }

    public static MayoralTermForm Of(MayoralTerm term) => new() { From = Written(term.From), To = Written(term.To), Note = term.Note };

    public MayoralTerm New(IEnumerable<MayoralTerm> others) => MayoralTerm.Of(Day(From), Day(To), Note, others);

    public void Write(MayoralTerm term, IEnumerable<MayoralTerm> others) => term.Change(Day(From), Day(To), Note, others);

    private static string Written(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static DateOnly Day(string? typed) =>
        DateOnly.TryParseExact(typed, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : throw new RefusalException(Refusals.DayMissing);
}
