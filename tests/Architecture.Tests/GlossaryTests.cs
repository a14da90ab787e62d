using System.Text.RegularExpressions;
using Shouldly;
using Xunit;

namespace Architecture.Tests;

public sealed partial class GlossaryTests
{
    [Fact]
    public void Every_word_of_the_glossary_is_a_word_of_the_code()
    {
        var words = File.ReadLines(Path.Combine(Product.Root, "docs", "glossary.md")).Where(l => l.StartsWith('|')).Skip(2)
            .SelectMany(l => CodeWord().Matches(l.Split('|')[2]).Select(m => m.Value)).ToList();
        words.Count.ShouldBeGreaterThan(30);
        var known = Product.Types.Select(t => t.Name.Split('`')[0]).Concat(Product.Types.Where(t => t.IsEnum).SelectMany(t => t.Fields.Select(f => f.Name))).ToHashSet(StringComparer.Ordinal);
        words.Except(known).ShouldBeEmpty();
    }

    [Fact]
    public void Every_decision_is_numbered_without_a_gap()
    {
        var numbers = Directory.EnumerateFiles(Path.Combine(Product.Root, "docs", "adr"), "*.md").Select(f => int.Parse(Path.GetFileName(f)[..4])).Order().ToList();
        numbers.ShouldNotBeEmpty();
        numbers.ShouldBe(Enumerable.Range(1, numbers.Count));
    }

    [GeneratedRegex(@"\b[A-Z][A-Za-z]+\b", RegexOptions.ExplicitCapture)]
    private static partial Regex CodeWord();
}
