using Shirube.Domain.Indicators;
using Shirube.Domain.Projects;
using Shirube.Files.Import;

namespace Shirube.Office.Projects.Import;

/// <summary>The indicators of the file's projects, each found again by its name within the project or by its place in the layout, or defined.</summary>
internal sealed class IndicatorsTakeIn
{
    private const string Reason = "取り込み";

    private readonly Holdings holdings;
    private readonly Ledger ledger;
    private readonly DateOnly today;
    private readonly ILookup<ProjectId, Indicator> ofProject;
    private readonly HashSet<string> spoken;
    private readonly HashSet<Guid> imported;
    private readonly List<string> missing = [];

    public IndicatorsTakeIn(Holdings holdings, Ledger ledger, ImportBatch batch, DateOnly today)
    {
        (this.holdings, this.ledger, this.today) = (holdings, ledger, today);
        ofProject = holdings.Indicators.SelectMany(i => i.Uses.Where(u => u.ProjectId is not null).Select(u => (project: u.ProjectId!.Value, indicator: i))).ToLookup(x => x.project, x => x.indicator);
        imported = [.. holdings.Memory.Where(m => m.Key.Kind == ImportedKind.Indicator).Select(m => m.Value.Id)];
        spoken = batch.Projects.SelectMany(p => p.Indicators).SelectMany(i => IndicatorFields.Of(i).Fields).ToHashSet();
    }

    public void TakeIn(ImportedProject file, Project project, string identity)
    {
        if (file.Indicators.Count == 0 && spoken.Count == 0)
            return;
        var own = ofProject[project.Id].ToList();
        var matched = Match(file, own, identity);
        foreach (var said in file.Indicators)
            TakeIn(said, matched.GetValueOrDefault(said.Slot), project, identity, file.Source);
        missing.AddRange(own.Except(matched.Values).Where(i => IsImported(i.Id)).Select(i => $"{project.Name}「{i.Name}」"));
    }

    public void ListMissing() =>
        ledger.List(ProblemSeverity.Warning, "indicator-missing-in-file", "前に取り込んだ指標のうち、このファイルにないものがあります。", "消さずに残しました。", missing);

    private void TakeIn(ImportedIndicator said, Indicator? found, Project project, string identity, SourceRow source)
    {
        var slot = $"{identity} › {said.Slot}";
        var last = found is null ? null : holdings.RecallOf(ImportedKind.Indicator, slot, found.Id.Value);
        var indicator = found ?? Indicator.Define(said.Name, said.Unit, said.Kind);
        var merge = Merge.Of(last?.Facts, found is null ? new() : IndicatorFields.Of(found), IndicatorFields.Of(said), spoken);
        if (merge.Changes.Count > 0)
            IndicatorFields.Write(indicator, merge.Merged, merge.Changes, today, Reason);
        indicator.UseFor(project.Id, said.Order);
        ledger.Enter(new(ImportedKind.Indicator, slot, $"{project.Name}の指標「{indicator.Name}」", indicator, indicator.Id.Value, found is null, merge, last, source, identity));
    }

    // why: next year's layout may list the same indicators in another order, two may share one name, and a name that was corrected by hand is still found by its place.
    private Dictionary<string, Indicator> Match(ImportedProject file, List<Indicator> own, string identity)
    {
        var matched = new Dictionary<string, Indicator>();
        bool IsNamed(ImportedIndicator said, Indicator i) => i.Name == said.Name.Trim() && i.Kind == said.Kind;
        bool IsPlaced(ImportedIndicator said, Indicator i) => holdings.Recall(ImportedKind.Indicator, $"{identity} › {said.Slot}")?.Id == i.Id.Value;
        foreach (var fits in new[] { (s, i) => IsNamed(s, i) && IsPlaced(s, i), IsNamed, (Func<ImportedIndicator, Indicator, bool>)IsPlaced })
            foreach (var said in file.Indicators.Where(s => !matched.ContainsKey(s.Slot)))
                if (own.Find(i => fits(said, i) && !matched.ContainsValue(i)) is { } found)
                    matched[said.Slot] = found;
        return matched;
    }

    private bool IsImported(IndicatorId id) => imported.Contains(id.Value);

}
