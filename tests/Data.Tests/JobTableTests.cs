using Given;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shouldly;

namespace Data.Tests;

public sealed class JobTableTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_job_is_taken_by_exactly_one_of_many_processes(Engine engine)
    {
        using var office = TestOffice.On(engine);
        await using (var db = office.Open())
            for (var i = 0; i < 5; i++)
                await new JobTable(db).QueueAsync("import", $"{{\"n\":{i}}}", null);

        var taken = await Task.WhenAll(Enumerable.Range(1, 20).Select(n => Task.Run(async () =>
        {
            await using var db = office.Open();
            return (await new JobTable(db).TakeAsync($"process {n}"))?.Id;
        })));
        taken.OfType<Guid>().Distinct().Count().ShouldBe(5);
        taken.OfType<Guid>().Count().ShouldBe(5);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_job_shows_its_progress_and_then_its_result(Engine engine)
    {
        using var office = TestOffice.On(engine);
        await using var db = office.Open();
        var queue = new JobTable(db);
        var id = await queue.QueueAsync("import", "{}", null);
        (await queue.TakeAsync("a"))!.Id.ShouldBe(id);
        (await queue.ReportAsync(id, "a", "3行目")).ShouldBeTrue();
        var half = await db.Jobs.AsNoTracking().SingleAsync(j => j.Id == id);
        (half.ProgressText, half.End).ShouldBe(("3行目", null));
        (await queue.ReportAsync(id, "a", null)).ShouldBeTrue();
        (await db.Jobs.AsNoTracking().SingleAsync(j => j.Id == id)).ProgressText.ShouldBe("3行目");
        (await queue.EndAsync(id, "b", JobEnd.Finished, "{}")).ShouldBeFalse();
        (await queue.EndAsync(id, "a", JobEnd.Finished, "{\"created\":3}")).ShouldBeTrue();
        var done = await db.Jobs.AsNoTracking().SingleAsync(j => j.Id == id);
        (done.End, done.ResultJson).ShouldBe((JobEnd.Finished, "{\"created\":3}"));
        (await queue.TakeAsync("b")).ShouldBeNull();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_cancelled_job_stops_at_once_or_at_its_next_report(Engine engine)
    {
        using var office = TestOffice.On(engine);
        await using var db = office.Open();
        var queue = new JobTable(db);
        var waiting = await queue.QueueAsync("import", "{}", null);
        await queue.CancelAsync(waiting);
        (await db.Jobs.AsNoTracking().SingleAsync(j => j.Id == waiting)).End.ShouldBe(JobEnd.Cancelled);

        var running = await queue.QueueAsync("import", "{}", null);
        await queue.TakeAsync("a");
        await queue.CancelAsync(running);
        (await db.Jobs.AsNoTracking().SingleAsync(j => j.Id == running)).End.ShouldBeNull();
        (await queue.ReportAsync(running, "a", null)).ShouldBeFalse();
        (await queue.EndAsync(running, "a", JobEnd.Cancelled, null)).ShouldBeTrue();
        (await db.Jobs.AsNoTracking().SingleAsync(j => j.Id == running)).End.ShouldBe(JobEnd.Cancelled);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_job_survives_the_process_that_took_it(Engine engine)
    {
        using var office = TestOffice.On(engine);
        await using var db = office.Open();
        var queue = new JobTable(db);
        var id = await queue.QueueAsync("import", "{}", null);

        // a process of this machine that is gone is known to be gone; one elsewhere is given time
        await queue.TakeAsync($"{Environment.MachineName}/{int.MaxValue}/20200101000000");
        (await queue.TakeAsync("elsewhere/1/20260101000000"))!.Id.ShouldBe(id);
        office.Clock.Advance(JobTable.Patience - TimeSpan.FromSeconds(1));
        (await queue.TakeAsync(WorkProcess.Current)).ShouldBeNull();
        office.Clock.Advance(TimeSpan.FromSeconds(2));
        (await queue.TakeAsync(WorkProcess.Current))!.Id.ShouldBe(id);
        (await queue.ReportAsync(id, "elsewhere/1/20260101000000", null)).ShouldBeFalse();
        (await queue.TakeAsync("another")).ShouldBeNull();
    }

    [Fact]
    public async Task Progress_told_while_the_database_is_being_written_does_not_wait()
    {
        using var office = TestOffice.On(Engine.Sqlite);
        await using var db = office.Open();
        var queue = new JobTable(db);
        var id = await queue.QueueAsync("import", "{}", null);
        await queue.TakeAsync("a");
        await using var busy = office.Open();
        await using var write = await busy.BeginWriteAsync();
        (await queue.ReportAsync(id, "a", "書き込み中")).ShouldBeTrue();
        (await db.Jobs.AsNoTracking().SingleAsync()).ProgressText.ShouldBeNull();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_job_with_a_time_waits_for_it_and_others_go_before(Engine engine)
    {
        using var office = TestOffice.On(engine);
        await using var db = office.Open();
        var queue = new JobTable(db);
        var later = await queue.QueueAsync("reminders", "{}", null, notBeforeUtc: office.Clock.GetUtcNow().UtcDateTime.AddMinutes(10));
        var now = await queue.QueueAsync("import", "{}", null);
        (await queue.TakeAsync("a"))!.Id.ShouldBe(now);
        (await queue.TakeAsync("a")).ShouldBeNull();
        office.Clock.Advance(TimeSpan.FromMinutes(10));
        (await queue.TakeAsync("a"))!.Id.ShouldBe(later);
    }
}
