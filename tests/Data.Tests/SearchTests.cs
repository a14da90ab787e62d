using Given;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Deliberation;
using Shirube.Domain.Evaluation;
using Shirube.Domain.Indicators;
using Shirube.Domain.Links;
using Shirube.Domain.Organization;
using Shirube.Domain.Plans;
using Shirube.Domain.Projects;
using Shirube.Domain.Surveys;
using Shouldly;

namespace Data.Tests;

public sealed class SearchTests
{
    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Words_are_found_in_any_width_and_kana_however_short(Engine engine)
    {
        using var office = TestOffice.On(engine);
        await using var db = office.Open();
        var children = Project.Start("Ａ１２３", "こども医療費の助成");
        children.Describe(ProjectText.Empty with { Outline = "髙齢者ではなく、ｺｰﾋｰ １００％ の _下線_ と市道の\\話" });
        var road = Project.Start("B-7", "市道改良");
        db.AddRange(children, road, Project.Start("C8", "別の事業"));
        await db.SaveChangesAsync();

        foreach (var typed in new[] { "ｺﾄﾞﾓ", "コドモ", "こども", "A123", "a１２３", "医療", "費", "高齢者", "こーひー", "コ－ヒ－", "コーヒー 助成", "100%", "_下線_", "の\\話", "市道の", "「医療費の 助成」", "こども -改良" })
            (await Found(db, typed)).ShouldBe(["こども医療費の助成"], typed);
        foreach (var typed in new[] { "市道", "道" })
            (await Found(db, typed)).ShouldBe(["こども医療費の助成", "市道改良"], typed);
        (await Found(db, "市道 -こども")).ShouldBe(["市道改良"]);
        foreach (var typed in new[] { "%", "_%", "ど_も", "こ%も", "医療 改良", "Ａ１２４", "'; DROP TABLE projects; --" })
            (await Found(db, typed)).ShouldBe(typed == "%" ? ["こども医療費の助成"] : [], typed);
        (await Found(db, "")).Count.ShouldBe(3);
        (await Found(db, new string('あ', 10_000))).ShouldBeEmpty();
        (await db.Projects.Matching(db, SearchWords.Parse("ｼﾄﾞｳ 市道")).Select(p => p.Name).ToListAsync()).ShouldBeEmpty();
        (await db.Projects.Matching(db, SearchWords.Parse("市道")).OrderBy(p => p.Name).Select(p => p.Number).ToListAsync()).ShouldBe(["Ａ１２３", "B-7"]);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_renamed_record_is_found_by_its_new_name_and_a_removed_one_not_at_all(Engine engine)
    {
        using var office = TestOffice.On(engine);
        await using var db = office.Open();
        var sample = await Sample.FillAsync(db);
        await using (var other = office.Open())
        {
            // why: the page that renames loads the project alone; what it did not load must not fall out of the search.
            var project = await other.Projects.SingleAsync();
            project.Rename("1", "サンプル橋りょう維持事業");
            await other.SaveChangesAsync();
        }

        (await Found(db, "道路維持")).ShouldBeEmpty();
        (await Found(db, "ハシリョウ 橋りょう")).ShouldBeEmpty();
        (await Found(db, "橋りょう 一般-8-2")).ShouldBe(["サンプル橋りょう維持事業"]);
        db.Remove(sample.Indicator);
        await db.SaveChangesAsync();
        (await Found(db, "直した延長")).ShouldBeEmpty();
        (await SearchTexts.StrayAsync(db)).ShouldBe(0);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Every_kind_of_record_is_found_and_names_of_people_only_as_people(Engine engine)
    {
        using var office = TestOffice.On(engine);
        await using var db = office.Open();
        var sample = await Sample.FillAsync(db);
        var evaluation = EvaluationFact.Of(sample.Project.Id, new(2025));
        evaluation.Answer(1, EvaluationStage.Manager, "今後の方向性", "拡充", "利用が伸びている");
        sample.Items[0].Write("1", "サンプル政策1", null, "## 現状と**課題**\n\n- 道路の**傷み**が進む\n\n| 年 | 延長 |\n|---|---|\n| 2024 | 12 |");
        var partner = PartnerActivity.Record(new("見守り隊", PartnerKind.District, "登下校を見守る", new(2024), null, 11, null), []);
        partner.NoteInternally("代表 0197-00-0000");
        db.AddRange(evaluation, Meeting.Hold("第3回 審議会", "審議会", 2025, 7, 3, "市民15人", null, null), ImportRun.Of("令和6年度一覧.xlsx", "00", "{}", null, sample.Person.Id, office.Clock.GetUtcNow().UtcDateTime),
            Initiative.Take(sample.Plan.Id, 1, "若い人が残るまち", "仕事と住まいを合わせて進める"), partner,
            GlossaryTerm.Explain("共生社会", "きょうせいしゃかい", "支え合う社会", null), Survey.Report("市民アンケート", "18歳以上", null, null, 3000, null, null, null, null, null, null),
            SavedView.Keep("projects", "毎月見るもの", "", sample.Person.Id), EntryCall.Open(new("目的をそろえる", null, EntryFields.Target, null, null, null, new(2026, 5, 1)), [sample.Department.Id], null, office.Clock.GetUtcNow().UtcDateTime));
        await db.SaveChangesAsync();

        var kinds = await db.SearchTexts.Select(t => t.Kind).Distinct().ToListAsync();
        kinds.Order().ShouldBe(Enum.GetValues<SearchKind>());
        (await Found(db, "R6 一覧")).ShouldBe(["令和6年度一覧.xlsx"]);
        (await Found(db, "拡充 伸びている")).ShouldBe(["令和7年度の評価"]);
        (await Found(db, "\"現状と課題\" 傷みが進む")).ShouldBe(["サンプル政策1"]);
        (await db.SearchTexts.AnyAsync(t => t.Text.Contains("**") || t.Text.Contains("---"))).ShouldBeFalse();
        (await Found(db, "若い人 住まい")).ShouldBe(["若い人が残るまち"]);
        (await Found(db, "登下校")).ShouldBe(["見守り隊"]);
        (await Found(db, "0197")).ShouldBeEmpty();
        (await Found(db, "キョウセイ")).ShouldBe(["共生社会"]);
        (await Found(db, "花子")).ShouldBe(["サンプル 花子"]);
        (await Found(db, "内線123")).ShouldBeEmpty();
        (await db.SearchTexts.Where(t => t.Kind == SearchKind.PlanItem).Select(t => t.ParentKey).Distinct().ToListAsync()).ShouldBe([sample.Plan.Key.Value]);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Many_records_written_at_once_are_found_as_well(Engine engine)
    {
        using var office = TestOffice.On(engine);
        await using var db = office.Open();
        var plan = Sample.Plan();
        var (edition, items) = Sample.Edition(plan);
        db.AddUntracked([plan, edition, .. items, .. Enumerable.Range(1, 1200).Select(i => Project.Start($"N{i}", $"まとめて入れた事業{i}"))]);
        await db.SaveChangesAsync();
        (await Found(db, "まとめて")).Count.ShouldBe(1200);
        (await Found(db, "基本事業")).Count.ShouldBe(5);
        (await SearchTexts.StrayAsync(db)).ShouldBe(0);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task An_edition_that_is_shown_takes_the_place_of_the_one_before(Engine engine)
    {
        using var office = TestOffice.On(engine);
        await using var db = office.Open();
        var sample = await Sample.FillAsync(db);
        var next = sample.Plan.Draft("第二案");
        var item = new PlanTree(next, sample.Plan, []).Add(sample.Plan.Levels[0], null, "9", "あたらしい政策");
        db.AddRange(next, item);
        await db.SaveChangesAsync();
        (await Found(db, "政策", SearchKind.PlanItem)).Count.ShouldBe(2, "the office still means the one before");
        var plan = await db.Plans.SingleAsync(p => p.Id == sample.Plan.Id);
        var before = await db.Editions.SingleAsync(e => e.Id == plan.ShownId);
        plan.Show(next);
        await db.SaveChangesAsync();
        (await Found(db, "政策", SearchKind.PlanItem)).ShouldBe(["あたらしい政策"]);
        (await Found(db, "第二案")).ShouldBe(["サンプル市総合計画"]);
        (await SearchTexts.StrayAsync(db)).ShouldBe(0);

        plan.Show(before);
        await db.SaveChangesAsync();
        (await Found(db, "政策", SearchKind.PlanItem)).Count.ShouldBe(2);
        (await SearchTexts.StrayAsync(db)).ShouldBe(0);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Whatever_is_edited_the_search_texts_equal_the_records(Engine engine)
    {
        using var office = TestOffice.On(engine);
        await using (var db = office.Open())
            await Sample.FillAsync(db);
        var random = new Random(3);
        for (var round = 0; round < 40; round++)
        {
            await using var db = office.Open();
            await EditAnything(db, random);
            await db.SaveChangesAsync();
        }

        await using var after = office.Open();
        (await SearchTexts.StrayAsync(after)).ShouldBe(0);
        (await after.SearchTexts.CountAsync()).ShouldBeGreaterThan(10);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_database_without_texts_or_with_those_of_earlier_rules_catches_up_when_it_is_opened(Engine engine)
    {
        using var office = TestOffice.On(engine);
        await using var db = office.Open();
        await Sample.FillAsync(db);
        var changed = await db.SearchTexts.Select(t => t.ChangedAtUtc).Distinct().SingleAsync();
        office.Clock.Advance(TimeSpan.FromDays(1));
        await db.SearchTexts.ExecuteDeleteAsync();
        office.Database.Upgrade();
        (await SearchTexts.StrayAsync(db)).ShouldBeGreaterThan(10, "nothing says that they are missing");
        await db.Database.ExecuteSqlRawAsync("UPDATE search_state SET rules = 0");
        office.Database.Upgrade();
        (await SearchTexts.StrayAsync(db)).ShouldBe(0);

        await db.Database.ExecuteSqlRawAsync("UPDATE search_texts SET \"key\" = 'old'");
        await db.Database.ExecuteSqlRawAsync("UPDATE search_state SET schema_files = 1");
        office.Database.Upgrade();
        (await SearchTexts.StrayAsync(db)).ShouldBe(0);
        (await db.SearchTexts.Select(t => t.ChangedAtUtc).Distinct().SingleAsync()).ShouldBe(changed);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_text_that_strayed_from_its_record_is_counted_and_made_anew(Engine engine)
    {
        using var office = TestOffice.On(engine);
        await using var db = office.Open();
        await Sample.FillAsync(db);
        await db.Database.ExecuteSqlRawAsync("UPDATE search_texts SET folded_text = 'other' WHERE kind = 'Project'");
        await db.Database.ExecuteSqlRawAsync("DELETE FROM search_texts WHERE kind = 'Indicator'");
        (await SearchTexts.StrayAsync(db)).ShouldBe(2);
        (await OfficeChecks.RunAsync(db)).ShouldHaveSingleItem().ShouldContain("2件合いません");
        await SearchTexts.RebuildAsync(db);
        (await OfficeChecks.RunAsync(db)).ShouldBeEmpty();
        (await SearchTexts.StrayAsync(db)).ShouldBe(0);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task A_save_that_fails_leaves_the_texts_as_they_were(Engine engine)
    {
        using var office = TestOffice.On(engine);
        await using var db = office.Open();
        var sample = await Sample.FillAsync(db);
        await using var other = office.Open();
        var project = await other.Projects.SingleAsync();
        other.Expect(project, project.Version + 7);
        project.Rename("1", "おくれた名前");
        await Should.ThrowAsync<DbUpdateConcurrencyException>(() => other.SaveChangesAsync());
        (await Found(db, sample.Project.Name)).ShouldContain(sample.Project.Name);
        (await SearchTexts.StrayAsync(db)).ShouldBe(0);
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Erasing_a_person_takes_away_what_they_opened_and_that_they_were_opened(Engine engine)
    {
        using var office = TestOffice.On(engine);
        await using var db = office.Open();
        var sample = await Sample.FillAsync(db);
        var other = Sample.Person(name: "サンプル 次郎");
        var now = office.Clock.GetUtcNow().UtcDateTime;
        db.AddRange(other, new Visit(sample.Person.Id, sample.Project.Id.Value, now), new Visit(other.Id, sample.Person.Id.Value, now), new Visit(other.Id, sample.Project.Id.Value, now));
        await db.SaveChangesAsync();
        await db.ChangeLog.EraseAsync(sample.Person.Id);
        (await db.Visits.AsNoTracking().SingleAsync()).ShouldSatisfyAllConditions(v => v.PersonId.ShouldBe(other.Id), v => v.RecordId.ShouldBe(sample.Project.Id.Value));
        (await db.ChangeEntries.AnyAsync(e => e.Text.Contains("Visit"))).ShouldBeFalse();
    }

    [Theory, ClassData(typeof(BothDatabases))]
    public async Task Views_and_calls_are_searched_by_name_and_words_and_a_database_that_knew_them_not_is_caught_up(Engine engine)
    {
        using var office = TestOffice.On(engine);
        await using var db = office.Open();
        var sample = await Sample.FillAsync(db);
        var view = SavedView.Keep("projects", "橋りょうの一覧", "?class.is=一般", sample.Person.Id);
        var call = EntryCall.Open(new("目的をそろえる", "四月の査定に使います", EntryFields.Target, null, null, null, new(2026, 5, 1)), [sample.Department.Id], null, office.Clock.GetUtcNow().UtcDateTime);
        db.AddRange(view, call);
        await db.SaveChangesAsync();
        (await Found(db, "きょうりょう", SearchKind.SavedView)).ShouldBeEmpty();
        (await Found(db, "ﾘｮｳ 一覧", SearchKind.SavedView)).ShouldBe(["橋りょうの一覧"]);
        (await Found(db, "査定", SearchKind.EntryCall)).ShouldBe(["目的をそろえる"]);
        view.Describe("道の一覧", "毎月見る");
        await db.SaveChangesAsync();
        (await Found(db, "毎月", SearchKind.SavedView)).ShouldBe(["道の一覧"]);
        (await SearchTexts.StrayAsync(db)).ShouldBe(0);

        await db.SearchTexts.Where(t => t.Kind == SearchKind.SavedView || t.Kind == SearchKind.EntryCall).ExecuteDeleteAsync();
        await db.Set<SearchState>().ExecuteUpdateAsync(set => set.SetProperty(s => s.Rules, FoldedText.Rules));
        await SearchTexts.CatchUpAsync(db);
        (await SearchTexts.StrayAsync(db)).ShouldBe(0);
        (await Found(db, "査定", SearchKind.EntryCall)).Count.ShouldBe(1);
        db.Remove(view);
        await db.SaveChangesAsync();
        (await Found(db, "毎月", SearchKind.SavedView)).ShouldBeEmpty();
    }

    private static async Task EditAnything(OfficeDb db, Random random)
    {
        var words = $"こども ﾄﾞｳﾛ {random.Next(1000)}";
        switch (random.Next(8))
        {
            case 0: db.Add(Project.Start(null, words)); break;
            case 1: (await Any(db.Projects, random)).Rename(null, words); break;
            case 2: (await Any(db.Projects.Include(p => p.Money), random)).Record(new(2024), MoneyStage.Planned, MoneyKind.Total, Figure.Of(new(random.Next(1000)))); break;
            case 3: (await Any(db.Projects.Include(p => p.BudgetLines), random)).Budget([new("一般", $"{random.Next(9)}", null, null, null)]); break;
            case 4: (await Any(db.PlanItems, random)).Write(null, words, null, words); break;
            case 5: (await Any(db.Departments, random)).Rename(words, $"{random.Next(100)}"); break;
            case 6: db.RemoveRange(await db.Projects.Where(p => !p.Ownerships.Any() && !db.EvaluationFacts.Any(f => f.ProjectId == p.Id)).Take(1).ToListAsync()); break;
            default:
                var project = await Any(db.Projects, random);
                var year = new FiscalYear(2000 + random.Next(100));
                if (!await db.EvaluationFacts.AnyAsync(f => f.ProjectId == project.Id && f.Year == year))
                {
                    var fact = EvaluationFact.Of(project.Id, year);
                    fact.Answer(1, EvaluationStage.Self, "必要性", "高い", words);
                    db.Add(fact);
                }

                break;
        }
    }

    private static async Task<T> Any<T>(IQueryable<T> all, Random random) where T : class
    {
        var there = await all.ToListAsync();
        return there[random.Next(there.Count)];
    }

    private static async Task<List<string>> Found(OfficeDb db, string typed, SearchKind? kind = null) =>
        [.. (await SearchTexts.Matching(db, SearchWords.Parse(typed)).Where(t => kind == null || t.Kind == kind).Select(t => t.Title).ToListAsync()).Order(StringComparer.Ordinal)];
}
