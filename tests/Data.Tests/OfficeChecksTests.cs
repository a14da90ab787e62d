using Given;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shouldly;

namespace Data.Tests;

public sealed class OfficeChecksTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_sound_office_has_no_faults(Engine engine)
    {
        using var office = TestOffice.On(engine);
        await using var db = office.Open();
        await Sample.FillAsync(db);
        (await OfficeChecks.RunAsync(db)).ShouldBeEmpty();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Each_fault_is_one_sentence_that_names_the_thing(Engine engine)
    {
        using var office = TestOffice.On(engine);
        await using var db = office.Open();
        var sample = await Sample.FillAsync(db);
        sample.Project.AlsoPlaceUnder(sample.Plan.Id, new PublicKey("zzzzzzz"));
        sample.Indicator.UseFor(sample.Plan.Id, new PublicKey("yyyyyyy"), 1);
        var other = Sample.Plan("別の計画");
        var (edition, items) = Sample.Edition(other);
        db.AddRange(other, edition);
        db.AddRange(items);
        await db.SaveChangesAsync();
        await Break("UPDATE plan_items SET parent_id = {0} WHERE id = {1}", items[0].Id.Value, sample.Items[1].Id.Value);
        await Break("UPDATE plan_items SET level_id = {0} WHERE id = {1}", other.Levels[2].Id.Value, sample.Items[2].Id.Value);
        await Break("UPDATE departments SET parent_id = {0} WHERE id = {1}", sample.Department.Id.Value, sample.Division.Id.Value);
        await Break("UPDATE money SET absence = 'Dash' WHERE amount = 1200000");
        await Break("UPDATE actuals SET status = 'NotKnown' WHERE fiscal_year = 2024");

        (await OfficeChecks.RunAsync(db)).ShouldBe([
            "事務事業「サンプル道路維持事業」は、計画「サンプル市総合計画」にない項目(zzzzzzz)に置かれています。",
            "指標「直した延長」は、計画にない項目(yyyyyyy)で使われています。",
            "計画項目「サンプル施策1-1」の上位「サンプル政策1」が、別の版の項目です。",
            "計画項目「サンプル基本事業1-1-1」の階層が、その計画のものではありません。",
            "部課「サンプル課」の上位をたどると、自分に戻ります。",
            "部課「サンプル部」の上位をたどると、自分に戻ります。",
            "事務事業「サンプル道路維持事業」の令和6年度の金額が、金額でも「なし」でもありません。",
            "指標「直した延長」の令和6年度の値と状態が合いません。",
        ], ignoreOrder: true);

        async Task Break(string sql, params object[] values) => (await db.Database.ExecuteSqlRawAsync(sql, values)).ShouldBe(1);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_row_that_names_what_is_not_there_is_found(Engine engine)
    {
        using var office = TestOffice.On(engine);
        await using var db = office.Open();
        await Sample.FillAsync(db);
        await db.Database.OpenConnectionAsync();
        await db.Database.ExecuteSqlRawAsync(engine == Engine.Sqlite ? "PRAGMA foreign_keys=OFF" : "ALTER TABLE ownerships DROP CONSTRAINT fk_ownerships_departments_department_id");
        await db.Database.ExecuteSqlRawAsync("UPDATE ownerships SET department_id = project_id");
        (await OfficeChecks.RunAsync(db)).ShouldContain("事務事業「サンプル道路維持事業」の所管部課がありません。");
    }
}
