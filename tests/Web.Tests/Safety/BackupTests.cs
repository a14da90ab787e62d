using System.IO.Compression;
using System.Text;
using Given;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Exchange.Publishing;
using Shirube.Safety;
using Shouldly;
using Web.Tests.Import;
using Xunit;

namespace Web.Tests.Safety;

public sealed class BackupTests
{
    [Theory]
    [InlineData(Engine.Sqlite, Engine.Sqlite)]
    [InlineData(Engine.Sqlite, Engine.Postgres)]
    [InlineData(Engine.Postgres, Engine.Sqlite)]
    public async Task A_backup_made_while_300_people_save_is_one_moment_and_comes_back_whole(Engine from, Engine to)
    {
        using var city = await KeptCity.Make(from == Engine.Postgres ? PostgresServer.Instance.NewEmpty() : null);
        var catalogue = city.Catalogue;
        var saved = 0;
        var writers = Enumerable.Range(0, 300).Select(async i =>
        {
            await Task.Yield();
            await using var db = catalogue.Open(KeptCity.Code);
            db.Change = new(null, "test", $"{i}");
            db.Add(Sample.Department($"書いている間の課{i}"));
            await db.SaveChangesAsync();
            Interlocked.Increment(ref saved);
        }).ToList();
        while (Volatile.Read(ref saved) < 20)
            await Task.Delay(5, TestContext.Current.CancellationToken);
        var file = await Task.Run(city.Backup, TestContext.Current.CancellationToken);
        await Task.WhenAll(writers);

        var restored = await KeptCity.Restore(file, city.In("other"), connection: to == Engine.Postgres ? PostgresServer.Instance.NewEmpty() : null);
        restored.Findings.ShouldBeEmpty();
        await using var back = new Catalogue(city.In("other"), TimeProvider.System).Open(KeptCity.Code);
        var departments = await back.Departments.CountAsync(TestContext.Current.CancellationToken);
        departments.ShouldBeInRange(2 + 20, 2 + 300);
        (await back.ChangeEntries.CountAsync(e => e.Kind == "Department", TestContext.Current.CancellationToken)).ShouldBe(departments);
        (await back.ChangeLog.VerifyAsync(TestContext.Current.CancellationToken)).ShouldBeNull();
    }

    [Fact]
    public async Task A_restored_municipality_is_the_same_in_every_table_release_key_and_file()
    {
        using var city = await KeptCity.Make();
        var file = city.Backup();
        var restored = await KeptCity.Restore(file, city.In("other"));
        restored.Findings.ShouldBeEmpty();
        KeptCity.Tables(city.In("other")).ShouldBe(KeptCity.Tables(city.Data), ignoreOrder: true);
        var files = KeptCity.Files(city.Data).Where(f => f.Key != Path.Combine("032158", "office.db") && !f.Key.EndsWith("last-backup.json", StringComparison.Ordinal)).ToList();
        files.Count.ShouldBeGreaterThan(6);
        var there = KeptCity.Files(city.In("other"));
        files.ShouldAllBe(f => there.Contains(f));
        if (!OperatingSystem.IsWindows())
        {
            File.GetUnixFileMode(file).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
            File.GetUnixFileMode(city.In("other", "keys", "032158", "signing.pem")).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }
    }

    [Fact]
    public async Task What_is_there_is_put_aside_only_when_asked_and_never_lost()
    {
        using var city = await KeptCity.Make();
        var file = city.Backup();
        await using (var db = city.Catalogue.Open(KeptCity.Code))
        {
            db.Add(Sample.Department("バックアップのあとの課"));
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        var before = KeptCity.Tables(city.Data);
        (await KeptCity.Refused(() => KeptCity.Restore(file, city.Data))).ShouldBe("copy-municipality-exists");
        KeptCity.Tables(city.Data).ShouldBe(before, ignoreOrder: true);
        var restored = await KeptCity.Restore(file, city.Data, replace: true);
        var aside = restored.PutAside.ShouldHaveSingleItem();
        (await city.Catalogue.Open(KeptCity.Code).Departments.CountAsync(TestContext.Current.CancellationToken)).ShouldBe(2);
        await using var old = OfficeDatabase.Sqlite(Path.Combine(aside, "files", "office.db"), TimeProvider.System, mustExist: true).Open();
        (await old.Departments.CountAsync(TestContext.Current.CancellationToken)).ShouldBe(3);
        File.Exists(Path.Combine(aside, "keys", "signing.pem")).ShouldBeTrue();
        Directory.Exists(Path.Combine(city.Data, "restoring")).ShouldBeFalse();
    }

    [Fact]
    public async Task A_restore_over_PostgreSQL_puts_the_old_tables_aside_in_their_own_schema()
    {
        var connection = PostgresServer.Instance.NewEmpty();
        using var city = await KeptCity.Make(connection);
        var file = city.Backup();
        (await KeptCity.Refused(() => KeptCity.Restore(file, city.In("other"), connection: connection))).ShouldBe("database-not-empty");
        var restored = await KeptCity.Restore(file, city.Data, replace: true);
        restored.PutAside.Count.ShouldBe(2);
        restored.Findings.ShouldBeEmpty();
        await using var db = city.Catalogue.Open(KeptCity.Code);
        var schema = restored.PutAside[1].Split(' ')[1];
#pragma warning disable EF1002
        (await db.Database.SqlQueryRaw<long>($"SELECT count(*) AS \"Value\" FROM {schema}.departments").SingleAsync(TestContext.Current.CancellationToken)).ShouldBe(2);
#pragma warning restore EF1002
        db.Add(Sample.Department("戻したあとの課"));
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        (await db.ChangeLog.VerifyAsync(TestContext.Current.CancellationToken)).ShouldBeNull();
    }

    [Fact]
    public async Task A_backup_that_could_not_be_restored_says_so_and_takes_no_older_one_away()
    {
        using var city = await KeptCity.Make();
        var folder = city.In("kept");
        var good = new Backups(city.Catalogue, TimeProvider.System, KeptCity.Quiet).Make(city.City, folder, null, TestContext.Current.CancellationToken);
        good.LostIn.ShouldBeNull();
        using (var database = new SqliteConnection($"Data Source={city.Catalogue.SqliteFile(KeptCity.Code)};Foreign Keys=False;Pooling=False"))
        {
            database.Open();
            using var command = database.CreateCommand();
            command.CommandText = "DELETE FROM departments";
            command.ExecuteNonQuery();
        }

        // why: a backup is named by the second.
        await Task.Delay(1_100, TestContext.Current.CancellationToken);
        var run = await CommandRun.RunIn(city.Data, "backup", "--municipality", $"{KeptCity.Code}", "--to", folder, "--keep", "1");
        run.Code.ShouldBe(1);
        run.Error.ShouldContain("参照先のない行があるため、これからは戻せません。古いバックアップは消していません。");
        File.Exists(good.File).ShouldBeTrue();
        Directory.GetFiles(folder).Length.ShouldBe(2);
    }

    [Theory]
    [InlineData(Engine.Sqlite)]
    [InlineData(Engine.Postgres)]
    public async Task A_backup_of_rows_that_name_a_department_that_is_gone_is_refused_for_that_reason(Engine to)
    {
        using var city = await KeptCity.Make();
        using (var database = new SqliteConnection($"Data Source={city.Catalogue.SqliteFile(KeptCity.Code)};Foreign Keys=False;Pooling=False"))
        {
            database.Open();
            using var command = database.CreateCommand();
            command.CommandText = "DELETE FROM departments";
            command.ExecuteNonQuery();
        }

        var file = city.Backup();
        (await KeptCity.Refused(() => KeptCity.Restore(file, city.In("other"), connection: to == Engine.Postgres ? PostgresServer.Instance.NewEmpty() : null))).ShouldBe("copy-references-lost");
    }

    [Fact]
    public async Task Every_table_of_a_copy_has_a_title_in_Japanese()
    {
        using var city = await KeptCity.Make();
        await using var db = city.Catalogue.Open(KeptCity.Code);
        var tables = db.Model.GetEntityTypes().Select(t => t.GetTableName()!).Concat(KeptCity.Tables(city.Data).Keys).Distinct().ToList();
        tables.Count.ShouldBeGreaterThan(50);
        tables.Where(t => TableWords.Of(t) is not { Length: > 0 } title || title.Any(char.IsAsciiLetter)).ShouldBeEmpty("add a title to TableWords");
        city.Export(city.In("export"));
        File.ReadAllText(city.In("export", "datapackage.json")).ShouldContain("\"title\": \"サインインの記録\"");
    }

    [Fact]
    public async Task A_backup_cut_at_any_place_touches_nothing()
    {
        using var city = await KeptCity.Make();
        var bytes = File.ReadAllBytes(city.Backup());
        var before = KeptCity.Files(city.Data);
        foreach (var length in Enumerable.Range(1, 19).Select(i => bytes.Length * i / 20).Concat([2, 30, bytes.Length - 64, bytes.Length - 65, bytes.Length - 2]))
            (await KeptCity.Refused(() => KeptCity.Restore(Write(city, bytes[..length]), city.Data, replace: true))).ShouldBeOneOf("copy-damaged", "copy-foreign");
        KeptCity.Files(city.Data).ShouldBe(before, ignoreOrder: true);
    }

    [Fact]
    public async Task A_backup_cut_in_half_flipped_foreign_or_another_municipalitys_touches_nothing()
    {
        using var city = await KeptCity.Make();
        var file = city.Backup();
        var bytes = File.ReadAllBytes(file);
        var before = KeptCity.Files(city.Data);
        (await KeptCity.Refused(() => KeptCity.Restore(Write(city, bytes[..(bytes.Length / 2)]), city.Data, replace: true))).ShouldBe("copy-damaged");
        (await KeptCity.Refused(() => KeptCity.Restore(Write(city, bytes[..^1]), city.Data, replace: true))).ShouldBe("copy-damaged");
        (await KeptCity.Refused(() => KeptCity.Restore(Write(city, [1, 2, 3]), city.Data, replace: true))).ShouldBe("copy-foreign");
        (await KeptCity.Refused(() => KeptCity.Restore(Write(city, []), city.Data, replace: true))).ShouldBe("copy-foreign");
        (await KeptCity.Refused(() => KeptCity.Restore(Write(city, ForeignZip()), city.Data, replace: true))).ShouldBe("copy-foreign");
        (await KeptCity.Refused(() => KeptCity.Restore(city.In("nowhere.zip"), city.Data, replace: true))).ShouldBe("copy-missing");
        (await KeptCity.Refused(() => KeptCity.Restore(file, city.Data, replace: true, named: KeptCity.Other))).ShouldBe("copy-of-another");
        (await KeptCity.Refused(() => KeptCity.Restore(file, city.In("new"), named: KeptCity.Other))).ShouldBe("copy-of-another");
        var random = new Random(20260401);
        for (var i = 0; i < 60; i++)
        {
            var flipped = (byte[])bytes.Clone();
            flipped[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
            (await KeptCity.Refused(() => KeptCity.Restore(Write(city, flipped), city.Data, replace: true))).ShouldBeOneOf("copy-damaged", "copy-foreign");
        }

        KeptCity.Files(city.Data).ShouldBe(before, ignoreOrder: true);
        KeptCity.Files(city.In("new")).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_backup_of_a_newer_format_or_schema_is_refused()
    {
        using var city = await KeptCity.Make();
        var folder = city.In("export");
        city.Export(folder);
        var manifest = Path.Combine(folder, "manifest.json");
        var text = File.ReadAllText(manifest);
        Rewrite(text.Replace("\"version\": 1,", "\"version\": 2, \"unknownField\": true,", StringComparison.Ordinal));
        (await KeptCity.Refused(() => KeptCity.Restore(folder, city.In("new")))).ShouldBe("copy-format-newer");
        Rewrite(text.Replace("\"number\": 1,", "\"number\": 4711,", StringComparison.Ordinal));
        (await KeptCity.Refused(() => KeptCity.Restore(folder, city.In("new")))).ShouldBe("copy-newer");
        Rewrite(text);
        (await KeptCity.Restore(folder, city.In("new"))).Findings.ShouldBeEmpty();

        void Rewrite(string to)
        {
            var sums = Path.Combine(folder, "SHA256SUMS");
            var old = Hash(File.ReadAllBytes(manifest));
            File.WriteAllText(manifest, to);
            File.WriteAllText(sums, File.ReadAllText(sums).Replace(old, Hash(File.ReadAllBytes(manifest)), StringComparison.Ordinal));
        }

        static string Hash(byte[] bytes) => Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(bytes));
    }

    [Fact]
    public async Task Old_backups_of_ours_are_removed_and_nothing_else()
    {
        using var city = await KeptCity.Make();
        var folder = Directory.CreateDirectory(city.In("nightly")).FullName;
        foreach (var name in new[] { "shirube-032158-20200101-000000.zip", "shirube-032158-20200102-000000.zip" })
            File.Move(city.Backup(), Path.Combine(folder, name));
        File.WriteAllText(Path.Combine(folder, "shirube-032158-20190101-000000.zip"), "人が置いたもの");
        File.Move(city.Backup(), Path.Combine(folder, "shirube-032034-20190101-000000.zip"));
        var made = new Backups(city.Catalogue, TimeProvider.System, KeptCity.Quiet).Make(city.City, folder, 2, TestContext.Current.CancellationToken);
        made.Removed.Select(Path.GetFileName).ShouldBe(["shirube-032158-20200101-000000.zip"]);
        Directory.EnumerateFiles(folder).Count().ShouldBe(4);
        (await KeptCity.Refused(() => Task.FromResult(new Backups(city.Catalogue, TimeProvider.System, KeptCity.Quiet).Make(city.City, made.File, null, CancellationToken.None)))).ShouldBe("copy-target-exists");
    }

    private static string Write(KeptCity city, byte[] bytes)
    {
        var file = city.In($"odd-{Guid.NewGuid():N}.zip");
        File.WriteAllBytes(file, bytes);
        return file;
    }

    private static byte[] ForeignZip()
    {
        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create))
        using (var entry = new StreamWriter(zip.CreateEntry("document.xml").Open(), Encoding.UTF8))
            entry.Write("<別のもの/>");
        return memory.ToArray();
    }
}
