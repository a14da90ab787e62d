using Shirube.Domain.Common;
using Shirube.Domain.Plans;
using Shouldly;
using Xunit;

namespace Domain.Tests.Plans;

public sealed class PlanFigureTests
{
    [Theory]
    [InlineData("", "説明", "name-missing")]
    [InlineData("題名", " ", "name-missing")]
    public void A_figure_needs_a_title_and_words_for_those_who_do_not_see_it(string title, string alt, string code) =>
        Should.Throw<RefusalException>(() => PlanFigure.Keep(title, alt, null, PictureKind.Png, 1, 1, "aa")).Refusal.Code.ShouldBe(code);

    [Fact]
    public void What_a_figure_gives_to_write_is_what_is_found_in_a_text()
    {
        var figure = PlanFigure.Keep("将来人口[推計]", "説明", null, PictureKind.Png, 1, 1, "aa");
        figure.Mark.ShouldBe($"![将来人口\\[推計\\]](図/{figure.Key})");
        PlanFigure.KeysIn($"前。\n\n{figure.Mark}\n\n後。").ShouldBe([figure.Key]);
    }

    [Theory]
    [InlineData(null, "")]
    [InlineData("図/abc は文です。[図](https://city.example/図/abc)", "")]
    [InlineData("![](図/abc) ![](図/def) ![](図/abc)", "abc def")]
    [InlineData("![a]( <図/abc> )", "abc")]
    [InlineData("![a](図/abc \"題\")", "abc")]
    public void Figures_are_found_each_once_in_the_order_of_the_text(string? text, string keys) => string.Join(' ', PlanFigure.KeysIn(text)).ShouldBe(keys);

    [Theory]
    [InlineData("図/abc", "abc")]
    [InlineData("図/abc/../x", null)]
    [InlineData("https://city.example/図/abc", null)]
    [InlineData("図/ABC", null)]
    public void An_address_names_a_figure_or_none(string address, string? key) => PlanFigure.KeyIn(address)?.Value.ShouldBe(key);
}
