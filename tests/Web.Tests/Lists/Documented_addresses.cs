using Shirube.Domain.Projects;
using Shirube.Office.Lists;
using Shouldly;
using Xunit;

namespace Web.Tests.Lists;

public sealed class Documented_addresses
{
    [Fact]
    public void Every_comparison_stage_and_kind_stands_in_the_document()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root.FullName, "Shirube.slnx")))
            root = root.Parent!;
        var text = File.ReadAllText(Path.Combine(root.FullName, "docs", "lists.md"));
        var words = Enum.GetValues<Comparison>().Select(c => $"| `{c.Word()}` |")
            .Concat(Enum.GetNames<MoneyStage>().Concat(Enum.GetNames<MoneyKind>()).Select(n => n.ToLowerInvariant())).ToList();
        words.Count.ShouldBeGreaterThan(20);
        words.Where(w => !text.Contains(w, StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("?words=道路 補助&class.in=補助金等|一般&department.within=abc&columns=name,money.2024.settled.total&sort=-name&group=class&only=groups&year=令和6&plan=x&size=100&p=3")]
    [InlineData("?money.2024.settled.total.between=1..2&name.has=100%25%26a%3Db%2Bc&name.has=二つ目")]
    [InlineData("?gone.frob=3&class.blank=")]
    public void An_address_says_the_same_after_being_read_and_written(string address)
    {
        var once = ListQuery.Of(address);
        var again = ListQuery.Of(once.Address());
        again.Address().ShouldBe(once.Address());
        again.Conditions.ShouldBe(once.Conditions);
        once.Conditions.Count.ShouldBeGreaterThan(1);
    }
}
