using Microsoft.EntityFrameworkCore;
using Shirube.Domain.Organization;
using Shirube.Office.Common;
using Shouldly;
using Web.Tests.Office;
using Xunit;

namespace Web.Tests.Organization;

/// <summary>Which department stands beside the name of who is signed in.</summary>
public sealed class Shown_departments(App app) : IClassFixture<App>
{
    // why: each post as role, department, first and last day counted from today, and whether it is the main one.
    [Theory]
    [InlineData("Entrant 甲課 -30 . main", "甲課")]
    [InlineData("Entrant 甲課 -30 . main, Entrant 乙課 -90 .", "甲課")]
    [InlineData("Entrant 甲課 -30 -1 main, Entrant 乙課 -20 .", "乙課")]
    [InlineData("Entrant 甲課 1 . main, Entrant 乙課 -20 0", "乙課")]
    [InlineData("Reader - -90 ., Entrant 乙課 -20 .", "乙課")]
    [InlineData("Entrant 乙課 -20 ., Entrant 甲課 -90 .", "甲課")]
    [InlineData("Reader - -90 . main, Entrant 乙課 -20 .", null)]
    [InlineData("Entrant 甲課 -90 -2 main", null)]
    public async Task Somebody_is_shown_under_the_main_post_of_today_or_else_the_first_in_a_department(string posts, string? department)
    {
        await app.SignInAs(Role.PlanningOffice);
        var (userName, _) = await app.AccountFor(Role.PlanningOffice);
        var today = app.Clock.Today();
        Person person;
        await using (var db = app.OpenDb())
        {
            person = await db.People.Include(p => p.Assignments).SingleAsync(p => db.Accounts.Any(a => a.PersonId == p.Id && a.UserName == userName), TestContext.Current.CancellationToken);
            foreach (var old in person.Assignments.ToList())
                db.Remove(old);
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        await using (var db = app.OpenDb())
        {
            var units = await Units(db);
            person = await db.People.Include(p => p.Assignments).SingleAsync(p => p.Id == person.Id, TestContext.Current.CancellationToken);
            foreach (var post in posts.Split(", ").Select(p => p.Split(' ')))
                person.Assign(Enum.Parse<Role>(post[0]), post[1] == "-" ? null : units[post[1]], today.AddDays(int.Parse(post[2])), post[3] == "." ? null : today.AddDays(int.Parse(post[3])), isMain: post is [.., "main"]);
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
            (person.MainOn(today)?.DepartmentId is { } main ? units.Single(u => u.Value == main).Key : null).ShouldBe(department, "the rule of the domain");
        }

        (await app.Get($"{App.Office}/why")).QuerySelector(".who b")!.TextContent.ShouldBe(department ?? "所属の登録なし");
    }

    private static async Task<Dictionary<string, DepartmentId>> Units(Shirube.Data.OfficeDb db)
    {
        foreach (var name in new[] { "甲課", "乙課" })
            if (!await db.Departments.AnyAsync(d => d.Name == name))
                db.Add(Department.Establish(name, new(2020)));
        await db.SaveChangesAsync();
        return await db.Departments.Where(d => d.Name == "甲課" || d.Name == "乙課").ToDictionaryAsync(d => d.Name, d => d.Id);
    }
}
