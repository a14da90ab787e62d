using Mono.Cecil;
using Shouldly;

namespace Architecture.Tests;

/// <summary>The compiled product and its sources, as the rules look at them.</summary>
internal static class Product
{
    public static readonly string Root = FindRoot();

    public static readonly IReadOnlyList<ModuleDefinition> Modules =
        [.. Directory.EnumerateFiles(AppContext.BaseDirectory, "Shirube*.dll").Order(StringComparer.Ordinal).Select(f => ModuleDefinition.ReadModule(f, new ReaderParameters { ReadSymbols = true }))];

    /// <summary>Types somebody wrote: no compiler's, no Razor view.</summary>
    public static IEnumerable<TypeDefinition> Types =>
        Modules.SelectMany(m => m.GetTypes()).Where(t => !t.FullName.Contains('<') && !t.FullName.StartsWith("AspNetCoreGeneratedDocument", StringComparison.Ordinal) && t.Namespace.Length + (t.DeclaringType?.FullName.Length ?? 0) > 0);

    public static ModuleDefinition Module(string name) => Modules.Single(m => m.Assembly.Name.Name == name);

    /// <summary>Names of the projects in src, each with the projects it references.</summary>
    public static IReadOnlyDictionary<string, IReadOnlySet<string>> Projects { get; } =
        Directory.EnumerateFiles(Path.Combine(Root, "src"), "*.csproj", SearchOption.AllDirectories).ToDictionary(
            f => Path.GetFileNameWithoutExtension(f),
            f => (IReadOnlySet<string>)System.Xml.Linq.XDocument.Load(f).Descendants("ProjectReference").Select(r => Path.GetFileNameWithoutExtension(r.Attribute("Include")!.Value)).ToHashSet(StringComparer.Ordinal));

    /// <summary>Files under version control's eye: sources, scripts and papers, without what is built or fetched.</summary>
    public static IEnumerable<string> Files(params string[] endings)
    {
        var files = Directory.EnumerateFiles(Root, "*", new EnumerationOptions { RecurseSubdirectories = true })
            .Select(f => Path.GetRelativePath(Root, f))
            .Where(f => !f.Split('/').Any(p => p is "artifacts" or "node_modules" or "obj" or "bin" or ".git") && !f.StartsWith("data/", StringComparison.Ordinal) && !f.Contains("/wwwroot/build/", StringComparison.Ordinal))
            .Where(f => endings.Length == 0 || endings.Any(e => f.EndsWith(e, StringComparison.Ordinal))).Order(StringComparer.Ordinal).ToList();
        files.ShouldNotBeEmpty();
        return files;
    }

    /// <summary>Everything a type's own code and signatures mention.</summary>
    public static IEnumerable<TypeReference> Mentions(TypeDefinition type) =>
        type.Interfaces.Select(i => i.InterfaceType).Append(type.BaseType)
            .Concat(type.Fields.Select(f => f.FieldType)).Concat(type.Properties.Select(p => p.PropertyType))
            .Concat(type.Methods.SelectMany(m => m.Parameters.Select(p => p.ParameterType).Append(m.ReturnType)))
            .Concat(Calls(type).SelectMany(c => new[] { c.DeclaringType, c.ReturnType }))
            .OfType<TypeReference>().SelectMany(WithArguments);

    public static IEnumerable<MethodReference> Calls(TypeDefinition type) =>
        type.NestedTypes.Append(type).SelectMany(t => t.Methods).Where(m => m.HasBody).SelectMany(m => m.Body.Instructions).Select(i => i.Operand).OfType<MethodReference>();

    /// <summary>Fails when nothing was looked at, and else shows only the offenders.</summary>
    public static void ShouldHaveNoOffenders<T>(this IReadOnlyCollection<T> examined, Func<T, IEnumerable<string>> offences)
    {
        examined.ShouldNotBeEmpty("nothing was examined");
        examined.SelectMany(offences).Distinct(StringComparer.Ordinal).ShouldBeEmpty();
    }

    private static IEnumerable<TypeReference> WithArguments(TypeReference type) =>
        type is GenericInstanceType generic ? generic.GenericArguments.SelectMany(WithArguments).Append(generic.ElementType)
        : type is TypeSpecification outer ? WithArguments(outer.ElementType) : [type];

    private static string FindRoot()
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (at is not null && !File.Exists(Path.Combine(at.FullName, "Shirube.slnx")))
            at = at.Parent;
        return at?.FullName ?? throw new InvalidOperationException("These tests read the sources: run them inside a checkout.");
    }
}
