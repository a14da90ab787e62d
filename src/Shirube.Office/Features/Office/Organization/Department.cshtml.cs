using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Organization;
using Shirube.Office.Common;
using Shirube.Office.Organization;

namespace Shirube.Office.Features.Office;

public sealed class DepartmentForm
{
    [Display(Name = "名前"), StringLength(100, ErrorMessage = "名前は100字までです。")] public string? Name { get; set; }
    [Display(Name = "コード"), StringLength(30, ErrorMessage = "コードは30字までです。")] public string? Code { get; set; }
    [Display(Name = "上位の部課")] public string? Parent { get; set; }
    [Display(Name = "最後の年度")] public string? To { get; set; }

    public static DepartmentForm Of(Department d) => new() { Name = d.Name, Code = d.Code, Parent = d.ParentId?.Value.ToString(), To = d.To is { } to ? $"{to.Value}" : null };
}

[Authorize(Policy = nameof(Operation.ManageDepartments))]
public sealed class DepartmentPage(OfficeDb db, SignedIn signedIn) : EditPage<DepartmentForm>(db)
{
    [BindProperty(SupportsGet = true)]
    public string Key { get; set; } = "";

    public Department There { get; private set; } = null!;
    public IReadOnlyList<SelectListItem> Parents { get; private set; } = [];
    public LineageTable Lineage { get; private set; } = null!;
    public IReadOnlyList<HistoryLine> History { get; private set; } = [];

    public async Task<IActionResult> OnPost()
    {
        var all = await Db.Departments.ToListAsync();
        if (all.Find(d => d.Key == new PublicKey(Key)) is not { } department)
            return NotFound();
        Db.Expect(department, Version);
        DepartmentId? parent = Guid.TryParse(Form.Parent, out var id) ? DepartmentId.From(id) : null;
        department.Rename(Form.Name ?? "", Form.Code?.Trim());
        if (parent != department.ParentId)
            department.MoveUnder(parent, all.ToDictionary(d => d.Id, d => d.ParentId));
        all.WhyNotName(department.Id, department.Name, parent, FiscalYear.Of(signedIn.Today)).ThrowIfAny();
        if (Typed.Year(Form.To) is { } to)
            department.Abolish(to);
        else
            department.Reestablish();
        await Db.SaveChangesAsync();
        return LocalRedirect("~/departments");
    }

    protected override async Task<Saved<DepartmentForm>?> Saved() =>
        await Db.Departments.AsNoTracking().SingleOrDefaultAsync(d => d.Key == new PublicKey(Key)) is { } d ? new(d.Version, DepartmentForm.Of(d), d.Id.Value) : null;

    protected override async Task Offer()
    {
        var all = await Db.Departments.AsNoTracking().ToListAsync();
        There = all.Single(d => d.Key == new PublicKey(Key));
        var parents = all.ToDictionary(d => d.Id, d => d.ParentId);
        Parents = DepartmentChoices.Of(all.Where(d => There.WhyNotMoveUnder(d.Id, parents) is null));
        Lineage = await LineageTable.Of(Db, There, all, FiscalYear.Of(signedIn.Today));
        History = await RecentChanges.Of(Db, [There.Id.Value], personal: false);
    }

    protected override IReadOnlyList<FormField> FieldsOf(DepartmentForm form) =>
        [.. FormField.Of(form).Select(f => f.Name == "Form.Parent" ? f with { Shown = Parents.FirstOrDefault(p => p.Value == f.Text)?.Text.Trim('\u3000') } : f)];
}
