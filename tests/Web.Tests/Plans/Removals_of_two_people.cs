using System.Net;
using AngleSharp.Html.Dom;
using Given;
using Microsoft.EntityFrameworkCore;
using Shirube.Domain.Common;
using Shirube.Domain.Links;
using Shirube.Domain.Organization;
using Shirube.Domain.Plans;
using Shouldly;
using Web.Tests.Office;
using Xunit;

namespace Web.Tests.Plans;

/// <summary>Somebody removes what another person has just reworded.</summary>
public sealed class Removals_of_two_people : IAsyncLifetime
{
    private readonly App app = new();
    private LinkedCity city = null!;

    public async ValueTask InitializeAsync() => city = await LinkedCity.Of(app, Engine.Sqlite);

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    [Theory]
    [InlineData("a term")]
    [InlineData("an initiative")]
    [InlineData("an own goal")]
    [InlineData("a partner")]
    [InlineData("a goal of an item")]
    [InlineData("a link of two items")]
    [InlineData("a goal of a project")]
    [InlineData("a mayor's term")]
    public async Task Nobody_removes_what_another_has_saved_without_having_seen_it(string what)
    {
        var (edit, form, field, words) = await Given(what);
        var mine = FilledForm.On(await app.Get(edit), "#remove", new { });
        await app.SendForm(edit, Answers.Of((field, words)), form);

        var page = await App.Parse(await app.Follow(await app.Browser.PostAsync(new Uri(new Uri((await app.Get(edit)).Url), mine.Action), mine.Content(), TestContext.Current.CancellationToken)));
        page.QuerySelector("[data-error-summary]")!.TextContent.ShouldContain("ほかの人が先に保存したため、削除していません。");
        page.QuerySelector(form)!.InnerHtml.ShouldContain(words, customMessage: "what the other wrote is seen");
        (await Left(what)).ShouldBe(1);

        var saved = FilledForm.On(page, form, new { });
        (await app.Follow(await app.Browser.PostAsync(new Uri(new Uri(page.Url), saved.Action), saved.Content(), TestContext.Current.CancellationToken))).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await Left(what)).ShouldBe(1, "to save does not remove");
        await app.SendForm(edit, new { }, "#remove");
        (await Left(what)).ShouldBe(0);
    }

    private async Task<(string Edit, string Form, string Field, string Words)> Given(string what)
    {
        var (term, initiative, mayor) = (GlossaryTerm.Explain("協働", "きょうどう", "ともに働くこと", null), Initiative.Take(city.Plan.Id, 1, "若い人が残る", null), MayoralTerm.Of(new(2026, 3, 19), new(2030, 3, 18), null));
        var (own, partner) = (OwnGoal.Set(1, "水と緑", null, [6]), PartnerActivity.Record(new("見守り隊", PartnerKind.District, "登下校を見守る", new(2024), null, 11, null), []));
        var (ofItem, ofProject) = (GoalLink.Of(city.Measure(0), new(3, null, Strength.Mainly, null), [city.Measure(0)], []), GoalLink.Of(city.Projects[0].Id, new(4, null, Strength.Mainly, null), []));
        var joint = ItemLink.Between(city.Measure(0), city.Goal(0), null, [city.Measure(0), city.Goal(0)], []);
        await using var db = city.Office.Open();
        var (added, path, form, field) = what switch
        {
            "a term" => ((Aggregate)term, $"glossary/{term.Key}/edit", "#term", "Form.Meaning"),
            "an initiative" => (initiative, $"initiatives/{initiative.Key}/edit", "#initiative", "Form.Words"),
            "an own goal" => (own, $"own-goals/{own.Key}/edit", "#own", "Form.Words"),
            "a partner" => (partner, $"partners/{partner.Key}/edit", "#partner", "Form.What"),
            "a goal of an item" => (ofItem, $"plans/{city.Plan.Key}/{city.Measures[0].Key}/links/{ofItem.Key}", "#goal", "Form.Reason"),
            "a link of two items" => (joint, $"plans/{city.Plan.Key}/{city.Measures[0].Key}/links/items/{joint.Id.Value}", "#note", "Form.Note"),
            "a goal of a project" => (ofProject, $"projects/{city.Projects[0].Key}/links/{ofProject.Key}", "#goal", "Form.Reason"),
            _ => (mayor, $"mayoral-terms/{mayor.Id.Value}", "#term", "Form.Note"),
        };
        db.Add(added);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        return ($"{city.Office.Path}/{path}", form, field, "もうひとりが書き直した文");
    }

    private async Task<int> Left(string what)
    {
        await using var db = city.Office.Open();
        return await (what switch
        {
            "a term" => db.GlossaryTerms.CountAsync(TestContext.Current.CancellationToken),
            "an initiative" => db.Initiatives.CountAsync(TestContext.Current.CancellationToken),
            "an own goal" => db.OwnGoals.CountAsync(TestContext.Current.CancellationToken),
            "a partner" => db.PartnerActivities.CountAsync(TestContext.Current.CancellationToken),
            "a link of two items" => db.ItemLinks.CountAsync(TestContext.Current.CancellationToken),
            "a mayor's term" => db.MayoralTerms.CountAsync(TestContext.Current.CancellationToken),
            _ => db.GoalLinks.CountAsync(TestContext.Current.CancellationToken),
        });
    }
}
