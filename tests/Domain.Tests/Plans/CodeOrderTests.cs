using Shirube.Domain.Plans;
using Shouldly;
using Xunit;

namespace Domain.Tests.Plans;

public sealed class CodeOrderTests
{
    [Fact]
    public void Codes_are_ordered_as_people_count_and_items_without_one_come_last() =>
        new[] { null, "10", "2", "1-10", "1-2", "1", "６", "A-2", "02-1", "62102", "62101" }.Order(CodeOrder.Natural)
            .ShouldBe(["1", "1-2", "1-10", "2", "02-1", "６", "10", "62101", "62102", "A-2", null]);
}
