using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Plans;
using Shirube.Domain.Projects;
using Shirube.Exchange.Publishing;

namespace Shirube.Office.Publishing;

/// <summary>What belongs to the public texts: the words they use, the figures they show; and what becomes of projects in a public plan. A word or figure of a draft alone would tell of the draft.</summary>
internal sealed class PublicTexts(OfficeDb db, IReadOnlyDictionary<PlanId, PublicKey> plans, IReadOnlyDictionary<ProjectId, PublicKey> projects)
{
    public async Task<ReleaseContent> AddToAsync(ReleaseContent content, CancellationToken cancel)
    {
        var texts = content.Plans.Select(p => p.Summary).Concat(content.Items.SelectMany(i => new[] { i.Title, i.PlainTitle, i.Body })).OfType<string>().ToList();
        var terms = (await db.GlossaryTerms.AsNoTracking().ToListAsync(cancel)).Where(t => texts.Exists(text => text.Contains(t.Name, StringComparison.Ordinal)));
        var shown = texts.SelectMany(PlanFigure.KeysIn).ToHashSet();
        var figures = (await db.Figures.AsNoTracking().ToListAsync(cancel)).FindAll(f => shown.Contains(f.Key));
        var pictures = await PicturesAsync(figures, cancel);
        var decided = (await db.Plans.AsNoTracking().Where(p => db.Editions.Any(e => e.Id == p.ShownId && (e.Enforcement != null || e.Takeover != null))).Select(p => p.Id).ToListAsync(cancel)).ToHashSet();
        var placed = content.Placements.Select(p => (p.Project, p.Plan)).ToHashSet();
        var lineages = (await db.ProjectLineages.AsNoTracking().Include(l => l.Successors).ToListAsync(cancel)).Where(l => plans.ContainsKey(l.ToPlanId));
        return content with
        {
            Terms = [.. terms.Select(t => new ReleasedTerm(t.Key, t.Name, t.Reading, t.Meaning, t.Source, t.IsSample))],
            Figures = [.. figures.Select(f => new ReleasedFigure(f.Key, f.Title, f.Alt, f.Source, f.Kind, f.Width, f.Height, f.Sha256, f.IsSample))],
            Pictures = [.. figures.Select(f => new ReleasedPicture(f.Key, pictures[f.Sha256]))],
            ProjectLineages = [.. lineages.SelectMany(l => RowsOf(l, decided, placed))],
        };
    }

    // why: a follower is public where it stands in a public text of the plan, an end where nothing newer than the plan in force is being written; the rest would tell of a draft. The reason is the office's own.
    private IEnumerable<ReleasedProjectLineage> RowsOf(ProjectLineage lineage, HashSet<PlanId> decided, HashSet<(PublicKey, PublicKey)> placed)
    {
        var (from, plan) = (projects[lineage.FromId], plans[lineage.ToPlanId]);
        return lineage.Successors.Count == 0
            ? decided.Contains(lineage.ToPlanId) ? [new(from, plan, null)] : []
            : lineage.Successors.Select(s => projects[s.ProjectId]).Where(to => placed.Contains((to, plan))).Select(to => new ReleasedProjectLineage(from, plan, to));
    }

    private async Task<Dictionary<string, string>> PicturesAsync(IReadOnlyCollection<PlanFigure> figures, CancellationToken cancel)
    {
        var wanted = figures.Select(f => f.Sha256).Distinct().ToList();
        return (await db.Pictures.AsNoTracking().Where(p => wanted.Contains(p.Sha256)).ToListAsync(cancel)).ToDictionary(p => p.Sha256, p => Convert.ToBase64String(p.Content));
    }
}
