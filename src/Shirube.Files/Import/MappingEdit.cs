using Shirube.Domain.Evaluation;
using Shirube.Domain.Projects;

namespace Shirube.Files.Import;

/// <summary>Changes which column has which role, one column at a time.</summary>
public static class MappingEdit
{
    /// <summary>Takes a role away from the column it has, and nothing else.</summary>
    public static Mapping Without(this Mapping mapping, string role, string reference)
    {
        var (kind, key, part) = Parts(role);
        return kind switch
        {
            "project" => mapping with { Project = ProjectRoles.All.Single(r => r.Key == key).With(mapping.Project, null) },
            "department" => mapping.Department is { } d ? mapping with { Department = d.Columns.Count > 1 ? d with { Columns = [.. d.Columns.Where(c => c != reference)] } : null } : mapping,
            "level" => mapping with { Levels = [.. mapping.Levels.Select(l => l.Name != key ? l : part == "title" ? l with { Title = "" } : l with { Code = [.. l.Code.Where(c => c != reference)] })] },
            "budget" => mapping.Budget is { } b ? mapping with { Budget = ProjectRoles.Budget.Single(r => r.Key == key).With(b, null) } : mapping,
            "contact" => mapping with { Contact = [.. mapping.Contact.Where(c => c.Column != reference)] },
            "year" => mapping with { Year = (mapping.Year ?? new()) with { Column = null } },
            "municipality" => mapping with { MunicipalityCode = null },
            "money" => mapping with { Money = [.. mapping.Money.Where(m => m.Column != reference)] },
            "staff" => mapping with { Staff = [.. mapping.Staff.Where(s => s.Column != reference)] },
            "indicator" => Indicator(mapping, key, i => part switch
            {
                "name" => i with { Name = "" },
                "unit" => i with { Unit = null },
                _ => i with { Values = [.. i.Values.Where(v => v.Column != reference)] },
            }),
            "answer" => Answer(mapping, key, part, null),
            MappingRoles.Ignored => mapping with { Ignore = [.. mapping.Ignore.Where(c => c != reference)] },
            _ => mapping,
        };
    }

    /// <summary>Gives a column a role. A role that only one column can have leaves the one that had it.</summary>
    public static Mapping With(this Mapping mapping, string role, string reference)
    {
        var (kind, key, part) = Parts(role);
        return kind switch
        {
            "project" => mapping with { Project = ProjectRoles.All.Single(r => r.Key == key).With(mapping.Project, reference) },
            "department" => mapping with { Department = Department(mapping.Department, int.Parse(key), reference) },
            "level" => mapping with { Levels = Levels(mapping, key, part, reference) },
            "budget" => mapping with { Budget = ProjectRoles.Budget.Single(r => r.Key == key).With(mapping.Budget ?? new(), reference) },
            "contact" => mapping with { Contact = [.. mapping.Contact, new() { Label = key, Column = reference }] },
            "year" => mapping with { Year = (mapping.Year ?? new()) with { Column = reference } },
            "municipality" => mapping with { MunicipalityCode = reference },
            "money" => mapping with { Money = [.. mapping.Money, new() { Column = reference, Kind = Enum.Parse<MoneyKind>(key) }] },
            "staff" => mapping with { Staff = [.. mapping.Staff, new() { Column = reference, Measure = Enum.Parse<StaffMeasure>(key) }] },
            "indicator" => Indicator(mapping, key, i => part switch
            {
                "name" => i with { Name = reference },
                "unit" => i with { Unit = reference },
                _ => i with { Values = [.. i.Values, new() { Column = reference, IsTarget = part == "target" }] },
            }),
            "answer" => Answer(mapping, key, part, reference),
            MappingRoles.Ignored => mapping with { Ignore = [.. mapping.Ignore, reference] },
            _ => mapping,
        };
    }

    /// <summary>Leaves out what a person's changes left without its main column: levels without titles, indicators without names, questions without columns.</summary>
    public static Mapping Tidied(this Mapping mapping) => mapping with
    {
        Levels = [.. mapping.Levels.Where(l => l.Title.Length > 0)],
        Indicators = [.. mapping.Indicators.Where(i => i.Name.Length > 0)],
        Evaluation = mapping.Evaluation is { } e ? e with { Questions = [.. e.Questions.Where(q => q.Choice is not null || q.Text is not null)] } : null,
    };

    private static (string Kind, string Key, string Part) Parts(string role)
    {
        var first = role.IndexOf('.');
        if (first < 0)
            return (role, "", "");
        var kind = role[..first];
        var last = kind is "level" or "indicator" or "answer" ? role.LastIndexOf('.') : role.Length;
        return (kind, role[(first + 1)..last], last < role.Length ? role[(last + 1)..] : "");
    }

    private static DepartmentRule Department(DepartmentRule? rule, int place, string reference)
    {
        var columns = (rule?.Columns ?? []).ToList();
        if (place <= columns.Count)
            columns[place - 1] = reference;
        else
            columns.Add(reference);
        return rule is null ? new() { Columns = columns } : rule with { Columns = columns };
    }

    private static IReadOnlyList<LevelRule> Levels(Mapping mapping, string name, string part, string reference)
    {
        var names = MappingRoles.LevelNames(mapping).ToList();
        var levels = mapping.Levels.Any(l => l.Name == name) ? mapping.Levels : [.. mapping.Levels.Append(new LevelRule { Name = name, Title = "" }).OrderBy(l => names.IndexOf(l.Name))];
        return [.. levels.Select(l => l.Name != name ? l : part == "title" ? l with { Title = reference } : l with { Code = [.. l.Code, reference] })];
    }

    private static Mapping Indicator(Mapping mapping, string slot, Func<IndicatorRule, IndicatorRule> change)
    {
        var rules = mapping.Indicators.Any(i => i.Slot == slot) ? mapping.Indicators : [.. mapping.Indicators, new IndicatorRule { Slot = slot, Kind = MappingRoles.KindOf(slot), Name = "" }];
        return mapping with { Indicators = [.. rules.Select(i => i.Slot == slot ? change(i) : i)] };
    }

    private static Mapping Answer(Mapping mapping, string key, string part, string? reference)
    {
        var at = key.IndexOf('.');
        var (stage, question) = (Enum.Parse<EvaluationStage>(key[..at]), key[(at + 1)..]);
        return mapping with
        {
            Evaluation = mapping.Evaluation! with
            {
                Questions = [.. mapping.Evaluation.Questions.Select(q => q.Stage != stage || q.Question != question ? q : part == "choice" ? q with { Choice = reference } : q with { Text = reference })],
            },
        };
    }
}
