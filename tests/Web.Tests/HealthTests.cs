using System.Net;
using Microsoft.EntityFrameworkCore;
using Shouldly;
using Xunit;

namespace Web.Tests;

public sealed class HealthTests(App app) : IClassFixture<App>
{
    [Theory]
    [InlineData("/healthz")]
    [InlineData("/readyz")]
    public async Task A_new_installation_reports_that_it_is_well(string path)
    {
        var response = await app.Browser.GetAsync(path, TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Every_answer_forbids_what_comes_from_elsewhere()
    {
        var response = await app.Browser.GetAsync("/healthz", TestContext.Current.CancellationToken);
        response.Headers.GetValues("Content-Security-Policy").Single().ShouldContain("default-src 'self'");
        response.Headers.Contains("Server").ShouldBeFalse();
    }

    [Fact]
    public async Task Commands_to_the_database_are_counted_for_the_test_that_caused_them()
    {
        var commands = await CountedQueries.During(async () =>
        {
            await using var db = app.OpenDb();
            await db.Departments.CountAsync(TestContext.Current.CancellationToken);
        });
        commands.Count(c => c.Contains("departments", StringComparison.Ordinal)).ShouldBe(1);
    }
}
