using Given;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Organization;
using Shirube.Office.Organization;

namespace Web.Tests.Organization;

/// <summary>An office on one of the two databases, with somebody signed in who may do everything.</summary>
internal sealed class OfficeOn
{
    private static readonly MunicipalityCode[] Codes = [MunicipalityCode.Parse("032034"), MunicipalityCode.Parse("032018")];

    private readonly Catalogue catalogue;
    private readonly MunicipalityCode code;

    private OfficeOn(Catalogue catalogue, MunicipalityCode code) => (this.catalogue, this.code) = (catalogue, code);

    public string Path => $"/office/{code}";

    public OfficeDb Open()
    {
        var db = catalogue.Open(code);
        db.Change = new(null, "test", null);
        return db;
    }

    /// <summary>An empty office, made once for an app; the first test of each engine makes it.</summary>
    public static async Task<OfficeOn> Of(App app, Engine engine)
    {
        var its = Codes[(int)engine];
        var all = app.Services.GetRequiredService<Catalogue>();
        var office = new OfficeOn(all, its);
        all.Create(its, "見本市(サンプル)", engine == Engine.Postgres ? PostgresServer.Instance.NewOffice() : null);
        await using var db = office.Open();
        var link = (await new Invitations(db, app.Clock).Invite("管理 花子", "政策企画", null)).Path(its);
        await db.SaveChangesAsync();
        await app.SendForm(link, new { UserName = "hanako", Password = "みずうみ-さんぽ-あさごはん", Again = "みずうみ-さんぽ-あさごはん" });
        return office;
    }

    public async Task<Department> Department(string name)
    {
        await using var db = Open();
        return await db.Departments.AsNoTracking().SingleAsync(d => d.Name == name);
    }

    public async Task<Person> Person(string name)
    {
        await using var db = Open();
        return await db.People.AsNoTracking().Include(p => p.Assignments).SingleAsync(p => p.Name == name);
    }
}
