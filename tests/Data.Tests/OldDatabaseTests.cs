using System.IO.Compression;
using Given;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shouldly;

namespace Data.Tests;

/// <summary>An office database that the first version of the program made (its demonstration), checked in as it was.</summary>
public sealed class OldDatabaseTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_database_of_the_first_schema_is_brought_to_the_newest_and_loses_nothing(Engine engine)
    {
        using var folder = new TemporaryFolder();
        var old = OfficeDatabase.Sqlite(Unpack(folder), TimeProvider.System, mustExist: true);
        using var before = new Copied(old);
        before.Schema.Select(s => s.Number).ShouldBe([1]);
        before.Texts["projects"].Split('\n').Length.ShouldBeGreaterThan(60);
        using var upgraded = engine == Engine.Sqlite ? Upgrade(old) : before.Fill(Engine.Postgres);

        upgraded.Schema.ShouldBe(SchemaStep.All);
        foreach (var table in before.Shapes)
        {
            var now = upgraded.Shapes.Single(t => t.Name == table.Name);
            table.Columns.Select(c => c.Name).Except(now.Columns.Select(c => c.Name)).ShouldBeEmpty(table.Name);
            Rows(upgraded, now, table).ShouldBe(Rows(before, table, table), table.Name);
        }

        await using var db = upgraded.Database.Open();
        (await db.ChangeLog.VerifyAsync()).ShouldBeNull();
        (await OfficeChecks.RunAsync(db)).ShouldBeEmpty();
        (await db.Projects.CountAsync()).ShouldBe(62);
        using var fresh = TestOffice.On(engine);
        await using var model = fresh.Open();
        SchemaDescription.Of(db).ShouldBe(SchemaDescription.Of(model));
    }

    [Fact]
    public void Reading_an_old_database_does_not_upgrade_it_and_opening_it_asks_first()
    {
        using var folder = new TemporaryFolder();
        Unpack(folder);
        File.WriteAllText(Path.Combine(folder.Path, "catalogue.json"), $$"""[{"code":"{{Sample.Code}}","name":"奥州市"}]""");
        var asked = new List<string>();
        var catalogue = new Catalogue(folder.Path, TimeProvider.System) { BeforeUpgrade = (m, state) => asked.Add($"{m.Name} {state.Applied.Count}/{state.Pending.Count}") };
        catalogue.AsItIs(catalogue.Find(Sample.Code)!).Schema()!.Applied.Count.ShouldBe(1);
        asked.ShouldBeEmpty();
        catalogue.Open(Sample.Code).Dispose();
        catalogue.Open(Sample.Code).Dispose();
        asked.ShouldBe([$"奥州市 1/{SchemaStep.All.Count - 1}"]);
        catalogue.AsItIs(catalogue.Find(Sample.Code)!).Schema()!.Pending.ShouldBeEmpty();
    }

    private static Copied Upgrade(OfficeDatabase database)
    {
        database.Upgrade();
        return new(database);
    }

    private static List<string> Rows(Copied copy, TableShape shape, TableShape wanted)
    {
        using var text = new StringReader(copy.Texts[shape.Name]);
        text.ReadLine();
        var places = wanted.Columns.Select(c => shape.Columns.ToList().FindIndex(s => s.Name == c.Name)).ToList();
        return [.. CopyRows.Read(text, shape.Columns.Count).Select(row => string.Join('|', places.Select(p => row[p] ?? "∅"))).Order(StringComparer.Ordinal)];
    }

    private static string Unpack(TemporaryFolder folder)
    {
        var file = Path.Combine(Directory.CreateDirectory(Path.Combine(folder.Path, Sample.Code.Value)).FullName, "office.db");
        using var from = new GZipStream(File.OpenRead(Path.Combine(AppContext.BaseDirectory, "Samples", "office-0001.db.gz")), CompressionMode.Decompress);
        using var to = File.Create(file);
        from.CopyTo(to);
        return file;
    }
}
