using System.ComponentModel.DataAnnotations;
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

[Authorize(Policy = nameof(Operation.EditProject))]
public sealed class EditIndicatorPage(OfficeDb db, Reach reach, SignedIn signedIn) : EditPage<IndicatorForm>(db)
{
    [BindProperty(SupportsGet = true)]
    public string Key { get; set; } = "";

    [BindProperty, StringLength(1000, ErrorMessage = "理由は1,000字までです。")]
    public string? Reason { get; set; }

    public string Name { get; private set; } = "";

    public async Task<IActionResult> OnPost()
    {
        if (await Load() is not { } indicator)
            return NotFound();
        await reach.Demand(signedIn, Db, indicator);
        Db.Expect(indicator, Version);
        Form.Describe(indicator);
        foreach (var year in Form.Years())
        {
            Errors.At($"Cells[{year.Value}-actual]", () => new ValueEntry(Form.Cell(year, "actual"), Enum.TryParse<ActualStatus>(Form.Cell(year, "status"), out var chosen) ? chosen : null, null).Measure(indicator, year));
            Aim(indicator, year);
            Errors.At($"Cells[{year.Value}-note]", () => indicator.Remark(year, Form.Cell(year, "note"), JudgedIn(indicator, year)));
            if (Form.Cells.ContainsKey($"{year.Value}-period"))
                Errors.At($"Cells[{year.Value}-period]", () => indicator.MeasureOver(year, PeriodText.Read(Form.Cell(year, "period"))));
        }
        if (!ModelState.IsValid)
            return await ShowAgain();
        await Db.SaveChangesAsync();
        return LocalRedirect($"~/indicators/{Key}");
    }

    // why: a form without the column says nothing of what was judged before.
    private Judgement? JudgedIn(Indicator indicator, FiscalYear year) => !Form.Cells.ContainsKey($"{year.Value}-judgement") ? indicator.Actuals.FirstOrDefault(a => a.FiscalYear == year)?.Judgement
        : Enum.TryParse<Judgement>(Form.Cell(year, "judgement"), out var judged) ? judged : null;

    private void Aim(Indicator indicator, FiscalYear year)
    {
        var (typed, there) = (Blank.ToNull(Form.Cell(year, "target")), indicator.TargetFor(year));
        if (typed == (there is null ? null : there.Value is { } aim ? aim.ToString("0.############") : there.AsWritten))
            return;
        // why: a target is sometimes in words (「前年度より増加」); what is no number is kept as written.
        var number = Errors.Read($"Cells[{year.Value}-target]", () => typed is not null && char.IsAsciiDigit(typed.Normalize(System.Text.NormalizationForm.FormKC).TrimStart('-')[..1][0]) ? Typed.Number(typed) : null);
        if (there is not null && Blank.ToNull(Reason) is null)
            ModelState.AddModelError(nameof(Reason), Refusals.TargetReasonMissing(year.Era).ToString());
        else if (ModelState.IsValid)
            indicator.Aim(year, number, signedIn.Today, Reason, number is null ? typed : null);
    }

    protected override async Task<Saved<IndicatorForm>?> Saved()
    {
        if (await Load() is not { } indicator)
            return null;
        await reach.Demand(signedIn, Db, indicator);
        return new(indicator.Version, IndicatorForm.Of(indicator, YearsOf(indicator)), indicator.Id.Value);
    }

    protected override async Task Offer() => Name = await Db.Indicators.Where(i => i.Key == new PublicKey(Key)).Select(i => i.Name).SingleAsync();

    protected override IReadOnlyList<FormField> FieldsOf(IndicatorForm form) => form.Fields();

    // why: from the first known year without gaps, and four years on: the length of an action plan's term.
    private IEnumerable<FiscalYear> YearsOf(Indicator indicator)
    {
        var known = indicator.Actuals.Select(a => a.FiscalYear).Concat(indicator.Targets.Select(t => t.FiscalYear)).Append(reach.Year).ToList();
        return Enumerable.Range(known.Min().Value, Math.Max(known.Max().Value, reach.Year.Value + 4) - known.Min().Value + 1).Select(y => new FiscalYear(y));
    }

    private Task<Indicator?> Load() => Db.Indicators.Include(i => i.Actuals).Include(i => i.Targets).Include(i => i.Uses).AsSplitQuery().SingleOrDefaultAsync(i => i.Key == new PublicKey(Key));
}
