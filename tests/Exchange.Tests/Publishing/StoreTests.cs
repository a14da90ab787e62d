using Shirube.Domain.Common;
using Shirube.Domain.Plans;
using Shirube.Exchange.Publishing;
using Shouldly;
using Xunit;

namespace Shirube.Exchange.Tests.Publishing;

public sealed class StoreTests : IDisposable
{
    private readonly City city = new();

    public void Dispose() => city.Dispose();

    private AsOf On(int month, int day) => city.Store.AsOf(City.Code, new(2026, month, day));

    private void At(int month, int day, int hourUtc) => city.Clock.Now = new(2026, month, day, hourUtc, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_city_without_a_release_has_nothing_to_show()
    {
        city.Store.Municipalities.ShouldBeEmpty();
        city.Store.Current(City.Code).ShouldBeNull();
        On(4, 1).IsBeforeFirst.ShouldBeTrue();
    }

    [Fact]
    public void A_new_release_is_seen_at_once_and_the_old_one_stays_readable()
    {
        var first = city.Publish();
        city.Store.Municipalities.ShouldBe([new(City.Code, "サンプル市")]);
        city.Store.Current(City.Code)!.First<string>("SELECT name FROM projects").ShouldBe("道路補修事業");
        At(4, 2, 3);
        city.Publish(City.Content("橋りょう補修事業"), "事業名を改めました。");
        city.Store.Current(City.Code)!.First<string>("SELECT name FROM projects").ShouldBe("橋りょう補修事業");
        city.Store.Open(City.Code, first).First<string>("SELECT name FROM projects").ShouldBe("道路補修事業");
        city.Store.List(City.Code).Select(e => e.Note).ShouldBe(["事業名を改めました。", null]);
    }

    [Fact]
    public void A_day_is_a_day_in_Tokyo()
    {
        At(4, 1, 15);
        city.Publish().Id.ToString().ShouldBe("20260402-01");
        On(4, 1).IsBeforeFirst.ShouldBeTrue();
        On(4, 2).Release!.Id.ToString().ShouldBe("20260402-01");
        On(12, 31).Release!.Id.ToString().ShouldBe("20260402-01");
    }

    [Fact]
    public void The_last_release_of_a_day_is_what_was_public_on_it()
    {
        city.Publish();
        city.Publish();
        At(4, 5, 3);
        city.Publish();
        On(4, 1).Release!.Id.ToString().ShouldBe("20260401-02");
        On(4, 4).Release!.Id.ToString().ShouldBe("20260401-02");
        On(4, 5).Release!.Id.ToString().ShouldBe("20260405-01");
    }

    [Fact]
    public void A_withdrawn_release_is_gone_for_its_days_and_the_one_before_stands_again()
    {
        city.Publish();
        At(4, 5, 3);
        var wrong = city.Publish(City.Content("誤り"));
        city.Store.Current(City.Code)!.Id.ShouldBe(wrong.Id);
        At(4, 8, 3);
        city.Store.Withdraw(City.Code, wrong.Id, "政策企画課", city.Clock.Now.UtcDateTime, " 金額の誤り ");
        File.Exists(Path.Combine(city.Releases, "20260405-01.release")).ShouldBeFalse();
        city.Store.Current(City.Code)!.Id.ToString().ShouldBe("20260401-01");
        On(4, 4).Release!.Id.ToString().ShouldBe("20260401-01");
        On(4, 7).Release.ShouldBeNull();
        On(4, 7).Withdrawn!.Withdrawal!.Why.ShouldBe("金額の誤り");
        On(4, 8).Release!.Id.ToString().ShouldBe("20260401-01");
        city.Store.List(City.Code)[0].Withdrawal!.By.ShouldBe("政策企画課");
        city.Publish(City.Content("正しい")).Id.ToString().ShouldBe("20260408-01");
        On(4, 8).Release!.Id.ToString().ShouldBe("20260408-01");
    }

    [Fact]
    public void With_every_release_withdrawn_the_reason_is_what_remains()
    {
        var only = city.Publish();
        city.Store.Withdraw(City.Code, only.Id, "政策企画課", city.Clock.Now.UtcDateTime, "公表の取りやめ");
        city.Store.Current(City.Code).ShouldBeNull();
        On(4, 9).Withdrawn!.Withdrawal!.Why.ShouldBe("公表の取りやめ");
        city.Store.Municipalities.Count.ShouldBe(1);
    }

    [Fact]
    public void A_withdrawal_needs_a_reason_and_happens_once()
    {
        var entry = city.Publish();
        Refused(entry.Id, " ").ShouldBe("withdrawal-reason-missing");
        Refused(new(new(2026, 4, 1), 9), "理由").ShouldBe("release-unknown");
        city.Store.Current(City.Code).ShouldNotBeNull();
        city.Store.Withdraw(City.Code, entry.Id, "政策企画課", city.Clock.Now.UtcDateTime, "理由");
        Refused(entry.Id, "理由").ShouldBe("release-already-withdrawn");
    }

    private string Refused(ReleaseId id, string why) =>
        Should.Throw<RefusalException>(() => city.Store.Withdraw(City.Code, id, "政策企画課", city.Clock.Now.UtcDateTime, why)).Refusal.Code;

    [Fact]
    public void Publications_at_the_same_moment_get_numbers_of_their_own_and_one_chain()
    {
        Parallel.For(0, 8, new ParallelOptions { MaxDegreeOfParallelism = 8 }, n => city.Publish(City.Content($"事業{n}")));
        city.Store.List(City.Code).Select(e => e.Id.Number).ShouldBe([8, 7, 6, 5, 4, 3, 2, 1]);
        new ReleaseVerification(city.DataDir).Verify(City.Code).Findings.ShouldBeEmpty();
    }

    [Fact]
    public void A_clock_before_the_last_release_is_refused()
    {
        city.Publish();
        city.Clock.Now = city.Clock.Now.AddDays(-1);
        Should.Throw<RefusalException>(() => city.Publish()).Refusal.Code.ShouldBe("release-clock-behind");
        city.Store.List(City.Code).Count.ShouldBe(1);
    }

    [Fact]
    public void Changes_are_named_by_kind_and_by_name()
    {
        city.Publish();
        var content = City.Content();
        content = content with
        {
            Projects = [.. content.Projects, content.Projects[0] with { Key = new("another"), Number = "A2", Name = "公園整備事業" }],
            Money = [content.Money[0] with { Amount = new(1) }, content.Money[1]],
            Indicators = [],
            IndicatorUses = [],
            Items = [content.Items[0] with { TreeOrder = 9, Place = 3 }, content.Items[1]],
        };
        var changes = ReleaseChanges.Between(city.Store.Current(City.Code), content);
        var projects = changes.Subjects.Single(s => s.Subject == "projects");
        (projects.Added.Single(), projects.Changed.Single(), projects.Removed.Count).ShouldBe(("公園整備事業", "道路補修事業", 0));
        changes.Subjects.Single(s => s.Subject == "indicators").Removed.ShouldBe(["補修した延長"]);
        changes.Subjects.Single(s => s.Subject == "items").Count.ShouldBe(0);
        changes.InWords().ShouldBe("事務事業 追加1件・変更1件、指標 削除1件");
        ReleaseChanges.Between(city.Store.Current(City.Code), City.Content()).IsNothing.ShouldBeTrue();
        ReleaseChanges.Between(null, content).Subjects.Single(s => s.Subject == "projects").Added.Count.ShouldBe(2);
    }

    [Fact]
    public void Whatever_table_loses_its_rows_the_release_says_that_something_changed()
    {
        city.Publish();
        foreach (var table in typeof(ReleaseContent).GetProperties().Where(p => p.PropertyType.IsGenericType))
        {
            ((System.Collections.ICollection)table.GetValue(City.Content())!).Count.ShouldBePositive(table.Name);
            var without = City.Content();
            table.SetValue(without, Array.CreateInstance(table.PropertyType.GenericTypeArguments[0], 0));
            ReleaseChanges.Between(city.Store.Current(City.Code), without).IsNothing.ShouldBeFalse(table.Name);
        }
    }

    [Fact]
    public void A_review_that_was_made_changes_its_plan_and_a_reason_stands_for_itself()
    {
        city.Publish();
        var before = City.Content();
        var made = before with { PlanReviews = [before.PlanReviews[0], before.PlanReviews[1] with { Result = ReviewResult.Revise }], ChangeReasons = [], Lineages = [before.Lineages[0]] };
        ReleaseChanges.Between(city.Store.Current(City.Code), made).InWords().ShouldBe("計画 変更1件、変更の理由 削除1件");
    }
}
