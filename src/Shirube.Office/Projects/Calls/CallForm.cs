using Shirube.Domain.Common;
using Shirube.Domain.Organization;
using Shirube.Domain.Projects;
using Shirube.Office.Common;

namespace Shirube.Office.Projects.Calls;

/// <summary>What somebody types who opens a call.</summary>
public sealed class CallForm
{
    public string? Title { get; set; }
    public string? Explanation { get; set; }
    /// <summary>The names of the asked fields.</summary>
    public List<string> Fields { get; set; } = [];
    public string? Year { get; set; }
    /// <summary>The ids of the asked departments; what lies below a chosen one is asked too.</summary>
    public List<string> Departments { get; set; } = [];
    public string? Class { get; set; }
    public string? RunsIn { get; set; }
    public DateOnly? Due { get; set; }

    public EntryFields FieldsChosen => Fields.Aggregate(EntryFields.None, (sum, name) => Enum.TryParse<EntryFields>(name, out var chosen) ? sum | chosen : sum);

    public CallWish Wish(FormErrors errors) =>
        new(Title, Explanation?.ReplaceLineEndings("\n"), FieldsChosen, errors.Read(nameof(Year), () => Typed.Year(Year)), Class, errors.Read(nameof(RunsIn), () => Typed.Year(RunsIn)), Due);

    /// <summary>The chosen departments and all below them, among those that exist.</summary>
    public IReadOnlyList<DepartmentId> DepartmentsChosen(IReadOnlyCollection<Department> all)
    {
        var chosen = all.Where(d => Departments.Contains(d.Id.Value.ToString())).Select(d => d.Id).ToList();
        for (var i = 0; i < chosen.Count; i++)
            chosen.AddRange(all.Where(d => d.ParentId == chosen[i] && !chosen.Contains(d.Id)).Select(d => d.Id));
        return [.. chosen.Distinct()];
    }
}
