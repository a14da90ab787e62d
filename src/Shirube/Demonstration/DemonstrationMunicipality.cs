using System.Security.Cryptography;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Organization;
using Shirube.Office.Organization;

namespace Shirube.Demonstration;

/// <summary>How somebody signs in to the demonstration; nowhere else is a password given out.</summary>
public sealed record SignIn(string Who, string UserName, string Password);

public sealed record Demonstrated(MunicipalityCode Code, string Name, int Projects, IReadOnlyList<SignIn> SignIns);

/// <summary>Makes the demonstration municipality 奥州市 032158 in an installation that does not have it.</summary>
public sealed class DemonstrationMunicipality(Catalogue catalogue, TimeProvider clock)
{
    public static readonly MunicipalityCode Code = MunicipalityCode.Parse("032158");
    private const string Name = "奥州市";

    /// <summary>The file that marks an installation as a demonstration and tells how to sign in.</summary>
    public static string MarkIn(string folder) => Path.Combine(folder, "demonstration.txt");

    public async Task<Demonstrated> MakeAsync(CancellationToken stop)
    {
        catalogue.WhyNotCreate(Code, Name).ThrowIfAny();
        var planner = Person.Join(Sample.Mark("企画 花子"));
        var clerk = Person.Join(Sample.Mark("子育 太郎"));
        var content = new DemonstrationContent(planner.Id);
        var since = new DateOnly(2024, 4, 1);
        planner.Assign(Role.PlanningOffice, content.Departments["政策企画課"].Id, since);
        clerk.Assign(Role.Entrant, content.Departments["こども家庭課"].Id, since);
        SignIn[] signIns = [new("政策企画課", "kikaku", NewPassword()), new("所管課(こども家庭課)の入力担当", "kosodate", NewPassword())];

        catalogue.Create(Code, Name);
        await using var db = catalogue.Open(Code);
        db.Change = new(null, "seed", "見本の団体");
        db.AddRange(planner, clerk);
        db.AddRange(content.All);
        var accounts = new Accounts(db);
        foreach (var (person, signIn) in new[] { planner, clerk }.Zip(signIns))
            await accounts.Create(person, signIn.UserName, signIn.Password);
        await db.SaveChangesAsync(stop);
        await TellAsync(signIns, stop);
        return new(Code, Name, content.Samples.Projects.Count, signIns);
    }

    private static string NewPassword() =>
        string.Join('-', Enumerable.Range(0, 3).Select(_ => RandomNumberGenerator.GetString("abcdefghjkmnpqrstuvwxyz23456789", 5)));

    private async Task TellAsync(SignIn[] signIns, CancellationToken stop)
    {
        var lines = signIns.Select(s => $"  {s.Who}: ユーザー名 {s.UserName}  パスワード {s.Password}");
        await File.WriteAllTextAsync(MarkIn(catalogue.Folder), $"見本のサインイン (demonstration sign-ins, made {clock.GetUtcNow():yyyy-MM-dd}):\n{string.Join('\n', lines)}\n", stop);
    }
}
