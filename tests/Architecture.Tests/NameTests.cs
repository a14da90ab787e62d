using Mono.Cecil;
using Xunit;

namespace Architecture.Tests;

public sealed class NameTests
{
    private static readonly string[] Banned = ["Manager", "Helper", "Helpers", "Util", "Utils", "Processor", "Service", "Dto", "Impl", "Base"];

    // why: ports, behind which a second implementation stands elsewhere (another system, or a test's stand-in for one).
    private static readonly HashSet<string> Ports = ["IPagePrinter", "IMailRelay"];

    [Fact]
    public void No_type_has_a_name_that_says_nothing() =>
        Product.Types.ToList().ShouldHaveNoOffenders(t => Banned.Any(b => Plain(t).EndsWith(b, StringComparison.Ordinal)) && !IsTagHelper(t) ? [t.FullName] : []);

    [Fact]
    public void An_interface_has_more_than_one_implementation() =>
        Product.Types.Where(t => t.IsInterface && !Ports.Contains(t.Name)).ToList().ShouldHaveNoOffenders(i =>
            Product.Types.Count(t => !t.IsAbstract && Implements(t, i)) < 2 ? [i.FullName] : []);

    [Fact]
    public void A_typed_id_can_be_read_back() =>
        Product.Module("Shirube.Domain").GetTypes().Where(t => t.Name.EndsWith("Id", StringComparison.Ordinal) && t.IsValueType).ToList()
            .ShouldHaveNoOffenders(t => t.Interfaces.Any(i => i.InterfaceType.Name == "ITypedId`1") ? [] : [t.FullName]);

    private static bool Implements(TypeDefinition? type, TypeDefinition wanted) =>
        type is not null && (type.Interfaces.Any(i => i.InterfaceType.GetElementType().FullName == wanted.FullName || Implements(Find(i.InterfaceType), wanted)) || Implements(Find(type.BaseType), wanted));

    private static TypeDefinition? Find(TypeReference? reference) =>
        reference is null ? null : Product.Types.FirstOrDefault(t => t.FullName == reference.GetElementType().FullName);

    private static string Plain(TypeDefinition type) => type.Name.Split('`')[0];

    private static bool IsTagHelper(TypeDefinition? type) =>
        type?.BaseType is { } parent && (parent.FullName == "Microsoft.AspNetCore.Razor.TagHelpers.TagHelper" || IsTagHelper(Product.Types.FirstOrDefault(t => t.FullName == parent.FullName)));
}
