using Shirube.Domain.Common;
using Shouldly;
using Xunit;

namespace Domain.Tests.Common;

public sealed class YenTests
{
    [Fact]
    public void Amounts_add_up_without_losing_a_yen()
    {
        var amounts = new[] { 1_355_393L, -20_001L, 182_400_000L }.Select(v => new Yen(v));
        amounts.Aggregate(Yen.Zero, (a, b) => a + b).ShouldBe(new Yen(183_735_392));
        new Yen(1_234_567).ToString().ShouldBe("1,234,567円");
    }

    [Fact]
    public void A_sum_beyond_all_money_is_a_bug_and_no_silent_negative() =>
        Should.Throw<OverflowException>(() => new Yen(long.MaxValue) + new Yen(1));

    [Fact]
    public void Keys_in_addresses_hold_no_vowel_and_nothing_that_reads_like_another_letter()
    {
        var keys = Enumerable.Range(0, 500).Select(_ => PublicKey.New().Value).ToList();
        keys.ShouldAllBe(k => k.Length == 7 && !k.Any(c => "aeiouyl01".Contains(c)));
        keys.Distinct().Count().ShouldBe(500);
    }
}
