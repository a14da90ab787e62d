using Mono.Cecil;
using Mono.Cecil.Rocks;
using Xunit;

namespace Architecture.Tests;

public sealed class DomainShapeTests
{
    private static readonly List<TypeDefinition> Entities =
        [.. Product.Module("Shirube.Domain").GetTypes().Where(t => t is { IsClass: true, IsAbstract: false } && (t.BaseType?.Name == "Aggregate" || t.Interfaces.Any(i => i.InterfaceType.Name == "IPartOf`1")))];

    [Fact]
    public void Entities_are_sealed() => Entities.ShouldHaveNoOffenders(t => t.IsSealed ? [] : [t.FullName]);

    [Fact]
    public void Entities_are_changed_only_by_their_own_verbs() =>
        Entities.ShouldHaveNoOffenders(t => t.Properties.Where(p => p.SetMethod is { IsPublic: true }).Select(p => $"{t.FullName}.{p.Name} has a public setter")
            .Concat(t.Fields.Where(f => f is { IsPublic: true, IsStatic: false }).Select(f => $"{t.FullName}.{f.Name} is a public field")));

    [Fact]
    public void Entities_are_made_only_by_their_own_verbs() =>
        Entities.ShouldHaveNoOffenders(t => t.GetConstructors().Where(c => c.IsPublic).Select(_ => $"{t.FullName} has a public constructor"));

    [Fact]
    public void Entities_hand_out_no_list_that_others_could_change() =>
        Entities.ShouldHaveNoOffenders(t => t.Properties.Where(p => p.PropertyType.Name is "List`1" or "IList`1" or "ICollection`1" || p.PropertyType.IsArray).Select(p => $"{t.FullName}.{p.Name}"));
}
