using Shirube.Domain.Common;
using Shouldly;
using Xunit;

namespace Domain.Tests.Common;

public sealed class MunicipalityCodeTests
{
    // why: published codes of 総務省: prefectures, designated cities, wards, cities and towns; sums below and above 11 both occur.
    [Theory]
    [InlineData("010006")]
    [InlineData("011002")]
    [InlineData("032158")]
    [InlineData("032018")]
    [InlineData("032034")]
    [InlineData("130001")]
    [InlineData("131016")]
    [InlineData("131041")]
    [InlineData("141003")]
    [InlineData("231002")]
    [InlineData("271004")]
    [InlineData("401307")]
    [InlineData("473812")]
    public void A_real_code_is_taken(string code) => MunicipalityCode.Parse(code).Value.ShouldBe(code);

    [Fact]
    public void A_code_with_any_other_check_digit_is_refused()
    {
        foreach (var digit in "012345679")
            MunicipalityCode.WhyNot($"03215{digit}").ShouldNotBeNull().Code.ShouldBe("municipality-code-check-digit");
    }

    [Fact]
    public void One_mistyped_digit_is_noticed()
    {
        const string code = "032158";
        for (var at = 0; at < 5; at++)
        {
            foreach (var digit in "0123456789".Where(d => d != code[at]))
            {
                var typed = $"{code[..at]}{digit}{code[(at + 1)..]}";
                MunicipalityCode.WhyNot(typed).ShouldNotBeNull(typed);
            }
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("03215")]
    [InlineData("0321588")]
    [InlineData("03215A")]
    [InlineData("\uff10\uff13\uff12\uff11\uff15\uff18")]
    [InlineData(null)]
    public void What_is_not_six_digits_is_refused_in_a_sentence(string? text)
    {
        var refusal = MunicipalityCode.WhyNot(text).ShouldNotBeNull();
        refusal.Code.ShouldBe("municipality-code-malformed");
        refusal.What.ShouldEndWith("。");
        Should.Throw<RefusalException>(() => MunicipalityCode.Parse(text)).Refusal.ShouldBe(refusal);
    }
}
