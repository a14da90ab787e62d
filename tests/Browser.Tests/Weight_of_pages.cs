using Shouldly;
using Xunit;

namespace Browser.Tests;

public sealed class Weight_of_pages(City city)
{
    private const int MostBytes = 60_000;
    private const int MostRequests = 8;

    [Theory]
    [InlineData("")]
    [InlineData("plan")]
    [InlineData("plan/{item}")]
    [InlineData("strategy")]
    [InlineData("sdgs")]
    [InlineData("sdgs/3")]
    [InlineData("projects")]
    [InlineData("projects/{project}")]
    [InlineData("indicators/{indicator}")]
    public Task The_first_view_of_a_page_weighs_little_on_a_phone(string address) => city.Visit(async citizen =>
    {
        await citizen.Open($"{City.Public}/{city.Keys.Fill(address)}");
        await citizen.Page.WaitForLoadStateAsync(Microsoft.Playwright.LoadState.NetworkIdle);
        var sizes = new List<(string Url, int Bytes)>();
        foreach (var request in citizen.Requests)
            sizes.Add((request.Url, await request.SizesAsync() is var size ? size.ResponseHeadersSize + size.ResponseBodySize : 0));
        sizes.Count.ShouldBeInRange(3, MostRequests, string.Join('\n', sizes));
        sizes.Sum(s => s.Bytes).ShouldBeInRange(1_000, MostBytes, string.Join('\n', sizes));
    }, width: 360);
}
