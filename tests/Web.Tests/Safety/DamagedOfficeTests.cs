using System.Net;
using Given;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Organization;
using Shirube.Safety;
using Shouldly;
using Web.Tests.Import;
using Xunit;

namespace Web.Tests.Safety;

public sealed class DamagedOfficeTests
{
    [Fact]
    public async Task A_damaged_database_is_said_on_the_page_and_to_the_watchers_and_nobody_replaces_it_meanwhile()
    {
        using var app = new App();
        await app.SignInAs(Role.PlanningOffice);
        var browser = app.Browser;
        (await browser.GetAsync($"{App.Office}/projects", TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await app.Browser.GetStringAsync("/readyz", TestContext.Current.CancellationToken)).ShouldBe("Healthy");
        Should.Throw<RefusalException>(() => InUse.Alone(app.DataFolder)).Refusal.Code.ShouldBe("installation-in-use");

        var file = Path.Combine(app.DataFolder, App.Code.Value, "office.db");
        SqliteConnection.ClearAllPools();
        File.WriteAllText(file, new string('x', 8192));
        File.Delete(file + "-wal");
        var page = await browser.GetAsync($"{App.Office}/projects", TestContext.Current.CancellationToken);
        page.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable, string.Join('\n', app.Errors.All));
        var text = (await App.Parse(page)).QuerySelector("main")!.TextContent;
        text.ShouldContain("データベースが壊れています");
        text.ShouldContain("保存していません");
        text.ShouldContain("バックアップから戻してください");
        text.ShouldNotContain("   at ");
        text.ShouldNotContain("SQLite", customMessage: "what the machine said");
        var ready = await app.Browser.GetAsync("/readyz", TestContext.Current.CancellationToken);
        ready.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await ready.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldBe("Unhealthy database-damaged");

        SqliteConnection.ClearAllPools();
        File.Delete(file);
        foreach (var address in new[] { $"{App.Office}/projects", $"{App.Office}/sign-in" })
        {
            var missing = await browser.GetAsync(address, TestContext.Current.CancellationToken);
            missing.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
            (await missing.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldNotContain(app.DataFolder, customMessage: "where the data lies is nobody's business");
        }

        (await (await app.Browser.GetAsync("/readyz", TestContext.Current.CancellationToken)).Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldBe("Unhealthy database-missing");
        File.Exists(file).ShouldBeFalse();
    }

    [Fact]
    public async Task The_doctor_names_what_is_wrong_and_what_to_do()
    {
        using var city = await KeptCity.Make();
        var kept = city.In("data", "032158", "imports", new string('a', 64), "file");
        var findings = await Check();
        findings.Where(f => f.Health == Health.Fault).Select(f => f.Check).ShouldBe(["取り込んだファイル"]);
        Directory.Delete(Path.GetDirectoryName(kept)!, recursive: true);
        city.Backup();
        (await Check()).ShouldAllBe(f => f.Health == Health.Ok);

        File.WriteAllText(city.In("data", "keys", "032158", "last-release.json"), "壊れた");
        await using (var db = city.Catalogue.Open(KeptCity.Code))
            await db.Database.ExecuteSqlRawAsync("UPDATE change_entries SET text = text || ' ' WHERE sequence = 2", TestContext.Current.CancellationToken);
        (await Check()).Where(f => f.Health == Health.Fault).Select(f => f.Check).ShouldContain("変更履歴");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(city.In("data", "keys", "032158"), (UnixFileMode)0b111_101_101);
            File.SetUnixFileMode(city.In("data", "keys", "032158", "signing.pem"), (UnixFileMode)0b110_100_100);
            new InstallationCheck(city.Catalogue, TimeProvider.System).Run().Single(f => f.Check == "鍵の権限").Health.ShouldBe(Health.Fault);
        }

        SqliteConnection.ClearAllPools();
        File.Delete(city.Catalogue.SqliteFile(KeptCity.Code));
        (await Check()).Single(f => f.Check == "データベース").ToDo!.ShouldContain("バックアップから戻して");
        Directory.CreateDirectory(city.In("data", "032034"));
        new InstallationCheck(city.Catalogue, TimeProvider.System).Run().ShouldContain(f => f.Check == "登録のない団体" && f.Health == Health.Caution);

        Task<IReadOnlyList<Finding>> Check() => new MunicipalityCheck(city.Catalogue, city.City, TimeProvider.System).RunAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task The_doctor_names_a_damaged_page_in_one_line()
    {
        using var city = await KeptCity.Make();
        SqliteConnection.ClearAllPools();
        var file = city.Catalogue.SqliteFile(KeptCity.Code);
        using (var database = new SqliteConnection($"Data Source={file};Pooling=False"))
        {
            database.Open();
            using var command = database.CreateCommand();
            command.CommandText = "SELECT rootpage FROM sqlite_master WHERE name = 'projects'";
            var page = (long)command.ExecuteScalar()!;
            database.Close();
            using var stream = File.OpenWrite(file);
            stream.Position = (page - 1) * 4096;
            stream.Write(Enumerable.Repeat((byte)0xA5, 4096).ToArray());
        }

        var found = (await new MunicipalityCheck(city.Catalogue, city.City, TimeProvider.System).RunAsync(TestContext.Current.CancellationToken)).Single(f => f.Check == "データベース");
        found.Health.ShouldBe(Health.Fault);
        found.What.ShouldStartWith("データベースのファイルが壊れています(Tree ");
        found.What.ShouldNotContain('\n');
    }

    [Fact]
    public async Task The_doctor_does_not_say_of_a_restored_municipality_that_it_never_had_a_backup()
    {
        using var city = await KeptCity.Make();
        await KeptCity.Restore(city.Backup(), city.In("other"));
        var catalogue = new Catalogue(city.In("other"), TimeProvider.System);
        var checks = await new MunicipalityCheck(catalogue, catalogue.Find(KeptCity.Code)!, TimeProvider.System).RunAsync(TestContext.Current.CancellationToken);
        checks.Single(f => f.Check == "バックアップ").What.ShouldContain("戻したばかり");
    }

    [Fact]
    public async Task A_damaged_list_of_municipalities_is_written_anew_and_nothing_is_lost()
    {
        using var run = new CommandRun();
        var list = Path.Combine(run.Folder, "catalogue.json");
        await File.WriteAllTextAsync(list, "[{", TestContext.Current.CancellationToken);
        var (code, output, error) = await run.Run("doctor");
        code.ShouldBe(1, error);
        output.ShouldContain("書き直してください");
        File.Delete(list);
        (_, output, _) = await run.Run("doctor");
        output.ShouldContain("書き直してください");
        await File.WriteAllTextAsync(list, """[{ "code": "032158", "name": "奥州市" }]""", TestContext.Current.CancellationToken);
        (code, _, error) = await run.Run("verify", "--municipality", "032158");
        code.ShouldBe(0, error);
    }

    [Fact]
    public async Task Commands_end_with_one_sentence_when_the_database_or_the_backup_is_broken()
    {
        using var run = new CommandRun();
        var (code, output, error) = await run.Run("backup", "--municipality", CommandRun.Code.Value, "--to", Path.Combine(run.Folder, "kept"), "--json");
        code.ShouldBe(0, error);
        error.ShouldBeEmpty();
        output.ShouldContain("\"rows\"");
        var backup = Directory.EnumerateFiles(Path.Combine(run.Folder, "kept")).Single();
        var half = Path.Combine(run.Folder, "half.zip");
        File.WriteAllBytes(half, File.ReadAllBytes(backup)[..5000]);
        (code, output, error) = await run.Run("restore", half, "--replace");
        code.ShouldBe(1);
        output.ShouldBeEmpty();
        error.ShouldContain("途中で切れています");
        SqliteConnection.ClearAllPools();
        File.WriteAllText(Path.Combine(run.Folder, CommandRun.Code.Value, "office.db"), new string('x', 8192));
        foreach (var arguments in new[] { "verify --municipality 032158", "backup", "publish --municipality 032158" })
        {
            (code, output, error) = await run.Run(arguments.Split(' '));
            code.ShouldBe(1);
            error.TrimEnd().Split('\n')[^1].ShouldContain("データベースが壊れています");
            error.ShouldNotContain("   at ");
        }

        (code, output, _) = await run.Run("doctor");
        code.ShouldBe(1);
        output.ShouldContain("異常 032158 データベース: データベースが壊れています");
        (code, _, error) = await run.Run("restore", backup, "--replace");
        code.ShouldBe(0, error);
        (code, output, error) = await run.Run("verify", "--municipality", CommandRun.Code.Value);
        code.ShouldBe(0, error);
        output.ShouldContain("異常はありません。");
        Directory.EnumerateFiles(run.Folder, "*.tmp", SearchOption.AllDirectories).ShouldBeEmpty();
        Directory.Exists(Path.Combine(run.Folder, "logs")).ShouldBeFalse();
    }
}
