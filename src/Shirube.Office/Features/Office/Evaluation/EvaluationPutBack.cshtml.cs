using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Evaluation;
using Shirube.Domain.Organization;
using Shirube.Office.Common;
using Shirube.Office.Evaluation;
using Shirube.Office.Organization;

namespace Shirube.Office.Features.Office;

[Authorize(Policy = nameof(Operation.EditPlan)), Authorize(Policy = nameof(Operation.EditProject))]
public sealed class EvaluationPutBackPage(OfficeDb db, SignedIn signedIn) : PutBackPage(db, signedIn)
{
    private EvaluationFact evaluation = null!;

    [BindProperty(SupportsGet = true)]
    public string Key { get; set; } = "";

    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    protected override async Task<(Aggregate, Guid, PutBackPlace)?> Load()
    {
        var project = await Db.Projects.AsNoTracking().Where(p => p.Key == new PublicKey(Key)).Select(p => new { p.Id, p.Name }).SingleOrDefaultAsync();
        if (project is null || await Db.EvaluationFacts.Include(e => e.Answers).SingleOrDefaultAsync(e => e.Id == EvaluationFactId.From(Id) && e.ProjectId == project.Id) is not { } found)
            return null;
        evaluation = found;
        return (found, Id, new($"{project.Name} {found.Year.Era}の評価", $"~/projects/{Key}", "projects", [new("事務事業", "~/projects")]));
    }

    protected override Task PutBack(PastField past, string why)
    {
        evaluation.PutBack(past);
        return Task.CompletedTask;
    }
}
