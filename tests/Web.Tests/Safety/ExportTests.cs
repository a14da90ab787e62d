using Given;
using Shirube.Data;
using Shirube.Safety;
using Shouldly;
using Xunit;

namespace Web.Tests.Safety;

/// <summary>A municipality leaves in open formats, or for another kind of database, and comes back whole.</summary>
public sealed class ExportTests
{
    [Fact]
    public async Task An_export_that_was_altered_shortened_or_added_to_is_refused()
    {
        using var city = await KeptCity.Make();
        foreach (var change in new Action<string>[]
        {
            f => File.AppendAllText(Path.Combine(f, "tables", "projects.csv"), "x"),
            f => File.Delete(Path.Combine(f, "tables", "money.csv")),
            f => File.WriteAllText(Path.Combine(f, "tables", "extra.csv"), "id\n"),
            f => File.WriteAllText(Path.Combine(f, "files", ".hidden"), ""),
            f => File.Delete(Path.Combine(f, "SHA256SUMS")),
            f => File.Move(Path.Combine(f, "tables", "people.csv"), Path.Combine(f, "tables", "People.csv")),
        })
        {
            var folder = city.In($"export-{Guid.NewGuid():N}");
            city.Export(folder);
            change(folder);
            (await KeptCity.Refused(() => KeptCity.Restore(folder, city.In("new")))).ShouldBe("copy-altered");
        }

        (await KeptCity.Refused(() => KeptCity.Restore(Directory.CreateDirectory(city.In("empty")).FullName, city.In("new")))).ShouldBe("copy-foreign");
        KeptCity.Files(city.In("new")).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_export_goes_to_PostgreSQL_and_back_with_every_table_the_same()
    {
        using var city = await KeptCity.Make();
        city.Export(city.In("one"));
        await KeptCity.Restore(city.In("one"), city.In("postgres"), connection: PostgresServer.Instance.NewEmpty());
        var catalogue = new Catalogue(city.In("postgres"), TimeProvider.System);
        using (var writer = new FolderCopyWriter(city.In("two")))
            new Packing(catalogue, TimeProvider.System, KeptCity.Quiet).Pack(catalogue.Find(KeptCity.Code)!, writer, LeftOut.Nothing, TestContext.Current.CancellationToken);
        await KeptCity.Restore(city.In("two"), city.In("back"));
        KeptCity.Tables(city.In("back")).ShouldBe(KeptCity.Tables(city.Data), ignoreOrder: true);
        var first = KeptCity.Files(Path.Combine(city.In("one"), "tables"));
        KeptCity.Files(Path.Combine(city.In("two"), "tables")).ShouldBe(first, ignoreOrder: true);
        first.Count.ShouldBeGreaterThan(30);
        File.ReadAllText(Path.Combine(city.In("one"), "datapackage.json")).ShouldContain("\"title\": \"事務事業\"");
    }

    [Fact]
    public async Task Without_accounts_nobody_can_sign_in_and_everything_else_is_there()
    {
        using var city = await KeptCity.Make();
        city.Export(city.In("handed-over"), withoutAccounts: true);
        Directory.EnumerateFiles(city.In("handed-over"), "*", SearchOption.AllDirectories).Select(Path.GetFileName).ShouldNotContain(n => n!.StartsWith("account", StringComparison.Ordinal) && n != "account_rules.csv");
        (await KeptCity.Restore(city.In("handed-over"), city.In("new"))).Findings.ShouldBeEmpty();
        var (before, after) = (KeptCity.Tables(city.Data), KeptCity.Tables(city.In("new")));
        after["accounts"].Rows.ShouldBe(0);
        after.Where(t => t.Value != before[t.Key]).Select(t => t.Key).ShouldBe(["accounts"]);
    }

    [Fact]
    public async Task A_database_moves_to_PostgreSQL_and_back_and_the_old_one_is_kept()
    {
        using var city = await KeptCity.Make();
        var before = KeptCity.Tables(city.Data);
        var connection = PostgresServer.Instance.NewEmpty();
        var moved = new Moving(city.Catalogue, TimeProvider.System, KeptCity.Quiet).Run(city.City, connection, TestContext.Current.CancellationToken);
        city.City.Connection.ShouldBe(connection);
        File.Exists(moved.Old).ShouldBeTrue();
        KeptCity.Tables(city.Data).ShouldBe(before, ignoreOrder: true);
        (await KeptCity.Refused(() => Task.FromResult(new Moving(city.Catalogue, TimeProvider.System, KeptCity.Quiet).Run(city.City, connection, default)))).ShouldBe("database-already-there");
        await Task.Delay(1100, TestContext.Current.CancellationToken);
        new Moving(city.Catalogue, TimeProvider.System, KeptCity.Quiet).Run(city.City, Restoring.AsFile, TestContext.Current.CancellationToken);
        city.City.Connection.ShouldBeNull();
        KeptCity.Tables(city.Data).ShouldBe(before, ignoreOrder: true);
        (await KeptCity.Refused(() => Task.FromResult(new Moving(city.Catalogue, TimeProvider.System, KeptCity.Quiet).Run(city.City, connection, default)))).ShouldBe("database-not-empty");
    }
}
