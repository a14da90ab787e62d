using System.Globalization;
using System.Text;
using Given;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Organization;
using Shirube.Domain.Projects;
using Shouldly;

namespace Data.Tests;

/// <summary>An office database written out table by table and filled again, on the same database and on the other one.</summary>
public sealed class CopyTests
{
    [Theory]
    [InlineData(Engine.Sqlite, Engine.Sqlite)]
    [InlineData(Engine.Sqlite, Engine.Postgres)]
    [InlineData(Engine.Postgres, Engine.Sqlite)]
    [InlineData(Engine.Postgres, Engine.Postgres)]
    public async Task Every_table_comes_back_byte_for_byte(Engine from, Engine to)
    {
        using var office = TestOffice.On(from);
        await FillWithOddThings(office);
        using var copy = new Copied(office.Database);
        using var filled = copy.Fill(to);

        filled.Again().Texts.ShouldBe(copy.Texts);
        copy.Texts.Values.Count(t => t.Count(c => c == '\n') > 1).ShouldBeGreaterThan(20);
        await using var db = filled.Database.Open();
        (await db.ChangeLog.VerifyAsync()).ShouldBeNull();
        (await OfficeChecks.RunAsync(db)).ShouldBeEmpty();
        var project = await db.Projects.SingleAsync(p => p.Name == "サンプル\"引用\",\r\n𠮷野﨑\n\\.\n。");
        project.InternalNote.ShouldBe("");
        project.InternalContact.ShouldBe(" ");
        project.Schedule(project.Period with { AsWritten = "戻したあとも直せる" });
        db.Change = new(null, "test", null);
        await db.SaveChangesAsync();
        db.Add(new Microsoft.AspNetCore.Identity.IdentityUserClaim<Guid> { UserId = (await db.Accounts.SingleAsync()).Id, ClaimType = "戻したあと", ClaimValue = "" });
        await db.SaveChangesAsync();
        (await db.ChangeLog.VerifyAsync()).ShouldBeNull();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public void Every_table_and_column_the_model_maps_is_in_the_copy(Engine engine)
    {
        using var office = TestOffice.On(engine);
        using var snapshot = new OfficeSnapshot(office.Database);
        using var db = office.Open();
        var mapped = db.Model.GetRelationalModel().Tables.SelectMany(t => t.Columns.Select(c => $"{t.Name}.{c.Name}")).ToList();
        mapped.Count.ShouldBeGreaterThan(150);
        snapshot.Tables.SelectMany(t => t.Columns.Select(c => $"{t.Name}.{c.Name}")).ShouldBe(mapped, ignoreOrder: true);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public void A_column_or_table_that_only_the_database_has_is_copied_too(Engine engine)
    {
        using var office = TestOffice.On(engine);
        using (var db = office.Open())
            db.Database.ExecuteSqlRaw("ALTER TABLE projects ADD COLUMN stray TEXT; CREATE TABLE stray_table (id INTEGER PRIMARY KEY, word TEXT)");
        using var snapshot = new OfficeSnapshot(office.Database);
        snapshot.Tables.Single(t => t.Name == "projects").Columns.ShouldContain(c => c.Name == "stray");
        snapshot.Tables.ShouldContain(t => t.Name == "stray_table");
        var copy = new Copied(office.Database);
        Should.Throw<RefusalException>(() => copy.Fill(engine)).Refusal.Code.ShouldBe("copy-table-unreadable");
    }

    [Fact]
    public void Both_databases_have_tables_of_the_same_shape()
    {
        using var sqlite = TestOffice.On(Engine.Sqlite);
        using var postgres = TestOffice.On(Engine.Postgres);
        using var one = new OfficeSnapshot(sqlite.Database);
        using var other = new OfficeSnapshot(postgres.Database);
        Described(one).ShouldBe(Described(other));

        static List<string> Described(OfficeSnapshot snapshot) =>
            [.. snapshot.Tables.Select(t => $"{t.Name}: {string.Join(' ', t.Columns)} {string.Join(',', t.Key)} {string.Join(' ', t.References.Select(r => $"{string.Join(',', r.Columns)}→{r.Table}.{string.Join(',', r.KeyColumns)}"))}")];
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_copy_whose_rows_were_changed_is_not_taken_in(Engine engine)
    {
        using var office = TestOffice.On(engine);
        await FillWithOddThings(office);
        foreach (var (table, change) in new (string, Func<string, string>)[]
        {
            ("projects", t => t.Replace("サンプル", "サンプノ", StringComparison.Ordinal)),
            ("money", t => t[..(t.LastIndexOf('\n', t.Length - 2) + 1)]),
            ("money", t => t[..^5]),
            ("departments", t => t + t.Split('\n')[1] + "\n"),
            ("people", t => "nonsense\n" + t),
        })
        {
            var copy = new Copied(office.Database);
            copy.Texts[table] = change(copy.Texts[table]);
            var refused = Should.Throw<Exception>(() => copy.Fill(engine));
            if (refused is RefusalException { Refusal: var refusal })
                refusal.Code.ShouldBeOneOf("copy-differs", "copy-table-unreadable");
            else
                refused.ShouldBeAssignableTo<System.Data.Common.DbException>();
        }
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_snapshot_does_not_see_what_is_saved_after_it(Engine engine)
    {
        using var office = TestOffice.On(engine);
        await FillWithOddThings(office);
        using var snapshot = new OfficeSnapshot(office.Database);
        var departments = snapshot.Tables.Single(t => t.Name == "departments");
        var before = snapshot.Write(departments, Stream.Null, CancellationToken.None);
        await using var db = office.Open();
        db.Add(Sample.Department("あとからの課"));
        db.Change = new(null, "test", null);
        await db.SaveChangesAsync();
        snapshot.Write(departments, Stream.Null, CancellationToken.None).ShouldBe(before);
        before.Rows.ShouldBe(2);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Rows_of_any_text_and_number_come_back(Engine engine)
    {
        var random = new Random(20260401);
        using var office = TestOffice.On(engine);
        await using (var db = office.Open())
        {
            var sample = await Sample.FillAsync(db);
            for (var i = 0; i < 60; i++)
            {
                var project = Project.Start($"R{i}", AnyText(random, 1));
                project.Describe(ProjectText.Empty with { Outline = AnyText(random, 0), Target = random.Next(2) == 0 ? null : AnyText(random, 0) });
                project.NoteInternally(AnyText(random, 0), AnyText(random, 0));
                project.Staff(new(2024), MoneyStage.Settled, AnyNumber(random), AnyNumber(random), AnyNumber(random));
                project.Record(new(2024), MoneyStage.Settled, MoneyKind.Total, Figure.Of(new(random.NextInt64(0, 9_000_000_000_000))));
                db.Add(project);
            }

            db.Change = new(sample.Person.Id, "test", AnyText(random, 1));
            await db.SaveChangesAsync();
        }

        var copy = new Copied(office.Database);
        using var there = copy.Fill(Engine.Postgres);
        using var back = there.Again().Fill(Engine.Sqlite);
        back.Again().Texts.ShouldBe(copy.Texts);
    }

    private static string AnyText(Random random, int least)
    {
        string[] pieces = ["あ", "𠮷", "﨑", "\"", "\"\"", ",", "\n", "\r\n", "\r", "\t", "\\N", "\\.", " ", "\u3000", "'", "{0}", "%", "\ufeff", "é", "e\u0301", "👪", "\u0001", "NULL", "-"];
        var text = new StringBuilder();
        for (var i = random.Next(least, 12); i > 0; i--)
            text.Append(pieces[random.Next(pieces.Length)]);
        return text.ToString().Trim().Length == 0 && least > 0 ? "何か" : text.ToString();
    }

    private static decimal? AnyNumber(Random random) => random.Next(4) == 0 ? null : Math.Round((decimal)(random.NextDouble() * 1_000_000), random.Next(10));

    private static async Task FillWithOddThings(TestOffice office)
    {
        await using var db = office.Open();
        var sample = await Sample.FillAsync(db);
        var odd = Sample.FullProject(sample.Department, sample.Plan, sample.Items[2], "2", "サンプル\"引用\",\r\n𠮷野﨑\n\\.\n。");
        odd.NoteInternally("x", "消す前");
        var account = new Account(sample.Person.Id, "hanako") { LockoutEnd = new(2026, 4, 1, 9, 0, 0, 123, TimeSpan.Zero), PasswordHash = "見本" };
        var invitation = Invitation.To(sample.Person.Id, "見本", null, new(2026, 4, 1, 0, 0, 0, DateTimeKind.Utc));
        var term = MayoralTerm.Of(new(2026, 1, 1), new(2029, 12, 31), null);
        db.AddRange(odd, account, invitation, term);
        db.Change = new(sample.Person.Id, "test", null);
        await db.SaveChangesAsync();
        await db.Database.ExecuteSqlRawAsync("UPDATE projects SET internal_note = '', internal_contact = ' ' WHERE number = '2'");
        await SearchTexts.RebuildAsync(db);
        db.AddRange(
            new Microsoft.AspNetCore.Identity.IdentityUserClaim<Guid> { UserId = account.Id, ClaimType = "種類", ClaimValue = "" },
            new Microsoft.AspNetCore.Identity.IdentityUserToken<Guid> { UserId = account.Id, LoginProvider = "見本", Name = "鍵", Value = null });
        await db.SaveChangesAsync();
        await new JobTable(db).QueueAsync("見本", "{\"a\":null}", sample.Person.Id);
    }
}
