using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Indicators;
using Shirube.Domain.Organization;
using Shirube.Office.Common;
using Shirube.Office.Indicators;
using Shirube.Office.Organization;

namespace Shirube.Office.Features.Office;

/// <summary>How an indicator is assessed. The planning office decides it: it is the same for all who use the indicator.</summary>
[Authorize(Policy = nameof(Operation.EditPlan))]
public sealed class MethodPage(OfficeDb db, Reach reach) : EditPage<MethodForm>(db)
{
    [BindProperty(SupportsGet = true)]
    public string Key { get; set; } = "";

    public string Name { get; private set; } = "";
    public string? Unit { get; private set; }

    public async Task<IActionResult> OnPost()
    {
        if (await Load() is not { } indicator)
            return NotFound();
        Db.Expect(indicator, Version);
        Form.Write(indicator, Errors);
        if (!ModelState.IsValid)
            return await ShowAgain();
        await Db.SaveChangesAsync();
        return LocalRedirect($"~/indicators/{Key}");
    }

    protected override async Task<Saved<MethodForm>?> Saved() => await Load() is { } indicator ? new(indicator.Version, MethodForm.Of(indicator, YearsOf(indicator)), indicator.Id.Value) : null;

    protected override async Task Offer() => (Name, Unit) = await Db.Indicators.Where(i => i.Key == new PublicKey(Key)).Select(i => new ValueTuple<string, string?>(i.Name, i.Unit)).SingleAsync();

    protected override IReadOnlyList<FormField> FieldsOf(MethodForm form) => form.Fields();

    private IEnumerable<FiscalYear> YearsOf(Indicator indicator)
    {
        var known = indicator.Actuals.Select(a => a.FiscalYear).Concat(indicator.Targets.Select(t => t.FiscalYear)).Concat(indicator.Shares.Select(s => s.FiscalYear)).Concat(indicator.Breaks.Select(b => b.FiscalYear)).Append(reach.Year).ToList();
        return Enumerable.Range(known.Min().Value, known.Max().Value - known.Min().Value + 1).Select(y => new FiscalYear(y));
    }

    private Task<Indicator?> Load() =>
        Db.Indicators.Include(i => i.Actuals).Include(i => i.Targets).Include(i => i.Shares).Include(i => i.Breaks).AsSplitQuery().SingleOrDefaultAsync(i => i.Key == new PublicKey(Key));
}
