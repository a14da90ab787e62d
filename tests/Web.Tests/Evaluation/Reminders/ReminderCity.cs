using System.Text.Json;
using Given;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Evaluation;
using Shirube.Domain.Organization;
using Shirube.Domain.Projects;
using Shouldly;
using Web.Tests.Organization;
using Xunit;

namespace Web.Tests.Evaluation;

/// <summary>An office on 1 June with a round whose first stage ends in seven days: a clerk of each of two departments, a head, and a planner (hanako) who is signed in.</summary>
internal sealed class ReminderCity
{
    public const string Password = "とても長い合言葉です2026";

    private ReminderCity(App app, OfficeOn office, DateOnly day) => (App, Office, Day) = (app, office, day);

    public App App { get; }
    public OfficeOn Office { get; }
    public string Page => $"{Office.Path}/reminders";
    public Project Planned { get; } = Project.Start("A1", "窓口の改善");
    public Project Paved { get; } = Project.Start("B1", "市道改良事業");
    public EvaluationRound Round { get; private set; } = null!;
    public EvaluationForm Form { get; private set; } = null!;
    public static DateOnly Today => new(2026, 6, 1);
    public DateOnly Day { get; }
    public DateOnly Due => Day.AddDays(7);

    public static async Task<ReminderCity> Of(App app, Engine engine, int? relayPort, DateOnly? day = null)
    {
        app.Clock.Set(new DateTimeOffset((day ?? Today).ToDateTime(new TimeOnly(9, 0)), TimeSpan.FromHours(9)));
        var city = new ReminderCity(app, await OfficeOn.Of(app, engine), day ?? Today);
        if (relayPort is { } port)
            city.ConfigureRelay(new { host = "127.0.0.1", port, sender = "shirube@example.lg.jp", officeUrl = "https://shirube.example.lg.jp" });
        await city.Fill();
        return city;
    }

    public void ConfigureRelay(object settings) => File.WriteAllText(Path.Combine(App.DataFolder, "mail.json"), JsonSerializer.Serialize(settings));

    /// <summary>A person with a post and an account, and an address where given.</summary>
    public async Task<Person> Join(string name, string userName, Role role, DepartmentId? department, string? address)
    {
        var person = Person.Join(name);
        person.Assign(role, department, new(2020, 4, 1));
        var account = new Account(person.Id, userName) { NormalizedUserName = userName.ToUpperInvariant(), LockoutEnabled = true };
        account.PasswordHash = new PasswordHasher<Account>().HashPassword(account, Password);
        account.WriteTo(address);
        await Save(person, account);
        return person;
    }

    public async Task Save(params object[] things)
    {
        await using var db = Office.Open();
        db.AddRange(things);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>The mails of the last sending, by the address they go to.</summary>
    public async Task<IReadOnlyDictionary<string, Reminder>> Mails()
    {
        await using var db = Office.Open();
        var run = await db.ReminderRuns.AsNoTracking().OrderByDescending(r => r.MadeAtUtc).FirstAsync(TestContext.Current.CancellationToken);
        return await db.Reminders.AsNoTracking().Where(m => m.RunId == run.Id).ToDictionaryAsync(m => m.Address, TestContext.Current.CancellationToken);
    }

    /// <summary>Waits for the background work until something holds.</summary>
    public static async Task Until(Func<Task<bool>> holds, string what)
    {
        for (var tries = 0; tries < 300; tries++)
        {
            if (await holds())
                return;
            await Task.Delay(200, TestContext.Current.CancellationToken);
        }
        false.ShouldBeTrue($"it did not happen: {what}");
    }

    public Task UntilNoneWaits() => Until(async () => (await Mails()).Values.All(m => m.State is not (ReminderState.Waiting or ReminderState.Leaving)), "every mail ended");

    public async Task<int> OpenJobs()
    {
        await using var db = Office.Open();
        return await db.Jobs.CountAsync(j => j.EndedAtUtc == null && j.TakenBy != null, TestContext.Current.CancellationToken);
    }

    private async Task Fill()
    {
        var (plan, road) = (Department.Establish("企画課", new(2020)), Department.Establish("道路課", new(2020)));
        Planned.HandTo(plan.Id, new(2020));
        Paved.HandTo(road.Id, new(2020));
        Form = OpenedRound.NewForm();
        var now = App.Clock.GetUtcNow().UtcDateTime;
        Form.IssueFrom(new(2026), [], null, now);
        Round = EvaluationRound.Open("令和8年度の評価", null, new(2026), FormUse.Yearly,
            [new("自己評価", StageActor.Department, true, null, Due), new("課長等意見", StageActor.DepartmentHead, false, null, Due.AddDays(7)), new("二次評価", StageActor.PlanningOffice, false, null, Due.AddDays(14))], null, now);
        await Save(plan, road, Planned, Paved, Form, Round);
        await Save([.. new[] { Planned, Paved }.Select(p => EvaluationSheet.About(p.Id, p.Name, p.Number!, Round, Form))]);
        await Join("企画 太郎", "taro", Role.Entrant, plan.Id, "taro@example.lg.jp");
        await Join("道路 次郎", "jiro", Role.Entrant, road.Id, "jiro@example.lg.jp");
        await Join("課長 梅子", "umeko", Role.DepartmentHead, plan.Id, "umeko@example.lg.jp");
    }
}
