using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Indicators;
using Shirube.Domain.Organization;
using Shirube.Office.Common;
using Shirube.Office.Indicators;

namespace Shirube.Office.Features.Office;

/// <summary>判定の決まり: the bands by which the municipality grades its indicators.</summary>
[Authorize(Policy = nameof(Operation.EditPlan))]
public sealed class AssessmentRulesPage(OfficeDb db) : EditPage<RulesForm>(db)
{
    public static readonly IReadOnlyList<SelectListItem> Schemes = [.. GradeScheme.Known.Select(s => new SelectListItem(s.Name, s.Key))];

    [FromQuery(Name = "scheme")]
    public string? Scheme { get; set; }

    public IReadOnlyList<HistoryLine> History { get; private set; } = [];

    public override async Task<IActionResult> OnGet()
    {
        var shown = await base.OnGet();
        if (GradeScheme.Known.FirstOrDefault(s => s.Key == Scheme) is { } chosen)
            Form.Fill(chosen);
        return shown;
    }

    public async Task<IActionResult> OnPost()
    {
        var rules = await Db.AssessmentRules.Include(r => r.Bands).SingleOrDefaultAsync();
        if (rules is null)
            Db.Add(rules = AssessmentRules.First());
        else
            Db.Expect(rules, Version);
        var scheme = Form.Scheme(Errors);
        if (!ModelState.IsValid)
            return await ShowAgain();
        rules.Decide(scheme, Form.IsFirstYearGraded, Form.SaysBeyond);
        await Db.SaveChangesAsync();
        TempData[SavedNote.Key] = "判定の決まりを保存しました。次に開く画面から、この決まりで判定します。";
        return LocalRedirect("~/assessment-rules");
    }

    protected override async Task<Saved<RulesForm>?> Saved() =>
        await Db.AssessmentRules.AsNoTracking().Include(r => r.Bands).SingleOrDefaultAsync() is { } rules ? new(rules.Version, RulesForm.Of(rules), rules.Id.Value) : new(0, RulesForm.Of(AssessmentRules.First()), Guid.Empty);

    protected override async Task Offer()
    {
        if (await Db.AssessmentRules.Select(r => (AssessmentRulesId?)r.Id).SingleOrDefaultAsync() is { } id)
            History = await RecentChanges.Of(Db, [id.Value], personal: false);
    }

    protected override IReadOnlyList<FormField> FieldsOf(RulesForm form) => form.Fields();
}
