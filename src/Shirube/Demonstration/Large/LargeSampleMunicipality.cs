using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Organization;
using Shirube.Office.Organization;

namespace Shirube.Demonstration;

public sealed record LargeSample(MunicipalityCode Code, string Name, int Departments, int People, int PlanItems, int Projects, int Indicators, IReadOnlyList<SignIn> SignIns);

/// <summary>Makes an invented municipality of a real one's size, every name of it with the mark サンプル.</summary>
public sealed class LargeSampleMunicipality(Catalogue catalogue, TimeProvider clock, SampleSize size)
{
    private const int ProjectsPerSave = 200;

    public async Task<LargeSample> MakeAsync(CancellationToken stop)
    {
        catalogue.WhyNotCreate(size.Code, size.Name).ThrowIfAny();
        var office = new LargeOffice(size);
        var plan = LargePlan.Make(size);
        SignIn[] signIns = [SignIn.New($"{office.Sections[0].Name}の政策企画", "kikaku"), SignIn.New($"{office.Entrant.Section.Name}の入力担当", "shokan")];

        catalogue.Create(size.Code, size.Name);
        await using var db = catalogue.Open(size.Code);
        db.Change = new(null, "seed", "見本の団体");
        await using (var write = await db.BeginWriteAsync(stop))
        {
            await SaveAsync(db, [.. office.All, .. plan.All], stop);
            foreach (var some in new LargeProjects(size, office, plan).All().Chunk(ProjectsPerSave))
                await SaveAsync(db, some.SelectMany(s => s.All), stop);
            var accounts = new Accounts(db);
            await accounts.Create(office.Planner, signIns[0].UserName, signIns[0].Password);
            await accounts.Create(office.Entrant.Person, signIns[1].UserName, signIns[1].Password);
            await db.SaveChangesAsync(stop);
            await write.CommitAsync(stop);
        }

        await SignIn.TellAsync(catalogue.Folder, size.Name, signIns, clock, stop);
        return new(size.Code, size.Name, office.Departments, size.People, size.Items, size.Projects, size.Indicators, signIns);
    }

    private static Task SaveAsync(OfficeDb db, IEnumerable<Aggregate> some, CancellationToken stop)
    {
        db.AddUntracked(some);
        return db.SaveChangesAsync(stop);
    }
}
