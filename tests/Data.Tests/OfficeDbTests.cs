using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Projects;
using Shouldly;

namespace Data.Tests;

public sealed class OfficeDbTests
{
    [Fact]
    public async Task A_change_of_a_part_raises_the_version_of_its_project()
    {
        var folder = Directory.CreateTempSubdirectory("shirube-");
        var catalogue = new Catalogue(folder.FullName, TimeProvider.System);
        var code = MunicipalityCode.Parse("032158");
        catalogue.Create(code, "サンプル市");
        await using (var db = catalogue.Open(code))
        {
            var project = Project.Start("1", "道路");
            project.Record(new(2024), MoneyStage.Settled, MoneyKind.Total, Figure.Of(new(100)));
            db.Projects.Add(project);
            await db.SaveChangesAsync();
        }

        await using (var db = catalogue.Open(code))
        {
            var project = await db.Projects.Include(p => p.Money).SingleAsync();
            project.Version.ShouldBe(1);
            project.Record(new(2024), MoneyStage.Settled, MoneyKind.Total, Figure.Of(new(200)));
            project.Record(new(2025), MoneyStage.Settled, MoneyKind.Total, Figure.Of(new(300)));
            await db.SaveChangesAsync();
            project.Version.ShouldBe(2);
            (await db.Set<Money>().Where(m => m.FiscalYear >= new FiscalYear(2025)).SumAsync(m => (long)m.Amount!.Value)).ShouldBe(300);
        }

        folder.Delete(recursive: true);
    }
}
