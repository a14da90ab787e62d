using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Shirube.Domain.Organization;
using Shirube.Office.Common;

namespace Shirube.Office.Features.Office;

[Authorize(Policy = nameof(Operation.Read))]
public sealed class StartPage(WorkScope scope, DueList due, OfficeState state, RecentRecords recent) : PageModel
{
    private const int Most = 8;
    private const int DaysWithoutVisit = 7;

    [FromQuery(Name = "steps")]
    public string? Steps { get; set; }

    public OfficeCounts Counts { get; private set; } = null!;
    public ILookup<DueFrom, DueThing> Due { get; private set; } = null!;
    public IReadOnlyList<RecentRecord> Mine { get; private set; } = [];
    public (IReadOnlyList<RecentRecord> Records, int All) Others { get; private set; }
    public IReadOnlyList<FirstTask> Tasks { get; private set; } = [];
    public DateTime SinceUtc { get; private set; }
    public DateOnly Today => scope.Today;
    public bool May(Operation operation) => scope.May(operation);

    /// <summary>For whom something on the way to the first release is left to do, and again when asked for by whom releases.</summary>
    public bool ShowsTasks => Tasks.Any(t => !t.IsDone && May(t.Needs)) || (Steps == "show" && May(Operation.Publish));

    public async Task OnGet()
    {
        Counts = await state.Counts();
        Tasks = FirstTasks.Of(Counts);
        Due = await due.Read();
        SinceUtc = Counts.SignedInBeforeUtc ?? scope.NowUtc.AddDays(-DaysWithoutVisit);
        Mine = await recent.Mine(Most);
        Others = await recent.Others(SinceUtc, Most);
    }
}
