using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Demonstration;
using Shirube.Domain.Common;
using Shirube.Domain.Evaluation;
using Shirube.Domain.Organization;
using Shirube.Office.Evaluation;

namespace Bench;

/// <summary>The invented city with a thousand projects that were all evaluated last year, and accounts for its clerks, served by a process of its own.</summary>
internal sealed class EvaluationSite : IAsyncDisposable
{
    private const int Projects = 1_000;
    // why: of six people of the invented city one is a head.
    private const int People = 440;
    private const string Password = "あさつゆの坂を百人で登る";
    private static readonly SampleSize Size = SampleSize.City with { Projects = Projects, People = People };

    private readonly ScratchFolder folder;
    private readonly Served served;
    private readonly Catalogue catalogue;

    private EvaluationSite(ScratchFolder folder, Served served, Catalogue catalogue)
    {
        (this.folder, this.served, this.catalogue) = (folder, served, catalogue);
        Planner = new(served.Site);
    }

    public static string Office => $"/office/{Size.Code}";
    public static FiscalYear Year { get; } = FiscalYear.Of(Tokyo.DayOf(DateTime.UtcNow));
    public Visitor Planner { get; }
    public Visitor Bare => served.Bare;
    public string Address => served.Site;

    public static async Task<EvaluationSite> Start()
    {
        Console.WriteLine("seeding a city of a thousand projects …");
        var scratch = new ScratchFolder();
        var municipalities = new Catalogue(scratch.Path, TimeProvider.System);
        var made = await new LargeSampleMunicipality(municipalities, TimeProvider.System, Size).MakeAsync(default);
        var site = new EvaluationSite(scratch, await Served.Start(scratch), municipalities);
        await using (var db = site.OpenDb())
        {
            var form = EvaluationForm.Draft(FormSettings.Templates["eight-axes"]);
            form.IssueFrom(Year.Previous, [], null, DateTime.UtcNow);
            db.Add(form);
            await db.SaveChangesAsync();
        }
        await site.Planner.SignIn(Office, made.SignIns[0]);
        await site.Open(Year.Previous, "昨年度の評価");
        await site.AnswerAll();
        return site;
    }

    public OfficeDb OpenDb()
    {
        var db = catalogue.Open(Size.Code);
        db.Change = new(null, "bench", null);
        return db;
    }

    /// <summary>Opens a round as the planner does; the address of its page.</summary>
    public async Task<string> Open(FiscalYear year, string name)
    {
        var path = $"{Office}/evaluations/new?year={year.Value}&use={FormUse.Yearly}";
        var fields = new List<KeyValuePair<string, string>> { new("Form.Name", name), new("Form.Projects", nameof(ProjectScope.All)) };
        foreach (var (stage, i) in FormSettings.Templates["eight-axes"].Stages.Select((s, i) => (s, i)))
            fields.AddRange(
            [
                new($"Form.Stages[{i}].Name", stage), new($"Form.Stages[{i}].Actor", i == 0 ? nameof(StageActor.Department) : nameof(StageActor.DepartmentHead)), new($"Form.Stages[{i}].Approval", "no"),
                new($"Form.Stages[{i}].Due", $"{Year.Next.Value}-03-31"), new($"Form.Stages[{i}].Late", "mark"), new($"Form.Stages[{i}].Scope", nameof(StageScope.All)),
            ]);
        using var answer = await Planner.Send(path, await Planner.TokenOf(path), fields);
        return answer.Headers.Location is { } page ? page.ToString() : throw new InvalidOperationException($"Opening a round answered {(int)answer.StatusCode}.");
    }

    /// <summary>Gives clerks accounts; each with the sheets of the own section in the newest round, in their order.</summary>
    public async Task<IReadOnlyList<(SignIn SignIn, IReadOnlyList<PublicKey> Sheets)>> Clerks(int most)
    {
        await using var db = OpenDb();
        var hash = new PasswordHasher<Account>().HashPassword(null!, Password);
        var round = await db.EvaluationRounds.OrderByDescending(r => r.Year).Select(r => r.Id).FirstAsync();
        var sheets = (await db.EvaluationSheets.Where(s => s.RoundId == round).OrderBy(s => s.SortKey).Select(s => new { s.Key, Owner = db.Projects.Where(p => p.Id == s.ProjectId).SelectMany(p => p.Ownerships).OrderByDescending(o => o.From).Select(o => (DepartmentId?)o.DepartmentId).FirstOrDefault() }).ToListAsync()).ToLookup(s => s.Owner, s => s.Key);
        var entrants = (await db.People.Where(p => !db.Accounts.Any(a => a.PersonId == p.Id && a.UserName == "shokan")).Include(p => p.Assignments).OrderBy(p => p.Name).ToListAsync()).SelectMany(p => p.Assignments.Where(a => a.Role == Role.Entrant).Select(a => (Person: p.Id, a.DepartmentId))).Where(e => sheets[e.DepartmentId].Any()).Take(most).ToList();
        var clerks = new List<(SignIn, IReadOnlyList<PublicKey>)>();
        foreach (var (person, section) in entrants)
        {
            var name = $"clerk{clerks.Count}";
            if (!await db.Accounts.AnyAsync(a => a.PersonId == person))
                db.Add(new Account(person, name) { NormalizedUserName = name.ToUpperInvariant(), PasswordHash = hash });
            clerks.Add((new SignIn("入力担当", name, Password), [.. sheets[section]]));
        }
        await db.SaveChangesAsync();
        return clerks;
    }

    // why: a year of answers is what a round rolls forward.
    private async Task AnswerAll()
    {
        await using var db = OpenDb();
        var form = await db.EvaluationForms.Include(f => f.Questions).Include(f => f.Choices).Include(f => f.Stages).SingleAsync();
        foreach (var sheet in await db.EvaluationSheets.Include(s => s.Answers).Include(s => s.Stages).ToListAsync())
            foreach (var question in form.InOrder.Where(q => q.IsAnswered && q.Stages.Contains(1)))
                sheet.Answer(form, 1, question.Key, AnswerValue.Of(form.ChoicesOf(question).FirstOrDefault()?.Label, "利用者の声と記録から、昨年と同じように進めてよいと判断しました。"), 0, null, DateTime.UtcNow);
        await db.SaveChangesAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await served.DisposeAsync();
        Planner.Dispose();
        folder.Dispose();
    }
}
