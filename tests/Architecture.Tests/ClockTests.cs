using Xunit;

namespace Architecture.Tests;

public sealed class ClockTests
{
    private static readonly HashSet<string> Reads = ["System.DateTime::get_Now", "System.DateTime::get_UtcNow", "System.DateTime::get_Today", "System.DateTimeOffset::get_Now", "System.DateTimeOffset::get_UtcNow"];

    [Fact]
    public void Nobody_reads_the_clock_but_through_a_TimeProvider() =>
        Product.Types.ToList().ShouldHaveNoOffenders(t => Product.Calls(t).Select(c => $"{c.DeclaringType.FullName}::{c.Name}").Where(Reads.Contains).Select(c => $"{t.FullName} -> {c}"));

    [Fact]
    public void The_domain_is_told_the_time() =>
        Product.Module("Shirube.Domain").GetTypes().ToList().ShouldHaveNoOffenders(t => Product.Mentions(t).Where(m => m.FullName == "System.TimeProvider").Select(_ => t.FullName));

    [Fact]
    public void Only_the_program_chooses_the_clock() =>
        Product.Types.Where(t => t.Module.Assembly.Name.Name != "Shirube").ToList()
            .ShouldHaveNoOffenders(t => Product.Calls(t).Where(c => c.DeclaringType.FullName == "System.TimeProvider" && c.Name == "get_System").Select(_ => t.FullName));
}
