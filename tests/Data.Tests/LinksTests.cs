using Given;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Links;
using Shouldly;

namespace Data.Tests;

public sealed class LinksTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Links_goals_initiatives_and_partners_come_back_as_they_were_saved(Engine engine)
    {
        using var office = TestOffice.On(engine);
        var sample = await Fill(office, known => known);
        await using var db = office.Open();
        var link = await db.ItemLinks.SingleAsync();
        (link.One == sample.Measure || link.Other == sample.Measure, link.Note).ShouldBe((true, "基本目標を支える"));
        (await db.GoalLinks.Where(l => l.PlanId == sample.Measure.Plan && l.ItemKey == sample.Measure.Item).Select(l => new { l.Goal, l.Target, l.Strength, l.Reason }).SingleAsync())
            .ShouldBe(new { Goal = 11, Target = (string?)"11.2", Strength = Strength.Mainly, Reason = (string?)"移動を支える" });
        (await db.OwnGoals.Include(g => g.Relations).SingleAsync()).Goals.ShouldBe([6, 15]);
        var initiative = await db.Initiatives.Include(i => i.Members).SingleAsync();
        initiative.Members.Count.ShouldBe(2);
        initiative.Drop(initiative.Members.Single(m => m.ProjectId is not null).Id);
        await db.SaveChangesAsync();
        initiative.Version.ShouldBe(2, "a member belongs to its initiative");
        (await db.PartnerActivities.SingleAsync()).InternalContact.ShouldBe("担当者 0197-00-0000");
        (await OfficeChecks.RunAsync(db)).ShouldBeEmpty();
        (await db.ChangeEntries.Where(e => e.Text.Contains("0197-00-0000")).CountAsync()).ShouldBe(0, "a contact is personal");
        (await db.ChangeLog.VerifyAsync()).ShouldBeNull();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Whatever_names_an_item_of_no_edition_is_found(Engine engine)
    {
        using var office = TestOffice.On(engine);
        await Fill(office, place => place with { Item = new("nowhere") });
        await using var db = office.Open();
        (await OfficeChecks.RunAsync(db)).ShouldBe([
            "項目のつながりが、計画「サンプル市総合計画」にない項目(nowhere)を指しています。",
            "SDGsの目標11とのつながりが、計画にない項目(nowhere)を指しています。",
            "重点プロジェクト「つながる(サンプル)」に、計画にない項目(nowhere)が入っています。",
            "「見守り隊(サンプル)」の活動が、計画にない項目(nowhere)を指しています。",
        ], ignoreOrder: true);
    }

    private static async Task<(ItemPlace Measure, ItemPlace Goal)> Fill(TestOffice office, Func<ItemPlace, ItemPlace> named)
    {
        await using var db = office.Open();
        var sample = await Sample.FillAsync(db);
        var strategy = Sample.Plan("総合戦略");
        var (edition, items) = Sample.Edition(strategy);
        db.AddRange(strategy, edition);
        db.AddRange(items);
        var (measure, goal) = (named(new(sample.Plan.Id, sample.Items[1].Key)), new ItemPlace(strategy.Id, items[0].Key));
        ItemPlace[] known = [measure, goal];
        var initiative = Initiative.Take(sample.Plan.Id, 1, "つながる(サンプル)", null, isSample: true);
        initiative.Add(measure, known);
        initiative.Add(sample.Project.Id);
        var partner = PartnerActivity.Record(new("見守り隊(サンプル)", PartnerKind.District, "登下校を見守る", new(2024), null, 11, measure), known, isSample: true);
        partner.NoteInternally("担当者 0197-00-0000");
        db.AddRange(
            ItemLink.Between(measure, goal, "基本目標を支える", known, []), GoalLink.Of(measure, new(11, "11.2", Strength.Mainly, "移動を支える"), known, []), GoalLink.Of(sample.Project.Id, new(9, null, Strength.Related, null), []),
            OwnGoalSet.Adopt("わが市のSDGs(サンプル)", null, null), OwnGoal.Set(1, "水と緑(サンプル)", null, [6, 15]), initiative, partner);
        await db.SaveChangesAsync();
        return (measure, goal);
    }
}
