using System.Net;
using System.Text;
using Given;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Shirube.Domain.Organization;
using Shouldly;
using Web.Tests.Import;
using Web.Tests.Office;
using Xunit;

namespace Web.Tests.Safety;

/// <summary>The disk is really full: what is said, and what is there afterwards.</summary>
public sealed class FullDiskTests
{
    // why: the check of the installation wants 64 MB of room.
    private const int Megabytes = 128;

    [Fact]
    public async Task On_a_full_disk_every_command_says_what_to_do_and_works_once_there_is_room()
    {
        using var elsewhere = new TemporaryFolder();
        using var run = new CommandRun();
        var city = CommandRun.Code.Value;
        await using (var db = run.Catalogue.Open(CommandRun.Code))
            await Sample.FillAsync(db);
        (await run.Run("publish", "--municipality", city)).Code.ShouldBe(0);
        (await run.Run("backup", "--municipality", city, "--to", Path.Combine(elsewhere.Path, "kept.zip"))).Code.ShouldBe(0);
        var list = Path.Combine(elsewhere.Path, "一覧.csv");
        File.WriteAllText(list, $"番号,事務事業名,担当課,政策,施策,令和6年度事業費(千円)\n{string.Concat(Enumerable.Range(100, 400).Select(i => $"{i},事業{i},サンプル課,政策,施策,{i}\n"))}", Encoding.UTF8);
        string[][] commands = [["import", list, "--municipality", city], ["backup", "--municipality", city], ["publish", "--municipality", city], ["restore", Path.Combine(elsewhere.Path, "kept.zip"), "--replace"]];

        using var disk = SmallDisk.Under(run.Folder, Megabytes);
        var (rows, files) = (await run.RowsAsync(), Kept(run.Folder));
        disk.Fill();
        foreach (var arguments in commands)
        {
            var (code, output, error) = await run.Run(arguments);
            code.ShouldBe(1, $"{arguments[0]}: {output} {error}");
            var sentence = error.TrimEnd().Split('\n')[^1];
            sentence.ShouldContain("ディスク", customMessage: arguments[0]);
            sentence.ShouldContain("空き", customMessage: arguments[0]);
            error.ShouldNotContain("   at ", customMessage: arguments[0]);
        }

        (await run.Run("doctor")).Output.ShouldContain("別のディスクへ移すか消して");
        disk.Free();
        (await run.RowsAsync()).ShouldBe(rows);
        Kept(run.Folder).ShouldBe(files, ignoreOrder: true, "nothing is left over and nothing is gone");
        (await run.Run("verify", "--municipality", city)).Code.ShouldBe(0);
        foreach (var arguments in commands)
            (await run.Run(arguments)).ShouldSatisfyAllConditions(r => r.Code.ShouldBe(0, $"{arguments[0]}: {r.Error}"));
        (await run.Run("verify", "--municipality", city)).Code.ShouldBe(0);
        var doctor = await run.Run("doctor");
        doctor.Code.ShouldBe(0, doctor.Output);
    }

    [Fact]
    public async Task On_a_full_disk_the_office_says_that_nothing_was_saved_and_saves_once_there_is_room()
    {
        using var app = new App();
        using var disk = SmallDisk.Under(app.DataFolder, Megabytes);
        var city = await OfficeCity.Of(app);
        await app.SignInAs(Role.PlanningOffice);
        var page = await app.Get($"{city.OwnPage}/edit");
        var text = string.Concat(Enumerable.Repeat("産後の母子を支える。", 1_500));
        var form = FilledForm.On(page, "main form", Answers.Of(("Form.Outline", text)));
        disk.Fill();
        var action = new Uri(new Uri(page.Url), form.Action);
        var refused = await app.Browser.PostAsync(action, form.Content(), TestContext.Current.CancellationToken);
        refused.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        var said = (await App.Parse(refused)).QuerySelector("main")!.TextContent;
        said.ShouldContain("ディスク");
        said.ShouldContain("保存していません");

        disk.Free();
        await using (var db = app.OpenDb())
            (await db.Projects.Where(p => p.Id == city.OwnProject.Id).Select(p => p.Text.Outline).SingleAsync(TestContext.Current.CancellationToken)).ShouldBeNull();
        (await app.Follow(await app.Browser.PostAsync(action, form.Content(), TestContext.Current.CancellationToken))).StatusCode.ShouldBe(HttpStatusCode.OK);
        await using var after = app.OpenDb();
        (await after.Projects.Where(p => p.Id == city.OwnProject.Id).Select(p => p.Text.Outline).SingleAsync(TestContext.Current.CancellationToken)).ShouldBe(text);
        (await after.ChangeLog.VerifyAsync(TestContext.Current.CancellationToken)).ShouldBeNull();
    }

    [Fact]
    public async Task On_a_full_disk_an_office_nobody_used_for_a_while_says_why_it_shows_nothing_and_comes_back_by_itself()
    {
        using var app = new App();
        using var disk = SmallDisk.Under(app.DataFolder, Megabytes);
        await app.SignInAs(Role.PlanningOffice);
        // why: after some idle minutes the program closes the database, which removes the files beside it.
        SqliteConnection.ClearAllPools();
        disk.Fill();
        var page = await app.Browser.GetAsync($"{App.Office}/projects", TestContext.Current.CancellationToken);
        page.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await App.Parse(page)).QuerySelector("main")!.TextContent.ShouldContain("ディスクがいっぱいです");
        var ready = await app.Browser.GetAsync("/readyz", TestContext.Current.CancellationToken);
        (await ready.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldBe("Unhealthy disk-full");

        disk.Free();
        (await app.Browser.GetAsync($"{App.Office}/projects", TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    // why: the database brings its own log into its file now and then; what it holds is counted.
    private static List<string> Kept(string folder) => [.. KeptCity.Files(folder).Where(f => !f.Key.EndsWith("office.db", StringComparison.Ordinal)).Select(f => $"{f.Key} {f.Value}")];
}
