using Shirube.Domain.Common;
using Shirube.Domain.Plans;
using Shirube.Office.Common;

namespace Shirube.Office.Plans;

/// <summary>Puts one field of a plan or an item back, by the verbs that any edit uses.</summary>
internal static class PlanPutBack
{
    public static void PutBack(this Plan plan, PastField past)
    {
        if (past.Spot is { Part: nameof(Level), Field: "Name" } && past.OfPart("Name") is { } name)
        {
            plan.RenameLevel(LevelId.From(Guid.Parse(past.Key[0])), name);
            return;
        }

        if (past.Spot is { Part: nameof(Level), Field: "Numbering" })
        {
            plan.NumberLevel(LevelId.From(Guid.Parse(past.Key[0])), Enum.TryParse<Numbering>(past.OfPart("Numbering"), out var numbering) ? numbering : null);
            return;
        }

        (past.Spot.Part is null ? null : Refusals.PutBackUnknown).ThrowIfAny();
        plan.Describe(past.Own("Name", plan.Name) ?? "", past.Own("First", (FiscalYear?)plan.First, PastField.ReadYear) ?? plan.First, past.Own("Last", plan.Last, PastField.ReadYear),
            past.Own("PeriodNote", plan.PeriodNote), past.Own("LegalBasis", plan.LegalBasis), past.Own("Summary", plan.Summary), past.Own("Source", plan.Source));
    }

    public static void PutBack(this WorkingTree working, PlanItem item, PastField past)
    {
        working.Edition.WhyNotEdit().ThrowIfAny();
        switch (past.Name)
        {
            case "Code" or "Title" or "PlainTitle" or "Body":
                item.Write(past.Own("Code", item.Code), past.Own("Title", item.Title) ?? "", past.Own("PlainTitle", item.PlainTitle), past.Own("Body", item.Body));
                break;
            case "ParentId":
                working.Tree().Move(item, Parent(working, past.Past.Of(null, null, "ParentId")), Place(past, item));
                break;
            case "Order":
                working.Tree().Move(item, working.ParentOf(item), Place(past, item));
                break;
            default:
                throw new RefusalException(Refusals.PutBackUnknown);
        }
    }

    private static PlanItem? Parent(WorkingTree working, string? id) =>
        id is null ? null : working.Items.FirstOrDefault(i => i.Id.Value == Guid.Parse(id)) ?? throw new RefusalException(Refusals.PutBackItemGone);

    private static int Place(PastField past, PlanItem item) => past.Past.Of(null, null, "Order") is { } order ? int.Parse(order, System.Globalization.CultureInfo.InvariantCulture) : item.Order;
}
