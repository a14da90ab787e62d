using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Evaluation;
using Shirube.Domain.Organization;
using Shirube.Office.Organization;

namespace Shirube.Office.Features.Office;

/// <summary>評価様式: drafts first, then those in use by the year they begin.</summary>
[Authorize(Policy = nameof(Operation.Read))]
public sealed class FormsPage(OfficeDb db, SignedIn signedIn) : PageModel
{
    public IReadOnlyList<Row> Rows { get; private set; } = [];
    public bool MayEdit => signedIn.May(Operation.EditPlan);

    public sealed record Row(EvaluationForm Form, int Questions);

    public async Task OnGet() =>
        Rows = [.. (await db.EvaluationForms.AsNoTracking().Select(f => new Row(f, f.Questions.Count)).ToListAsync()).OrderBy(r => r.Form.Issue is not null).ThenByDescending(r => r.Form.Issue?.From).ThenBy(r => r.Form.Name, StringComparer.Ordinal)];
}
