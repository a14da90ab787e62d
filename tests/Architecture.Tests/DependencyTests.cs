using Shouldly;
using Xunit;

namespace Architecture.Tests;

public sealed class DependencyTests
{
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Shirube.Domain"] = [],
        ["Shirube.Files"] = ["Shirube.Domain"],
        ["Shirube.Exchange"] = ["Shirube.Domain"],
        ["Shirube.Data"] = ["Shirube.Domain"],
        ["Shirube.Ui"] = ["Shirube.Domain"],
        ["Shirube.Office"] = ["Shirube.Domain", "Shirube.Files", "Shirube.Exchange", "Shirube.Data", "Shirube.Ui"],
        ["Shirube.Public"] = ["Shirube.Domain", "Shirube.Files", "Shirube.Exchange", "Shirube.Ui"],
        ["Shirube"] = ["Shirube.Domain", "Shirube.Files", "Shirube.Exchange", "Shirube.Data", "Shirube.Ui", "Shirube.Office", "Shirube.Public"],
    };

    // why: Common is everybody's; who may use whom beside it. Publishing copies from all.
    private static readonly Dictionary<string, string[]> AllowedAreas = new()
    {
        ["Common"] = [],
        ["Organization"] = [],
        ["Plans"] = ["Organization"],
        ["Projects"] = ["Organization", "Plans"],
        ["Links"] = ["Organization", "Plans", "Projects"],
        ["Indicators"] = ["Organization", "Plans", "Projects"],
        ["Evaluation"] = ["Organization", "Plans", "Projects", "Indicators"],
        ["Rolling"] = ["Organization", "Plans", "Projects", "Indicators", "Evaluation"],
        ["Surveys"] = ["Organization", "Plans", "Indicators"],
        ["Opinions"] = ["Organization", "Plans"],
        ["Deliberation"] = ["Organization", "Plans", "Opinions"],
        ["Publishing"] = ["Organization", "Plans", "Projects", "Links", "Indicators", "Evaluation", "Rolling", "Surveys", "Opinions", "Deliberation"],
    };

    [Fact]
    public void A_project_references_only_what_the_table_allows() =>
        Product.Projects.ToList().ShouldHaveNoOffenders(p => p.Value.Where(r => !Allowed.GetValueOrDefault(p.Key, []).Contains(r)).Select(r => $"{p.Key} -> {r}"));

    [Fact]
    public void A_compiled_project_uses_only_what_the_table_allows() =>
        Product.Modules.ShouldHaveNoOffenders(m => m.AssemblyReferences.Select(r => r.Name)
            .Where(r => r.StartsWith("Shirube", StringComparison.Ordinal) && !Allowed.GetValueOrDefault(m.Assembly.Name.Name, []).Contains(r)).Select(r => $"{m.Assembly.Name.Name} -> {r}"));

    [Fact]
    public void The_public_face_has_no_way_to_the_office_database()
    {
        var reached = new HashSet<string>(StringComparer.Ordinal);
        Reach("Shirube.Public", reached);
        reached.Count.ShouldBeGreaterThan(2);
        reached.Where(r => r is "Shirube.Data" or "Shirube.Office" || r.StartsWith("Microsoft.EntityFrameworkCore", StringComparison.Ordinal) || r == "Npgsql").ShouldBeEmpty();
    }

    [Fact]
    public void The_domain_uses_no_package() =>
        Product.Module("Shirube.Domain").AssemblyReferences.ToList().ShouldHaveNoOffenders(r => r.Name.StartsWith("System.", StringComparison.Ordinal) ? [] : [r.Name]);

    [Fact]
    public void An_area_of_the_domain_uses_only_the_areas_the_table_allows() =>
        Product.Module("Shirube.Domain").GetTypes().Where(t => Area(t.Namespace) is not null && t.Name != "Refusals").ToList()
            .ShouldHaveNoOffenders(t => Product.Mentions(t).Select(m => (Area: Area(m.Namespace), m.Name))
                .Where(m => m.Area is not null && m.Area != "Common" && m.Area != Area(t.Namespace) && !AllowedAreas.GetValueOrDefault(Area(t.Namespace)!, []).Contains(m.Area))
                .Select(m => $"{t.FullName} -> {m.Area}.{m.Name}"));

    [Fact]
    public void Every_folder_of_the_domain_is_an_area() =>
        Directory.GetDirectories(Path.Combine(Product.Root, "src", "Shirube.Domain")).Select(Path.GetFileName).Where(d => d is not ("bin" or "obj")).ToList()
            .ShouldHaveNoOffenders(d => AllowedAreas.ContainsKey(d!) ? [] : [d!]);

    private static string? Area(string @namespace) =>
        @namespace.StartsWith("Shirube.Domain.", StringComparison.Ordinal) ? @namespace["Shirube.Domain.".Length..].Split('.')[0] : null;

    private static void Reach(string name, HashSet<string> reached)
    {
        if (!reached.Add(name) || Product.Modules.FirstOrDefault(m => m.Assembly.Name.Name == name) is not { } module)
            return;
        foreach (var reference in module.AssemblyReferences)
            Reach(reference.Name, reached);
    }
}
