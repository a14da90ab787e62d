using Given;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shouldly;

namespace Data.Tests;

public sealed class CatalogueTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_new_municipality_is_listed_and_its_database_opens(Engine engine)
    {
        using var folder = new TemporaryFolder();
        var connection = engine == Engine.Sqlite ? null : PostgresServer.Instance.NewEmpty();
        var catalogue = new Catalogue(folder.Path, TimeProvider.System);
        catalogue.All.ShouldBeEmpty();
        catalogue.Create(Sample.Code, "サンプル市", connection);

        var again = new Catalogue(folder.Path, TimeProvider.System);
        again.All.ShouldBe([new Municipality(Sample.Code, "サンプル市", connection)]);
        again.Find(Sample.Code)!.Name.ShouldBe("サンプル市");
        await using (var db = again.Open(Sample.Code))
            await Sample.FillAsync(db);
        await using var other = catalogue.Open(Sample.Code);
        (await other.Projects.CountAsync()).ShouldBe(1);
        File.Exists(Path.Combine(folder.Path, "032158", "office.db")).ShouldBe(engine == Engine.Sqlite);
    }

    [Fact]
    public void A_municipality_that_another_process_lists_or_names_anew_is_found_at_the_next_asking()
    {
        using var folder = new TemporaryFolder();
        var (serving, command) = (new Catalogue(folder.Path, TimeProvider.System), new Catalogue(folder.Path, TimeProvider.System));
        command.Create(Sample.Code, "サンプル市");
        File.SetLastWriteTimeUtc(Path.Combine(folder.Path, "catalogue.json"), DateTime.UtcNow.AddDays(-1));
        serving.Find(Sample.Code)!.Name.ShouldBe("サンプル市");
        serving.Find(Sample.Code)!.Name.ShouldBe("サンプル市");
        command.List(new(Sample.Code, "サンプ村", null));
        serving.Find(Sample.Code)!.Name.ShouldBe("サンプ村");
    }

    [Fact]
    public void A_code_that_is_there_is_refused_and_nothing_changes()
    {
        using var folder = new TemporaryFolder();
        var catalogue = new Catalogue(folder.Path, TimeProvider.System);
        catalogue.Create(Sample.Code, "サンプル市");
        Should.Throw<RefusalException>(() => catalogue.Create(Sample.Code, "別の市")).Refusal.Code.ShouldBe("municipality-exists");
        catalogue.All.ShouldHaveSingleItem().Name.ShouldBe("サンプル市");
    }

    [Fact]
    public void An_unknown_code_and_a_missing_file_are_refused_in_a_sentence()
    {
        using var folder = new TemporaryFolder();
        var catalogue = new Catalogue(folder.Path, TimeProvider.System);
        Should.Throw<RefusalException>(() => catalogue.Open(Sample.Code)).Refusal.Code.ShouldBe("municipality-unknown");
        catalogue.Create(Sample.Code, "サンプル市");
        Directory.Delete(Path.Combine(folder.Path, "032158"), recursive: true);
        Should.Throw<RefusalException>(() => new Catalogue(folder.Path, TimeProvider.System).Open(Sample.Code)).Refusal.Code.ShouldBe("database-missing");
    }

    [Fact]
    public void A_PostgreSQL_database_that_is_not_there_is_refused_and_not_listed()
    {
        using var folder = new TemporaryFolder();
        var catalogue = new Catalogue(folder.Path, TimeProvider.System);
        Should.Throw<RefusalException>(() => catalogue.Create(Sample.Code, "サンプル市", "Host=127.0.0.1;Port=1;Username=nobody;Database=none;Timeout=5")).Refusal.Code.ShouldBe("database-unreachable");
        catalogue.All.ShouldBeEmpty();
    }

    [Fact]
    public void A_broken_list_is_refused_and_kept()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(Path.Combine(folder.Path, "catalogue.json"), "[{");
        Should.Throw<RefusalException>(() => new Catalogue(folder.Path, TimeProvider.System).All).Refusal.Code.ShouldBe("catalogue-unreadable");
        File.ReadAllText(Path.Combine(folder.Path, "catalogue.json")).ShouldBe("[{");
    }

    [Fact]
    public async Task Municipalities_made_at_once_are_all_listed()
    {
        using var folder = new TemporaryFolder();
        string[] codes = ["032158", "032034", "011002", "131016", "271004"];
        await Task.WhenAll(codes.Select(code => Task.Run(() => new Catalogue(folder.Path, TimeProvider.System).Create(MunicipalityCode.Parse(code), $"サンプル{code}"))));
        new Catalogue(folder.Path, TimeProvider.System).All.Select(m => m.Code.Value).ShouldBe(codes, ignoreOrder: true);
    }

    [Fact]
    public async Task People_of_one_municipality_are_nobody_in_another()
    {
        using var folder = new TemporaryFolder();
        var other = MunicipalityCode.Parse("032034");
        var catalogue = new Catalogue(folder.Path, TimeProvider.System);
        catalogue.Create(Sample.Code, "サンプル市");
        catalogue.Create(other, "もう一つのサンプル市");
        await using (var db = catalogue.Open(Sample.Code))
            await Sample.FillAsync(db);
        await using var there = catalogue.Open(other);
        (await there.People.AnyAsync()).ShouldBeFalse();
    }
}
