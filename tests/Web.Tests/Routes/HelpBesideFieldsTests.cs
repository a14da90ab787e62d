using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Shirube.Office.Organization;
using Shouldly;
using Web.Tests.Accounts;
using Xunit;

namespace Web.Tests.Routes;

/// <summary>Every form of every page of the office: each field has a label, and a sentence beside it that says what to write.</summary>
public sealed class HelpBesideFieldsTests
{
    // why: a search box, the conditions of a list and the panels that arrange it: nothing is kept of them, and their labels say all there is to say.
    private const string Looking = "[role=search] *, form.filter[method=get] *, .list-form *";

    // why: the mark of one row, named after the row; and the two texts of a conflict, each of which stands beside its button.
    private const string OfARow = "td input[type=checkbox][aria-label], .conflict-side input";

    // why: these answer with another page, a file or data.
    private static readonly string[] ShowOthers = ["calls/{key}/next", "views/{key}", "imports/work/{id:guid}", "search/suggest", "choices/{list}/{field}", "exports/{list}/{format}", "plans/{plan}/compare/{format}", "plans/{plan}/book/{format}", "plans/{plan}/chart/{format}", "plans/{plan}/book/print", "figures/{key}/picture", "evaluations/{key}/calendar", "evaluations/{key}/results/{table}/{format}", "evaluations/{key}/effects/{table}/{format}", "sheets/{key}/print/{format}", "plans/{plan}/matrix/{format}", "plans/{plan}/sdgs/{format}", "account/session", "answers/{status:int}"];

    // why: these want something said before, and are looked at below.
    private static readonly string[] Later = ["indicators/new", "sign-in", "sign-in/code", "account/recovery-codes"];

    private readonly List<string> bare = [];
    private int fields;

    [Fact]
    public async Task Every_field_of_every_form_has_a_label_and_its_help()
    {
        await using var city = await FilledCity.Make();
        var pages = (await OfficeRoute.Of(city.App)).Where(r => r is { Method: "GET", Handler: null } && !ShowOthers.Contains(r.Template) && !Later.Contains(r.Template)).ToList();
        pages.Count.ShouldBeGreaterThan(60);
        foreach (var page in pages)
            await Look(city.App, page.Address(city.Records) + Question(city, page.Template));
        foreach (var more in await States(city))
            await Look(city.App, more);
        await SetUpSecondFactor(city);
        bare.ShouldBeEmpty();
        fields.ShouldBeGreaterThan(300);
    }

    // why: a page that puts a field back asks which.
    private static string Question(FilledCity city, string template) => template switch
    {
        _ when !template.EndsWith("history/value", StringComparison.Ordinal) => "",
        _ when template.Contains("evaluations", StringComparison.Ordinal) => $"?entry=0&part=EvaluationAnswer&of={Uri.EscapeDataString(city.Answer)}&field=Text",
        _ => $"?entry=0&field={(template.Contains("{item}", StringComparison.Ordinal) ? "Title" : "Name")}",
    };

    /// <summary>Forms that a page shows only when it is asked in another way.</summary>
    private static async Task<IEnumerable<string>> States(FilledCity city)
    {
        var bulk = await city.App.Get($"{App.Office}/projects/bulk?list=");
        var (call, project, indicator) = (city.Records["calls/{key}"], city.Records["projects/{key}"], city.Records["indicators/{key}"]);
        return
        [
            .. bulk.QuerySelectorAll<IHtmlOptionElement>("#field option").Select(o => $"projects/bulk?list=&field={o.Value}"),
            .. new[] { 2, 3, 4 }.Select(step => $"reorganizations/{city.Records["reorganizations/{key}"]}?step={step}"),
            .. new[] { "name", "class", "first", "sample" }.Select(field => $"projects?add-field={field}"),
            $"projects/{project}/money?stage=Initial&from=2027", $"projects/{project}/edit?call={call}&record={project}", $"indicators/{indicator}/edit?call={call}&record={project}",
            $"indicators/new?project={project}", $"plans/{city.Records["plans/{plan}"]}/new-item?parent={city.Records["{plan}/{item}"]}", "projects?words=ないことば",
        ];
    }

    private async Task SetUpSecondFactor(FilledCity city)
    {
        await Look(city.App, "account/second-factor");
        var page = await city.App.Get($"{App.Office}/account/second-factor");
        var form = FilledForm.On(page, "#on", new { Code = TimeCode.At(AccountCity.KeyOn(page), TimeCode.StepOf(city.App.Clock.GetUtcNow())) });
        (await city.App.Browser.PostAsync(new Uri(new Uri(page.Url), form.Action), form.Content(), TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.OK);
        await Look(city.App, "account/second-factor");
        await Look(city.App, "account/recovery-codes");
        await city.App.SignInWith(city.Planner.UserName, city.Planner.Password);
        await Look(city.App, "sign-in/code");
        await Look(city.App, "sign-in");
    }

    private async Task Look(App app, string address)
    {
        var answer = await app.Browser.GetAsync($"{App.Office}/{address}", TestContext.Current.CancellationToken);
        if (answer.StatusCode != HttpStatusCode.OK)
            bare.Add($"/{address} answers {(int)answer.StatusCode} {answer.Headers.Location}");
        var page = await App.Parse(answer);
        foreach (var field in page.QuerySelectorAll("input, select, textarea").Where(f => f is not IHtmlInputElement { Type: "hidden" or "submit" or "button" }))
        {
            fields++;
            var name = $"/{address}: {field.GetAttribute("name") ?? field.Id}";
            if (!HasLabel(page, field))
                bare.Add($"{name} has no label");
            else if (!field.Matches(Looking) && !field.Matches(OfARow) && !HasHelp(page, field))
                bare.Add($"{name} has no help");
        }
    }

    private static bool HasLabel(IHtmlDocument page, IElement field) =>
        field.Closest("label") is not null || !string.IsNullOrWhiteSpace(field.GetAttribute("aria-label"))
        || Texts(page, field.GetAttribute("aria-labelledby")).Any()
        || (field.Id is { Length: > 0 } id && page.QuerySelectorAll($"label[for='{id}']").Any(l => l.TextContent.Trim().Length > 0));

    // why: of a group of boxes the sentence stands once, beside the group.
    private static bool HasHelp(IHtmlDocument page, IElement field) =>
        Texts(page, field.GetAttribute("aria-describedby")).Any() || Texts(page, field.Closest("fieldset")?.GetAttribute("aria-describedby")).Any();

    private static IEnumerable<string> Texts(IHtmlDocument page, string? ids) =>
        (ids ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(id => page.GetElementById(id)?.TextContent.Trim() ?? "").Where(t => t.Length > 0);
}
