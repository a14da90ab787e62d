using Microsoft.AspNetCore.Html;
using Shirube.Domain.Common;
using Shirube.Domain.Projects;
using Shirube.Exchange.Publishing;
using Shirube.Ui.Charts;
using Shirube.Ui.Text;

namespace Shirube.Public.Features.Public.Projects;

/// <summary>The published figures of a project by year and stage.</summary>
public sealed class ProjectMoney
{
    private static readonly MoneyStage[] Preferred = [MoneyStage.Settled, MoneyStage.Supplementary, MoneyStage.Initial, MoneyStage.Adopted, MoneyStage.Planned];
    private readonly Dictionary<(FiscalYear, MoneyStage, MoneyKind), Figure> figures;

    private ProjectMoney(IReadOnlyList<ReleasedMoney> rows)
    {
        figures = rows.ToDictionary(r => (r.FiscalYear, r.Stage, r.Kind), r => r.Amount is { } amount ? Figure.Of(amount) : Figure.None(r.Absence ?? Absence.Dash));
        Lines = [.. rows.Select(r => (r.FiscalYear, r.Stage)).Distinct().OrderBy(l => l.FiscalYear).ThenBy(l => l.Stage)];
        Kinds = [.. Enum.GetValues<MoneyKind>().Where(k => rows.Any(r => r.Kind == k))];
        Chart = new StackedBars("事業費", [.. CostCheck.Sources.Select(Names.Of)], [.. Lines.GroupBy(l => l.Year).Select(BarOf)]).Render();
    }

    /// <summary>The rows of the table: each year at each stage that has any figure.</summary>
    public IReadOnlyList<(FiscalYear Year, MoneyStage Stage)> Lines { get; }
    public IReadOnlyList<MoneyKind> Kinds { get; }

    public IHtmlContent Chart { get; }
    public int Count => figures.Count;

    public static ProjectMoney Of(Release release, string project) =>
        new(release.Query<ReleasedMoney>("SELECT * FROM money WHERE project = @project", new { project }));

    public Figure? Of(FiscalYear year, MoneyStage stage, MoneyKind kind) => figures.TryGetValue((year, stage, kind), out var figure) ? figure : null;

    private BarYear BarOf(IGrouping<FiscalYear, (FiscalYear Year, MoneyStage Stage)> year)
    {
        var stage = Preferred.First(s => year.Any(l => l.Stage == s));
        return new(year.Key, stage == MoneyStage.Initial ? "当初" : Names.Of(stage), [.. CostCheck.Sources.Select(k => Of(year.Key, stage, k)?.Amount)], Of(year.Key, stage, MoneyKind.Total)?.Amount);
    }
}
