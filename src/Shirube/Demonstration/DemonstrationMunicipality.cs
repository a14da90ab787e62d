using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Organization;
using Shirube.Office.Organization;

namespace Shirube.Demonstration;

public sealed record Demonstrated(MunicipalityCode Code, string Name, int Projects, IReadOnlyList<SignIn> SignIns);

/// <summary>Makes the demonstration municipality 奥州市 032158 in an installation that does not have it.</summary>
public sealed class DemonstrationMunicipality(Catalogue catalogue, TimeProvider clock)
{
    public static readonly MunicipalityCode Code = MunicipalityCode.Parse("032158");
    private const string Name = "奥州市";

    public async Task<Demonstrated> MakeAsync(CancellationToken stop)
    {
        catalogue.WhyNotCreate(Code, Name).ThrowIfAny();
        var planner = Person.Join(Sample.Mark("企画 花子"));
        var clerk = Person.Join(Sample.Mark("子育 太郎"));
        var content = new DemonstrationContent(planner.Id, clock.GetUtcNow().UtcDateTime);
        var since = new DateOnly(2024, 4, 1);
        planner.Assign(Role.PlanningOffice, content.Departments["政策企画課"].Id, since);
        clerk.Assign(Role.Entrant, content.Departments["こども家庭課"].Id, since);
        SignIn[] signIns = [SignIn.New("政策企画課", "kikaku"), SignIn.New("所管課(こども家庭課)の入力担当", "kosodate")];

        catalogue.Create(Code, Name);
        await using var db = catalogue.Open(Code);
        db.Change = new(null, "seed", "見本の団体");
        db.AddRange(planner, clerk);
        db.Add(content.Figure.Picture);
        db.AddRange(content.All);
        var accounts = new Accounts(db);
        foreach (var (person, signIn) in new[] { planner, clerk }.Zip(signIns))
            await accounts.Create(person, signIn.UserName, signIn.Password);
        await db.SaveChangesAsync(stop);
        await content.Rounds.Close(db, stop);
        await SignIn.TellAsync(catalogue.Folder, Name, signIns, clock, stop);
        return new(Code, Name, content.Samples.Projects.Count, signIns);
    }
}
