using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Shirube.Domain.Organization;
using Shirube.Office.Common;

namespace Shirube.Office.Features.Office;

/// <summary>はじめての方へ: what a newcomer does first, as far as the roles reach.</summary>
[Authorize(Policy = nameof(Operation.Read))]
public sealed class FirstStepsPage(WorkScope scope, OfficeState state) : PageModel
{
    public IReadOnlyList<FirstTask> Tasks { get; private set; } = [];
    public bool May(Operation operation) => scope.May(operation);

    public async Task OnGet() => Tasks = FirstTasks.Of(await state.Counts());
}
