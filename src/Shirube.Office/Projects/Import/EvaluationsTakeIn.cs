using Shirube.Domain.Evaluation;
using Shirube.Domain.Projects;
using Shirube.Files.Import;

namespace Shirube.Office.Projects.Import;

/// <summary>The evaluations of the file's projects, one per project and year.</summary>
internal sealed class EvaluationsTakeIn(Holdings holdings, Ledger ledger, ImportBatch batch)
{
    private readonly HashSet<string> spoken = [.. batch.Projects.Select(p => p.Evaluation).OfType<ImportedEvaluation>().SelectMany(e => EvaluationFields.Of(e).Fields)];
    private readonly Dictionary<(ProjectId, int), EvaluationFact> known = holdings.Evaluations.ToDictionary(e => (e.ProjectId, e.Year.Value));

    public void TakeIn(ImportedProject file, Project project, string identity)
    {
        if (file.Evaluation is not { } said)
            return;
        var key = $"{identity} › {said.Year.Value}";
        var found = known.GetValueOrDefault((project.Id, said.Year.Value));
        var evaluation = found ?? EvaluationFact.Of(project.Id, said.Year);
        var last = found is null ? null : holdings.RecallOf(ImportedKind.EvaluationFact, key, found.Id.Value);
        var merge = Merge.Of(last?.Facts, found is null ? new() : EvaluationFields.Of(found), EvaluationFields.Of(said), spoken);
        EvaluationFields.Write(evaluation, merge.Changes, said.Answers.GroupBy(a => EvaluationFields.Field(a.Stage, a.Question)).ToDictionary(g => g.Key, g => g.First().Order));
        ledger.Enter(new(ImportedKind.EvaluationFact, key, $"{project.Name}の{said.Year.Era}の評価", evaluation, evaluation.Id.Value, found is null, merge, last, file.Source, identity));
    }
}
