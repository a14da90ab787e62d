using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Organization;
using Shirube.Office.Projects.Import;
using Shirube.Ui.Hosting;

namespace Shirube.Office.Common;

/// <summary>What the person began and did not finish, and what of the whole office waits for who looks after it.</summary>
internal sealed class UnfinishedDue(OfficeDb db, OfficeState state, KeptFiles files, IHttpContextAccessor http) : IDueSource
{
    public async Task<IReadOnlyList<DueThing>> Due(WorkScope scope)
    {
        var counts = await state.Counts();
        return [.. await Files(scope), .. Own(counts), .. Office(scope, counts)];
    }

    private async Task<IEnumerable<DueThing>> Files(WorkScope scope)
    {
        var mine = scope.May(Operation.Import) ? files.All(http.HttpContext!.Municipality().Code).Where(f => f.By == scope.Person).ToList() : [];
        if (mine.Count == 0)
            return [];
        var taken = await db.ImportRuns.Where(r => r.Undoing == null).Select(r => r.Sha256).Distinct().ToListAsync();
        return mine.Where(f => !taken.Contains(f.Sha256)).Select(f => new DueThing(DueFrom.Me, f.Name, $"~/imports/files/{f.Sha256}", What: $"{Tokyo.At(f.AtUtc):M月d日}に読み取ったまま、まだ取り込んでいません。"));
    }

    private static IEnumerable<DueThing> Own(OfficeCounts counts)
    {
        if (counts.LastFailedJob is { } job)
            yield return new(DueFrom.Me, counts.FailedJobs == 1 ? "終わらなかった処理" : $"終わらなかった処理 {counts.FailedJobs}件", $"~/imports/work/{job}", What: "わけと、次にすることを確かめてください。");
    }

    private static IEnumerable<DueThing> Office(WorkScope scope, OfficeCounts counts)
    {
        if (scope.May(Operation.EditPlan) && counts.WithoutOwner > 0)
            yield return new(DueFrom.Me, $"所管の部課がない事務事業 {counts.WithoutOwner:#,0}件", "~/projects?Filter.Department=none", What: "どの課の「私の作業」にも出ません。");
        if (scope.May(Operation.EditPlan) && counts.WithoutPlace > 0)
            yield return new(DueFrom.Me, $"計画のどこにも置いていない事務事業 {counts.WithoutPlace:#,0}件", "~/projects?Filter.Item=none", What: "市民は計画の項目からたどれません。");
        if (scope.May(Operation.Publish) && counts.ChangedSinceRelease > 0)
            yield return new(DueFrom.Nobody, $"公表のあとに変わった記録 {counts.ChangedSinceRelease:#,0}件", "~/releases/new", What: "次に公表するまで、市民には見えません。公表の準備で中身を確かめられます。");
        if (scope.May(Operation.ManagePeople) && counts.FirstExpiry is { } until)
            yield return new(DueFrom.Me, $"まもなく切れる招待 {counts.ExpiringInvitations:#,0}件", "~/people", Tokyo.DayOf(until), "まだ使われていません。切れたときは、もう一度招待してください。");
    }
}
