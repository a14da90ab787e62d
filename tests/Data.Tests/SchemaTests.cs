using Given;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shouldly;

namespace Data.Tests;

public sealed class SchemaTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public void The_schema_files_make_what_the_model_says(Engine engine)
    {
        using var folder = new TemporaryFolder();
        using var office = TestOffice.On(engine);
        using var files = office.Open();
        using var model = Empty(engine, folder).Open();
        model.Database.EnsureCreated().ShouldBeTrue();

        var made = SchemaDescription.Of(files);
        made.Count.ShouldBeGreaterThan(200);
        made.Except(SchemaDescription.Of(model)).ShouldBeEmpty("only in the files");
        SchemaDescription.Of(model).Except(made).ShouldBeEmpty("only in the model");
    }

    [Theory]
    [InlineData(Engine.Sqlite, "ALTER TABLE projects ADD COLUMN stray TEXT")]
    [InlineData(Engine.Sqlite, "DROP INDEX ix_projects_number")]
    [InlineData(Engine.Postgres, "ALTER TABLE projects ADD COLUMN stray TEXT")]
    [InlineData(Engine.Postgres, "ALTER TABLE projects ALTER COLUMN name DROP NOT NULL")]
    [InlineData(Engine.Postgres, "ALTER TABLE projects ALTER COLUMN version TYPE bigint")]
    [InlineData(Engine.Postgres, "DROP INDEX ix_projects_number")]
    [InlineData(Engine.Postgres, "ALTER TABLE money DROP CONSTRAINT fk_money_projects_project_id")]
    public void A_schema_that_strays_from_the_files_is_seen(Engine engine, string stray)
    {
        using var office = TestOffice.On(engine);
        using var db = office.Open();
        var before = SchemaDescription.Of(db);
        db.Database.ExecuteSqlRaw(stray);
        SchemaDescription.Of(db).ShouldNotBe(before);
    }

    [Fact]
    public void Both_databases_have_the_same_files()
    {
        var sqlite = SchemaFile.All("sqlite");
        sqlite.ShouldNotBeEmpty();
        SchemaFile.All("postgres").Select(f => f.Name).ShouldBe(sqlite.Select(f => f.Name));
        sqlite.Select(f => f.Number).ShouldBe(sqlite.Select(f => f.Number).Distinct().Order());
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public void Upgrading_again_changes_nothing_and_keeps_a_record_of_each_file(Engine engine)
    {
        using var office = TestOffice.On(engine);
        office.Database.Upgrade();
        using var db = office.Open();
        db.Database.SqlQueryRaw<string>("SELECT sha256 AS \"Value\" FROM schema_files ORDER BY number").ToList()
            .ShouldBe(SchemaFile.All(engine == Engine.Sqlite ? "sqlite" : "postgres").Select(f => f.Sha256));
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public void A_database_newer_than_the_program_is_refused(Engine engine)
    {
        using var office = TestOffice.On(engine);
        using var db = office.Open();
        db.Database.ExecuteSqlRaw("INSERT INTO schema_files (number, name, sha256, applied_at_utc) VALUES (999, '0999-later.sql', '', '')");
        Should.Throw<RefusalException>(office.Database.Upgrade).Refusal.Code.ShouldBe("database-newer");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public void A_file_that_was_changed_after_it_was_applied_is_refused(Engine engine)
    {
        using var office = TestOffice.On(engine);
        using var db = office.Open();
        db.Database.ExecuteSqlRaw("UPDATE schema_files SET sha256 = 'another' WHERE number = 1");
        Should.Throw<RefusalException>(office.Database.Upgrade).Refusal.Code.ShouldBe("schema-file-changed");
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public void A_file_that_fails_leaves_nothing_of_itself(Engine engine)
    {
        using var office = TestOffice.On(engine);
        using var db = office.Open();
        var before = SchemaDescription.Of(db);
        var files = SchemaFile.All(engine == Engine.Sqlite ? "sqlite" : "postgres");
        var broken = new SchemaFile(files[^1].Number + 1, "broken.sql", "CREATE TABLE half (id INTEGER); CREATE TABLE half (id INTEGER);");
        Should.Throw<System.Data.Common.DbException>(() => new SchemaUpgrade(engine == Engine.Sqlite, [.. files, broken], office.Clock).Apply(db.Database.GetDbConnection()));
        SchemaDescription.Of(db).ShouldBe(before);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Departments_and_people_who_were_there_before_get_keys_and_a_main_post(Engine engine)
    {
        using var folder = new TemporaryFolder();
        var database = Empty(engine, folder);
        await using var db = database.Open();
        await db.Database.OpenConnectionAsync(TestContext.Current.CancellationToken);
        var files = SchemaFile.All(engine == Engine.Sqlite ? "sqlite" : "postgres");
        new SchemaUpgrade(engine == Engine.Sqlite, [files[0]], TimeProvider.System).Apply(db.Database.GetDbConnection());
        const string Rows = """
            INSERT INTO departments (id, code, name, parent_id, "from", "to", version) VALUES ('00000000-0000-0000-0000-000000000001', '1', '部', NULL, 2020, NULL, 1), ('00000000-0000-0000-0000-000000000002', NULL, '課', '00000000-0000-0000-0000-000000000001', 2020, 2026, 3);
            INSERT INTO people (id, name, version) VALUES ('00000000-0000-0000-0000-00000000000A', '見本 花子', 1), ('00000000-0000-0000-0000-00000000000B', '見本 太郎', 2);
            INSERT INTO assignments (id, person_id, role, department_id, "from", "to") VALUES ('00000000-0000-0000-0000-0000000000A1', '00000000-0000-0000-0000-00000000000A', 'Reader', NULL, '2020-04-01', NULL), ('00000000-0000-0000-0000-0000000000A2', '00000000-0000-0000-0000-00000000000A', 'Entrant', '00000000-0000-0000-0000-000000000002', '2021-04-01', NULL);
            """;
        await db.Database.ExecuteSqlRawAsync(Rows, TestContext.Current.CancellationToken);
        new SchemaUpgrade(engine == Engine.Sqlite, files, TimeProvider.System).Apply(db.Database.GetDbConnection());

        var departments = await db.Departments.OrderBy(d => d.Name).ToListAsync(TestContext.Current.CancellationToken);
        departments.Select(d => (d.Name, d.Code, d.From.Value, d.To?.Value, d.Version)).ShouldBe([("課", null, 2020, 2026, 3), ("部", "1", 2020, null, 1)], ignoreOrder: true);
        var people = await db.People.Include(p => p.Assignments).ToListAsync(TestContext.Current.CancellationToken);
        string[] keys = [.. departments.Select(d => d.Key.Value), .. people.Select(p => p.Key.Value)];
        keys.Distinct().Count().ShouldBe(4);
        keys.ShouldAllBe(k => k.Length == 7 && k.All("23456789bcdfghjkmnpqrstvwxz".Contains));
        people.Single(p => p.Name == "見本 花子").Assignments.Where(a => a.IsMain).Select(a => $"{a.Role}").ShouldBe(["Entrant"]);
        SchemaDescription.Of(db).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task A_rebuilt_SQLite_table_keeps_the_rows_that_name_it()
    {
        using var office = TestOffice.On(Engine.Sqlite);
        await using var db = office.Open();
        await Sample.FillAsync(db);
        var files = SchemaFile.All("sqlite");
        var rebuild = new SchemaFile(files[^1].Number + 1, "rebuild.sql", """
            -- rebuilds tables
            CREATE TABLE staffing_new AS SELECT * FROM staffing;
            DROP TABLE staffing;
            ALTER TABLE staffing_new RENAME TO staffing;
            CREATE TABLE departments_new (id TEXT NOT NULL CONSTRAINT pk_departments PRIMARY KEY, code TEXT, name TEXT NOT NULL, parent_id TEXT, "from" INTEGER NOT NULL, "to" INTEGER, version INTEGER NOT NULL);
            INSERT INTO departments_new SELECT id, code, name, parent_id, "from", "to", version FROM departments;
            DROP TABLE departments;
            ALTER TABLE departments_new RENAME TO departments;
            """);
        new SchemaUpgrade(isSqlite: true, [.. files, rebuild], office.Clock).Apply(db.Database.GetDbConnection());
        (await db.Departments.CountAsync()).ShouldBe(2);
        (await db.Projects.SelectMany(p => p.Ownerships).CountAsync()).ShouldBe(1);
        (await db.Database.SqlQueryRaw<long>("SELECT foreign_keys AS \"Value\" FROM pragma_foreign_keys").SingleAsync()).ShouldBe(1);

        var lossy = new SchemaFile(files[^1].Number + 2, "lossy.sql", "-- rebuilds tables\nDELETE FROM departments;");
        Should.Throw<InvalidOperationException>(() => new SchemaUpgrade(isSqlite: true, [.. files, rebuild, lossy], office.Clock).Apply(db.Database.GetDbConnection()));
        (await db.Departments.CountAsync()).ShouldBe(2);
    }

    [Fact]
    public async Task SQLite_writes_through_a_log_fully_synced_with_foreign_keys_on()
    {
        using var office = TestOffice.On(Engine.Sqlite);
        await using var db = office.Open();
        (await db.Database.SqlQueryRaw<string>("SELECT journal_mode AS \"Value\" FROM pragma_journal_mode").SingleAsync()).ShouldBe("wal");
        (await db.Database.SqlQueryRaw<long>("SELECT synchronous AS \"Value\" FROM pragma_synchronous").SingleAsync()).ShouldBe(2);
        (await db.Database.SqlQueryRaw<long>("SELECT foreign_keys AS \"Value\" FROM pragma_foreign_keys").SingleAsync()).ShouldBe(1);
    }

    private static OfficeDatabase Empty(Engine engine, TemporaryFolder folder) =>
        engine == Engine.Sqlite ? OfficeDatabase.Sqlite(Path.Combine(folder.Path, "model.db"), TimeProvider.System)
        : OfficeDatabase.Postgres(PostgresServer.Instance.NewEmpty(), TimeProvider.System);
}
