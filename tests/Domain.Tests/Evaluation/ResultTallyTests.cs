using Shirube.Domain.Evaluation;
using Shouldly;
using Xunit;

namespace Domain.Tests.Evaluation;

public sealed class ResultTallyTests
{
    private static readonly string[] Directions = ["拡充", "継続", "縮小"];

    [Fact]
    public void Every_sheet_is_counted_once_and_nothing_unknown_counts_as_a_choice()
    {
        var chance = new Random(5);
        for (var round = 0; round < 300; round++)
        {
            var verdicts = Enumerable.Range(0, chance.Next(30)).Select(_ => Any(chance)).ToList();
            var tally = Tally.Of(verdicts);
            tally.All.ShouldBe(verdicts.Count);
            tally.NotReported.ShouldBe(verdicts.Count(v => v == Verdict.NotReported));
            foreach (var direction in Directions)
                tally.Count(direction).ShouldBe(verdicts.TrueForAll(v => v == Verdict.NotReported) ? null : verdicts.Count(v => v.Choice == direction));
        }
    }

    [Fact]
    public void What_stands_in_the_cells_and_beside_them_is_every_sheet()
    {
        var chance = new Random(7);
        for (var round = 0; round < 300; round++)
        {
            var pairs = Enumerable.Range(0, chance.Next(40)).Select(_ => (Row: Any(chance), Column: Any(chance))).ToList();
            var tally = CrossTally.Of(pairs);
            (tally.Said + tally.NotAnswered + tally.NotReported).ShouldBe(pairs.Count);
            tally.NotReported.ShouldBe(pairs.Count(p => p.Row.State == VerdictState.NotReported || p.Column.State == VerdictState.NotReported));
            foreach (var row in Directions)
            {
                tally.RowTotal(row).ShouldBe(tally.Said == 0 ? null : Directions.Sum(c => tally.Count(row, c)));
                foreach (var column in Directions)
                    tally.Count(row, column).ShouldBe(tally.Said == 0 ? null : pairs.Count(p => p.Row.Choice == row && p.Column.Choice == column));
            }
        }
    }

    [Fact]
    public void The_last_submitted_stage_that_says_something_stands()
    {
        var chance = new Random(11);
        for (var round = 0; round < 500; round++)
        {
            var stages = Enumerable.Range(1, chance.Next(1, 5)).Select(i => Stage(i, chance.Next(3) > 0, chance.Next(3) == 0 ? null : Directions[chance.Next(3)])).ToList();
            var sheet = new SheetVerdicts(stages);
            var expected = Verdict.NotReported;
            foreach (var stage in stages.Where(s => s.IsSubmitted))
                expected = stage.Choices.TryGetValue(QuestionRole.Direction, out var choice) ? Verdict.Of(choice) : expected.Choice is null ? Verdict.NotAnswered : expected;
            sheet.Standing(QuestionRole.Direction).ShouldBe(expected);
            sheet.Differs(QuestionRole.Direction).ShouldBe(stages.Any(a => stages.Any(b => a.IsSubmitted && b.IsSubmitted && a.Choices.Count + b.Choices.Count == 2 && a.Choices[QuestionRole.Direction] != b.Choices[QuestionRole.Direction])));
        }
    }

    [Fact]
    public void A_draft_of_a_stage_says_nothing_and_a_stage_that_does_not_look_has_no_word()
    {
        var sheet = new SheetVerdicts([Stage(1, true, "継続"), Stage(2, false, "縮小")]);
        sheet.At(2, QuestionRole.Direction).ShouldBe(Verdict.NotReported);
        sheet.At(3, QuestionRole.Direction).ShouldBeNull();
        sheet.At(1, QuestionRole.Cost).ShouldBe(Verdict.NotAnswered);
        sheet.Standing(QuestionRole.Direction).ShouldBe(Verdict.Of("継続"));
    }

    private static Verdict Any(Random chance) => chance.Next(5) switch { 0 => Verdict.NotReported, 1 => Verdict.NotAnswered, _ => Verdict.Of(Directions[chance.Next(3)]) };

    private static StageVerdicts Stage(int order, bool submitted, string? direction) => new(order, submitted, direction is null ? new Dictionary<QuestionRole, string>() : new Dictionary<QuestionRole, string> { [QuestionRole.Direction] = direction });
}
