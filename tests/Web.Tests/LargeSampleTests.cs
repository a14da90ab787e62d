using Given;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Demonstration;
using Shirube.Domain.Common;
using Shirube.Domain.Projects;
using Shouldly;
using Xunit;

namespace Web.Tests;

/// <summary>An invented municipality of a real one's size says everywhere that it is invented.</summary>
public sealed class LargeSampleTests : IAsyncLifetime
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;
    private readonly TemporaryFolder folder = new();
    private Catalogue catalogue = null!;
    private LargeSample made = null!;

    public async ValueTask InitializeAsync()
    {
        catalogue = new(folder.Path, TimeProvider.System);
        made = await new LargeSampleMunicipality(catalogue, TimeProvider.System, SampleSize.City).MakeAsync(Cancel);
    }

    public ValueTask DisposeAsync()
    {
        folder.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task It_has_the_size_it_was_asked_for_and_every_name_is_marked()
    {
        await using var db = catalogue.Open(SampleSize.City.Code);
        (await Names(db.Departments.Select(d => d.Name), 50)).ShouldAllBe(n => n.EndsWith("(サンプル)"));
        (await Names(db.People.Select(p => p.Name), 300)).ShouldAllBe(n => n.EndsWith("(サンプル)"));
        (await Names(db.PlanItems.Where(i => i.IsSample).Select(i => i.Title), 136)).ShouldAllBe(n => n.EndsWith("(サンプル)"));
        (await Names(db.Projects.Where(p => p.IsSample).Select(p => p.Name), 400)).ShouldAllBe(n => n.EndsWith("(サンプル)"));
        (await Names(db.Indicators.Where(i => i.IsSample).Select(i => i.Name), 600)).ShouldAllBe(n => n.EndsWith("(サンプル)"));
        (await db.Projects.Select(p => p.Name).Distinct().CountAsync(Cancel)).ShouldBe(400);
        (made.Departments, made.PlanItems, made.Projects, made.Indicators).ShouldBe((50, 136, 400, 600));
    }

    [Fact]
    public async Task It_has_eight_years_of_money_in_several_stages_and_two_people_who_sign_in()
    {
        await using var db = catalogue.Open(SampleSize.City.Code);
        var money = db.Projects.SelectMany(p => p.Money);
        (await money.Select(m => m.FiscalYear).Distinct().CountAsync(Cancel)).ShouldBe(8);
        (await money.Select(m => m.Stage).Distinct().ToListAsync(Cancel)).ShouldBe([MoneyStage.Settled, MoneyStage.Initial, MoneyStage.Planned, MoneyStage.Requested], ignoreOrder: true);
        (await db.Accounts.Select(a => a.UserName).ToListAsync(Cancel)).ShouldBe(["kikaku", "shokan"], ignoreOrder: true);
        (await db.ChangeLog.VerifyAsync(Cancel)).ShouldBeNull();
    }

    [Fact]
    public async Task It_is_not_made_over_a_municipality_that_is_there()
    {
        var refused = await Should.ThrowAsync<RefusalException>(() => new LargeSampleMunicipality(catalogue, TimeProvider.System, SampleSize.City).MakeAsync(Cancel));
        refused.Refusal.Code.ShouldBe("municipality-exists");
    }

    private static async Task<List<string>> Names(IQueryable<string> query, int count)
    {
        var names = await query.ToListAsync(Cancel);
        names.Count.ShouldBe(count);
        return names;
    }
}
