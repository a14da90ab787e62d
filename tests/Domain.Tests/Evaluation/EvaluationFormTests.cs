using Shirube.Domain.Common;
using Shirube.Domain.Evaluation;
using Shouldly;
using Xunit;

namespace Domain.Tests.Evaluation;

public sealed class EvaluationFormTests
{
    private static readonly DateTime Now = new(2026, 11, 27, 0, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void Questions_of_a_section_stand_together_whatever_is_done_to_them()
    {
        var chance = new Random(3);
        for (var round = 0; round < 200; round++)
        {
            var form = EvaluationForm.Draft(Spec());
            for (var step = 0; step < 25; step++)
            {
                var some = form.Questions.Count == 0 ? (PublicKey?)null : form.Questions[chance.Next(form.Questions.Count)].Key;
                switch (chance.Next(4))
                {
                    case 0 or 1: form.Ask(Text($"まとまり{chance.Next(3)}", $"設問{step}")); break;
                    case 2 when some is { } key: form.Move(key, chance.Next(2) == 0 ? -1 : 1); break;
                    case 3 when some is { } key && chance.Next(2) == 0: form.Change(key, form.SpecOf(form.Questions.Single(q => q.Key == key)) with { Section = $"まとまり{chance.Next(3)}" }); break;
                    case 3 when some is { } key: form.Remove(key); break;
                }

                form.InOrder.Select(q => q.Order).ShouldBe(Enumerable.Range(1, form.Questions.Count), "orders have no gap");
                var sections = form.InOrder.Select(q => q.Section).ToList();
                sections.Where((s, i) => i == 0 || s != sections[i - 1]).ShouldBeUnique();
            }
        }
    }

    [Fact]
    public void A_copy_asks_the_same_under_the_same_keys_and_says_what_it_came_from()
    {
        var form = EvaluationForm.Draft(Spec(Text("実績", "成果"), Choice("今後", "方向性")));
        var copy = form.Copy(form.Spec with { Name = "次の年の様式" });
        copy.InOrder.Select(q => (q.Key, q.Label)).ShouldBe(form.InOrder.Select(q => (q.Key, q.Label)));
        copy.ChoicesOf(copy.InOrder.Last()).Select(c => $"{c.Order} {c.Label} {c.Meaning}").ShouldBe(["1 拡充 広げる", "2 縮小 "]);
        (copy.BasisId, copy.Issue, copy.Name).ShouldBe((form.Id, null, "次の年の様式"));
    }

    [Fact]
    public void A_form_in_use_is_not_changed()
    {
        var form = EvaluationForm.Draft(Spec(Text("実績", "成果")));
        form.IssueFrom(new(2027), [form], null, Now);
        foreach (var change in new Action[] { () => form.Ask(Text("実績", "別")), () => form.Remove(form.Questions[0].Key), () => form.Move(form.Questions[0].Key, 1), () => form.Describe("別", FormTarget.Item, FormUse.Yearly, false, ["自己評価"]), () => form.IssueFrom(new(2028), [form], null, Now) })
            Should.Throw<RefusalException>(change).Refusal.Code.ShouldBe("form-in-use");
    }

    [Fact]
    public void In_a_year_the_form_put_into_use_last_before_it_is_asked_and_statutory_work_has_its_lighter_one()
    {
        var (first, second, light) = (EvaluationForm.Draft(Spec(Text("a", "b"))), EvaluationForm.Draft(Spec(Text("a", "b"))), EvaluationForm.Draft(Spec(Text("a", "b")) with { OnlyStatutory = true }));
        EvaluationForm[] all = [first, second, light];
        first.IssueFrom(new(2025), all, null, Now);
        second.IssueFrom(new(2027), all, null, Now);
        light.IssueFrom(new(2027), all, null, Now);
        Asked(2024, false).ShouldBeNull();
        Asked(2026, false).ShouldBe(first);
        Asked(2026, true).ShouldBe(first, "there was no lighter one yet");
        Asked(2030, false).ShouldBe(second);
        Asked(2030, true).ShouldBe(light);
        EvaluationForm.InUse(all, FormTarget.Item, FormUse.Yearly, false, new(2030)).ShouldBeNull();

        EvaluationForm? Asked(int year, bool isStatutory) => EvaluationForm.InUse(all, FormTarget.Project, FormUse.Yearly, isStatutory, new(year));
    }

    [Fact]
    public void Two_forms_of_one_kind_do_not_begin_in_one_year_and_an_empty_one_never_does()
    {
        var (one, other) = (EvaluationForm.Draft(Spec(Text("a", "b"))), EvaluationForm.Draft(Spec(Text("a", "b"))));
        one.IssueFrom(new(2027), [one, other], null, Now);
        other.WhyNotIssue(new(2027), [one, other])!.Code.ShouldBe("form-year-taken");
        other.WhyNotIssue(new(2028), [one, other]).ShouldBeNull();
        EvaluationForm.Draft(Spec(new QuestionSpec("実績", QuestionKind.Money, "事業費", [1]))).WhyNotIssue(new(2030), [])!.Code.ShouldBe("form-empty", "nobody answers anything");
    }

    [Fact]
    public void What_does_not_fit_together_is_refused()
    {
        Why(Spec() with { Name = " " }).ShouldBe("name-missing");
        Why(Spec() with { Stages = [] }).ShouldBe("stages-outside");
        Why(Spec() with { Stages = ["一次", "一次"] }).ShouldBe("stages-outside");
        Why(Spec(Text("a", ""))).ShouldBe("name-missing");
        Why(Spec(Text("", "b"))).ShouldBe("name-missing");
        Why(Spec(Text("a", "b") with { Stages = [3] })).ShouldBe("question-stage-missing");
        Why(Spec(Text("a", "b") with { LongestText = 0 })).ShouldBe("text-limit-outside");
        Why(Spec(Choice("a", "b") with { Choices = [new("一つ")] })).ShouldBe("choices-outside");
        Why(Spec(Choice("a", "b") with { Choices = [new("同じ"), new("同じ ")] })).ShouldBe("choice-twice");
        Should.Throw<RefusalException>(() => EvaluationForm.Draft(Spec(Text("a", "b") with { Stages = [2] })).Describe("名前", FormTarget.Project, FormUse.Yearly, false, ["自己評価"])).Refusal.Code.ShouldBe("stage-asked");
    }

    [Fact]
    public void A_question_stays_with_its_stage_when_stages_come_between_go_or_are_renamed()
    {
        var form = EvaluationForm.Draft(Spec(Text("a", "自己の設問"), Text("a", "課長の設問") with { Stages = [2] }));
        form.Describe("様式", FormTarget.Project, FormUse.Yearly, false, ["自己評価", "一次評価", "課長等意見"]);
        form.InOrder.Select(q => q.StageOrders).ShouldBe(["1", "3"]);
        form.Describe("様式", FormTarget.Project, FormUse.Yearly, false, ["課長等意見", "自己評価"]);
        form.InOrder.Select(q => q.StageOrders).ShouldBe(["2", "1"]);
        form.Describe("様式", FormTarget.Project, FormUse.Yearly, false, ["部長意見", "自己評価"]);
        form.InOrder.Select(q => q.StageOrders).ShouldBe(["2", "1"], "renamed in its place");
    }

    private static string Why(FormSpec spec) => Should.Throw<RefusalException>(() => EvaluationForm.Draft(spec)).Refusal.Code;

    private static FormSpec Spec(params QuestionSpec[] questions) => new("様式", FormTarget.Project, FormUse.Yearly, false, ["自己評価", "課長等意見"], questions);

    private static QuestionSpec Text(string section, string label) => new(section, QuestionKind.Text, label, [1]);

    private static QuestionSpec Choice(string section, string label) => new(section, QuestionKind.Choice, label, [1, 2]) { Choices = [new("拡充", "広げる"), new("縮小")], AsksReason = true };
}
