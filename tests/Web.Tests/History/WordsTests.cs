using Shirube.Data;
using Shirube.Office.Common;
using Shirube.Ui.Text;
using Shouldly;
using Xunit;

namespace Web.Tests.History;

public sealed class WordsTests(App app) : IClassFixture<App>
{
    [Fact]
    public async Task Every_field_that_the_change_log_may_speak_of_has_a_Japanese_name()
    {
        await using var db = app.OpenDb();
        var fields = ChangeLogField.AllOf(db);
        fields.Count.ShouldBeGreaterThan(100);
        fields.Where(f => ChangeWords.Kinds.GetValueOrDefault(f.Kind)?.Find(f.Part, f.Field) is null)
            .Select(f => $"{f.Kind} {f.Part} {f.Field}").ShouldBeEmpty("add words to the table of the area (src/Shirube.Office/<Area>/…Words.cs), and a new kind to ChangeWords.Kinds and ChangeWords.Areas");
    }

    [Fact]
    public async Task Every_kind_of_record_lies_in_an_area_that_people_can_ask_for()
    {
        await using var db = app.OpenDb();
        ChangeLogField.AllOf(db).Select(f => f.Kind).Distinct().Where(k => !ChangeWords.Areas.Any(a => a.Kinds.Contains(k))).ShouldBeEmpty();
        ChangeWords.Areas.SelectMany(a => a.Kinds).ShouldBe(ChangeWords.Kinds.Keys, ignoreOrder: true);
    }

    [Fact]
    public void No_word_of_the_change_log_is_English() =>
        ChangeWords.Kinds.Values.SelectMany(k => k.Fields.Values.Concat(k.Parts.Values.SelectMany(p => p.Fields.Values)).Select(f => f.Name).Append(k.Name).Concat(k.Parts.Values.Select(p => p.Name)))
            .Where(w => w.Any(char.IsAsciiLetter) && w != "ID").ShouldBeEmpty();

    [Theory]
    [InlineData("道路を整備します。", "道路と橋りょうを整備します。")]
    [InlineData("", "はじめての文")]
    [InlineData("子育てを支える。\n学校を建てる。", "子育てを支える。\n学校を直す。")]
    [InlineData("𠮷野家の角", "𠮷田家の角")]
    [InlineData("葛󠄀城", "葛城")]
    public void Marked_texts_still_say_both_texts(string before, string after)
    {
        var runs = TextMarks.Of(before, after);
        string.Concat(runs.Where(r => !r.Came).Select(r => r.Text)).ShouldBe(before);
        string.Concat(runs.Where(r => !r.Gone).Select(r => r.Text)).ShouldBe(after);
        runs.Where(r => char.IsLowSurrogate(r.Text.First()) || char.IsHighSurrogate(r.Text.Last())).ShouldBeEmpty();
    }

    [Fact]
    public void Marks_cover_the_changed_words_and_not_the_sentence()
    {
        var runs = TextMarks.Of("地域の見守りを週に一回おこない、相談につなげます。", "地域の見守りを週に二回おこない、早めに相談につなげます。");
        runs.Where(r => r.Gone).Select(r => r.Text).ShouldBe(["一"]);
        runs.Where(r => r.Came).Select(r => r.Text).ShouldBe(["二", "早めに"]);
    }
}
