using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.Rendering;
using Shirube.Domain.Common;
using Shirube.Domain.Links;
using Shirube.Office.Common;
using Shirube.Office.Projects;
using Shirube.Ui.Text;

namespace Shirube.Office.Links;

/// <summary>What a person types about an activity of citizens, districts and companies.</summary>
public sealed class PartnerForm
{
    public static readonly IReadOnlyList<SelectListItem> Kinds = [.. Enum.GetValues<PartnerKind>().Select(k => new SelectListItem(Names.Of(k), k.ToString()))];

    [Display(Name = "だれが")] public string? Who { get; set; }
    [Display(Name = "種類")] public string? Kind { get; set; } = nameof(PartnerKind.Citizens);
    [Display(Name = "何を")] public string? What { get; set; }
    [Display(Name = "始まりの年度")] public string? First { get; set; }
    [Display(Name = "終わりの年度")] public string? Last { get; set; }
    [Display(Name = "SDGsの目標")] public string? Goal { get; set; }
    [Display(Name = "計画の項目")] public string? Item { get; set; }
    [Display(Name = "連絡先"), StringLength(500, ErrorMessage = "連絡先は500字までです。")] public string? Contact { get; set; }

    public static PartnerForm Of(PartnerActivity activity) => new()
    {
        Who = activity.Who, Kind = activity.Kind.ToString(), What = activity.What, First = $"{activity.First.Value}", Last = activity.Last is { } last ? $"{last.Value}" : null,
        Goal = $"{activity.Goal}", Item = activity.ItemKey?.Value, Contact = activity.InternalContact,
    };

    /// <summary>The fields with their keys in words, for the conflict page.</summary>
    public IReadOnlyList<FormField> Fields(PlanPlaces places) => [.. FormField.Of(this).Select(f => f with
    {
        Shown = f.Name switch
        {
            "Form.Kind" => Kinds.FirstOrDefault(k => k.Value == f.Text)?.Text,
            "Form.Goal" => GoalForm.Goals.FirstOrDefault(g => g.Value == f.Text)?.Text,
            "Form.Item" => f.Text is { Length: > 0 } key ? places.Find(new(key))?.Name : null,
            _ => null,
        },
    })];

    /// <summary>What was typed, with the item that was chosen among the places (or stood there before); null where a field could not be read.</summary>
    public PartnerWords? Read(PlanPlaces places, PartnerActivity? before, FormErrors errors)
    {
        var first = errors.Read<FiscalYear?>("First", () => Typed.Year(First) ?? throw new RefusalException(Refusals.YearUnreadable(First ?? "")));
        var last = errors.Read<FiscalYear?>("Last", () => Typed.Year(Last));
        var item = Blank.ToNull(Item) is not { } key ? (ItemPlace?)null
            : before?.ItemKey?.Value == key ? before.Item
            : places.Find(new(key)) is { } place ? new(place.PlanId, place.Key) : throw new RefusalException(Refusals.ItemUnknown);
        return errors.Any || first is not { } from ? null
            : new(Who, Enum.TryParse<PartnerKind>(Kind, out var kind) ? kind : PartnerKind.Other, What?.ReplaceLineEndings("\n"), from, last, int.TryParse(Goal, out var goal) ? goal : null, item);
    }
}
