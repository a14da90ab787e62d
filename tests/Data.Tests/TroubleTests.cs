using Given;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Shirube.Data;
using Shirube.Domain.Common;
using Shouldly;

namespace Data.Tests;

/// <summary>What the disk, the file and the server under a database refuse is said in a sentence, and nothing is half saved.</summary>
public sealed class TroubleTests
{
    [Theory]
    [InlineData("page", "database-damaged")]
    [InlineData("cut", "database-damaged")]
    [InlineData("another", "database-damaged")]
    [InlineData("empty", "database-without-tables")]
    [InlineData("missing", "database-missing")]
    public async Task A_damaged_file_is_named_as_such_and_not_made_anew(string damage, string code)
    {
        using var folder = new TemporaryFolder();
        new Catalogue(folder.Path, TimeProvider.System).Create(Sample.Code, "サンプル市");
        var file = new Catalogue(folder.Path, TimeProvider.System).SqliteFile(Sample.Code);
        await using (var db = new Catalogue(folder.Path, TimeProvider.System).Open(Sample.Code))
        {
            await Sample.FillAsync(db);
            await db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)");
        }

        SqliteConnection.ClearAllPools();
        Damage(file, damage);
        var failure = await Should.ThrowAsync<Exception>(async () =>
        {
            await using var db = new Catalogue(folder.Path, TimeProvider.System).Open(Sample.Code);
            using var snapshot = new OfficeSnapshot(db.Home);
            foreach (var table in snapshot.Tables)
                snapshot.Write(table, Stream.Null, CancellationToken.None);
        });
        DatabaseTrouble.Under(failure)?.Code.ShouldBe(code);
        DatabaseTrouble.Under(failure).ShouldNotBeNull(failure.ToString());
        File.Exists(file).ShouldBe(damage != "missing");
    }

    [Fact]
    public async Task A_full_disk_is_said_and_nothing_of_the_save_stays()
    {
        using var office = TestOffice.On(Engine.Sqlite);
        await using var db = office.Open();
        await Sample.FillAsync(db);
        await db.Database.OpenConnectionAsync();
        var pages = await db.Database.SqlQueryRaw<long>("SELECT page_count AS \"Value\" FROM pragma_page_count").SingleAsync();
#pragma warning disable EF1002
        await db.Database.ExecuteSqlRawAsync($"PRAGMA max_page_count={pages}");
#pragma warning restore EF1002
        for (var i = 0; i < 300; i++)
            db.Add(Sample.Department($"入りきらない課{i}{new string('長', 200)}"));
        var failure = await Should.ThrowAsync<DbUpdateException>(() => db.SaveChangesAsync());
        DatabaseTrouble.Under(failure)!.Code.ShouldBe("disk-full");
        await using var again = office.Open();
        (await again.Departments.CountAsync()).ShouldBe(2);
        (await again.ChangeLog.VerifyAsync()).ShouldBeNull();
    }

    [Fact]
    public void A_disk_without_room_to_begin_reading_is_full_and_not_failing()
    {
        DatabaseTrouble.Under(new SqliteException("disk I/O error", 10, 4874))!.Code.ShouldBe("disk-full");
        DatabaseTrouble.Under(new SqliteException("disk I/O error", 10, 266))!.Code.ShouldBe("disk-failing");
    }

    [Fact]
    public async Task A_file_that_may_not_be_written_is_said()
    {
        using var office = TestOffice.On(Engine.Sqlite);
        await using var db = office.Open();
        await db.Database.OpenConnectionAsync();
        await db.Database.ExecuteSqlRawAsync("PRAGMA query_only=ON");
        db.Add(Sample.Department());
        DatabaseTrouble.Under(await Should.ThrowAsync<Exception>(() => db.SaveChangesAsync()))!.Code.ShouldBe("database-closed-to-us");
    }

    [Fact]
    public void A_server_that_is_down_or_full_is_said()
    {
        var nowhere = OfficeDatabase.Postgres("Host=127.0.0.1;Port=1;Username=nobody;Database=none;Timeout=3", TimeProvider.System);
        var gone = DatabaseTrouble.Under(Should.Throw<Exception>(() => nowhere.Schema()))!;
        gone.Code.ShouldBe("database-gone");
        gone.ToDo.ShouldNotContain("doctor", customMessage: "the doctor says this sentence itself");
        var closed = DatabaseTrouble.Under(new PostgresException("permission denied for schema public", "ERROR", "ERROR", "42501"))!;
        closed.Code.ShouldBe("database-closed-to-us");
        closed.ToDo.ShouldContain("PostgreSQL");
        DatabaseTrouble.Under(new DbUpdateException("", new PostgresException("could not extend file", "ERROR", "ERROR", "53100")))!.Code.ShouldBe("disk-full");
        DatabaseTrouble.Under(new IOException("No space left on device", 28))!.Code.ShouldBe("disk-full");
        DatabaseTrouble.Under(new InvalidOperationException("bug")).ShouldBeNull();
        DatabaseTrouble.Under(new RefusalException(Refusals.Overtaken)).ShouldBeNull();
        Should.Throw<RefusalException>(() => OfficeDatabase.Postgres("nonsense", TimeProvider.System)).Refusal.Code.ShouldBe("connection-unreadable");
    }

    private static void Damage(string file, string damage)
    {
        switch (damage)
        {
            case "page":
                using (var stream = File.OpenWrite(file))
                    for (var page = 1; page < stream.Length / 4096; page++)
                    {
                        stream.Position = page * 4096L;
                        stream.Write(Enumerable.Repeat((byte)0xA5, 64).ToArray());
                    }

                break;
            case "cut":
                using (var stream = File.OpenWrite(file))
                    stream.SetLength(stream.Length / 2 / 4096 * 4096);
                break;
            case "another":
                File.WriteAllText(file, new string('あ', 5000));
                break;
            case "empty":
                File.WriteAllText(file, "");
                break;
            default:
                File.Delete(file);
                break;
        }
    }
}
