using Shirube.Domain.Evaluation;
using Shirube.Domain.Projects;
using Shirube.Files.Tables;
using Shirube.Office.Links;
using Shirube.Office.Projects;

namespace Shirube.Office.Evaluation;

/// <summary>The results of projects, rolled up through the trees of the plans: each project once for every item it stands under.</summary>
internal static class ItemResults
{
    public static ResultTable Of(RoundResults results, IReadOnlyList<string> directions)
    {
        var sheets = results.Sheets.Where(s => s.Project is not null).DistinctBy(s => s.Project).ToDictionary(s => s.Project!.Value);
        var rows = results.Trees.Places.ByPlan.SelectMany(plan => Plan(results, [.. plan], sheets, directions)).ToList();
        return new("items", "計画の項目ごと", [ResultTable.Text("項目"), ResultTable.Whole("シート"), ResultTable.Whole($"{results.Round.Judged.Era}の事業費(円)"), ResultTable.Whole("金額の登録がないもの"), .. ResultTables.Counted(directions).SkipLast(1)], rows,
            "1つの事務事業は、項目ごとに1回だけ数えます。上の項目の数は、下の項目の数の和と違うことがあります。事業費は、評価する年度のいちばん後の段階(決算があれば決算)の額で、登録のないものは足していません。シートのない項目は省いています。") { Empty = "計画の項目に位置づけた事務事業のシートはありません。" };
    }

    private static IEnumerable<ResultRow> Plan(RoundResults results, IReadOnlyList<PlanPlaces.Place> places, Dictionary<ProjectId, JudgedSheet> sheets, IReadOnlyList<string> directions)
    {
        var lines = places.Select(p => (Place: p, Projects: results.Trees.Serving.Placed(LinkedTrees.Of(p)).Where(sheets.ContainsKey).ToList())).Where(l => l.Projects.Count > 0).ToList();
        if (lines.Count == 0)
            yield break;
        yield return Line(RowKind.Group, places[0].PlanName, null, [.. lines.SelectMany(l => l.Projects).Distinct()]);
        foreach (var (place, projects) in lines)
            yield return Line(RowKind.Row, new string('\u3000', place.Level - 1) + place.Name, $"~/plans/{place.PlanKey}/{place.Key}", projects);

        ResultRow Line(RowKind kind, string name, string? address, List<ProjectId> projects)
        {
            var cost = results.Costs.Of(projects);
            return new(kind, ResultRow.Plain([name, cost.Projects, cost.Amount?.Value, cost.Unknown, .. ResultTables.Counts(ResultTables.Standing(projects.Select(p => sheets[p])), directions).SkipLast(1)]), address);
        }
    }
}
