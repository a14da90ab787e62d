using Shirube.Domain.Common;
using Shirube.Domain.Indicators;
using Shirube.Domain.Projects;
using Shirube.Exchange.Publishing;
using Shouldly;
using Xunit;

namespace Shirube.Exchange.Tests.Publishing;

public sealed class ReleaseTests : IDisposable
{
    private readonly City city = new();

    public void Dispose() => city.Dispose();

    private sealed record Figure(FiscalYear FiscalYear, MoneyStage Stage, Yen? Amount, Absence? Absence);

    private sealed record Value(FiscalYear FiscalYear, decimal? Number, ActualStatus Status);

    [Fact]
    public void What_was_published_is_read_back_in_the_words_of_the_domain()
    {
        city.Publish(note: "はじめての公表です。");
        var release = city.Store.Current(City.Code)!;
        release.Id.ToString().ShouldBe("20260401-01");
        release.Note.ShouldBe("はじめての公表です。");
        release.Municipality.Name.ShouldBe("サンプル市");
        release.Query<Figure>("SELECT fiscal_year, stage, amount, absence FROM money WHERE project = @Key ORDER BY fiscal_year DESC", new { Key = new PublicKey("project") })
            .ShouldBe([new(new(2025), MoneyStage.Planned, null, Absence.Undecided), new(new(2024), MoneyStage.Settled, new Yen(12_345_000), null)]);
        release.Query<Value>("SELECT fiscal_year, value AS number, status FROM actuals ORDER BY fiscal_year")
            .ShouldBe([new(new(2024), 12.5m, ActualStatus.Final), new(new(2025), null, ActualStatus.NotKnown)]);
        release.Query<ReleasedSurvey>("SELECT * FROM surveys").ShouldBe(City.Content().Surveys);
    }

    [Fact]
    public void Every_table_comes_back_row_for_row()
    {
        var content = City.Content();
        city.Publish(content);
        var release = city.Store.Current(City.Code)!;
        release.Query<ReleasedPlan>("SELECT * FROM plans").ShouldBe(content.Plans);
        release.Query<ReleasedItem>("SELECT * FROM items ORDER BY tree_order").ShouldBe(content.Items);
        release.Query<ReleasedProject>("SELECT * FROM projects").ShouldBe(content.Projects);
        release.Query<ReleasedTarget>("SELECT * FROM targets ORDER BY revision").ShouldBe(content.Targets);
        release.Query<ReleasedAnswer>("SELECT * FROM answers").ShouldBe(content.Answers);
        release.Query<ReleasedMeeting>("SELECT * FROM meetings").ShouldBe(content.Meetings);
        release.Query<ReleasedPlanReview>("SELECT * FROM plan_reviews ORDER BY year").ShouldBe(content.PlanReviews);
        release.Query<ReleasedLineage>("SELECT * FROM lineages ORDER BY from_item IS NULL").ShouldBe(content.Lineages);
        release.Query<ReleasedMayoralTerm>("SELECT * FROM mayoral_terms").ShouldBe(content.MayoralTerms);
        release.Entry.Manifest.Counts["items"].ShouldBe(2);
        release.Entry.Manifest.Counts.Count.ShouldBe(DataDictionary.Tables.Count - 1);
    }

    [Fact]
    public void The_same_content_at_the_same_time_is_the_same_file_in_whatever_order_it_came()
    {
        var content = City.Content();
        var turned = content with { Items = [.. content.Items.Reverse()], Money = [.. content.Money.Reverse()], Targets = [.. content.Targets.Reverse()] };
        using var other = new City();
        city.Publish(content).Manifest.Sha256.ShouldBe(other.Publish(turned).Manifest.Sha256);
    }

    [Fact]
    public void A_release_can_be_read_but_not_written()
    {
        city.Publish();
        var release = city.Store.Current(City.Code)!;
        Should.Throw<Microsoft.Data.Sqlite.SqliteException>(() => release.Query<int>("DELETE FROM plans RETURNING 1"));
    }

    [Fact]
    public void Search_finds_short_words_long_words_and_other_widths()
    {
        city.Publish(City.Content("ABC道路補修事業"));
        var release = city.Store.Current(City.Code)!;
        release.Search(SearchWords.Parse("道"), 10).Select(h => h.Key.Value).ShouldBe(["measure", "project"]);
        release.Search(SearchWords.Parse("道路補修"), 10).ShouldBe([new Hit("project", null, new("project"), "ABC道路補修事業")]);
        release.Search(SearchWords.Parse("abc 直す"), 10).Count.ShouldBe(1);
        release.Search(SearchWords.Parse("延長"), 10).Single().Kind.ShouldBe("indicator");
        release.Search(SearchWords.Parse("\"' OR %"), 10).ShouldBeEmpty();
        release.Search(SearchWords.Parse(" "), 10).ShouldBeEmpty();
        release.CountHits(SearchWords.Parse("道")).ShouldBe(2);
    }

    // why: a citizen types as the office does: kana for kana, one sign for all dashes, the year in either way, a name in its rarer form.
    [Theory]
    [InlineData("こーひー")]
    [InlineData("ｺｰﾋｰ")]
    [InlineData("コ－ヒ－ 教室")]
    [InlineData("教室")]
    [InlineData("ｄｘ")]
    [InlineData("髙橋")]
    [InlineData("DX推 進")]
    [InlineData("コーヒー -水道")]
    public void What_the_office_finds_a_citizen_finds_as_well(string typed)
    {
        city.Publish(City.Content("コーヒー教室DX推進・高橋さん"));
        var release = city.Store.Current(City.Code)!;
        release.Search(SearchWords.Parse(typed), 10).Select(h => h.Key.Value).ShouldBe(["project"]);
        release.CountHits(SearchWords.Parse(typed)).ShouldBe(1);
        release.CountHits(SearchWords.Parse("コーヒー -教室")).ShouldBe(0);
    }

    [Fact]
    public void A_release_of_a_newer_program_is_refused_in_one_sentence()
    {
        var entry = city.Publish();
        var newer = entry with { Manifest = entry.Manifest with { Schema = ReleaseSchema.Current + 1 } };
        Should.Throw<RefusalException>(() => city.Store.Open(City.Code, newer)).Refusal.Code.ShouldBe("release-schema-newer");
    }

    [Fact]
    public void An_older_release_is_read_from_an_upgraded_copy_and_stays_as_it_is()
    {
        var entry = city.Publish();
        var upgrade = new ReleaseUpgrade([.. Enumerable.Repeat("SELECT 1", ReleaseSchema.Current - 1), "ALTER TABLE plans ADD COLUMN slogan TEXT", "UPDATE plans SET slogan = name"]);
        using var release = Release.Open(new ReleaseFolder(city.DataDir, City.Code), entry, upgrade);
        release.First<string>("SELECT slogan FROM plans").ShouldBe("第2次計画");
        Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(File.ReadAllBytes(Path.Combine(city.Releases, entry.Manifest.File)))).ShouldBe(entry.Manifest.Sha256);
    }

    [Fact]
    public void A_damaged_file_is_not_shown()
    {
        var entry = city.Publish();
        var file = Path.Combine(city.Releases, entry.Manifest.File);
        var bytes = File.ReadAllBytes(file);
        bytes[^1] ^= 1;
        File.WriteAllBytes(file, bytes);
        Should.Throw<RefusalException>(() => city.Store.Current(City.Code)).Refusal.Code.ShouldBe("release-damaged");
    }
}
