using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Plans;
using Shirube.Domain.Projects;

namespace Browser.Tests;

/// <summary>The keys of one thing of each kind of the demonstration municipality, with which addresses are filled in: <c>projects/{project}</c>.</summary>
public sealed partial class Keys(IReadOnlyDictionary<string, string> known)
{
    public string this[string kind] => known[kind];

    public static async Task<Keys> Read(OfficeDb db, string release)
    {
        var project = await db.Projects.Include(p => p.Placements).OrderBy(p => p.Number).FirstAsync();
        var plan = await db.Plans.SingleAsync(p => p.Kind == PlanKind.BasicPlan);
        var place = project.Placements.Single(p => p.PlanId == plan.Id);
        var edition = await db.Editions.FirstAsync(e => e.Opening != null);
        var draft = await db.Plans.SingleAsync(p => p.Kind == PlanKind.ActionPlan);
        var clerks = await db.Departments.Where(d => d.Name.StartsWith("こども家庭課")).Select(d => d.Id).SingleAsync();
        var own = await db.Projects.Where(p => p.Ownerships.Any(o => o.DepartmentId == clerks)).OrderBy(p => p.Number).Select(p => p.Key).Take(2).ToListAsync();
        var evaluation = await db.EvaluationFacts.Include(e => e.Answers).OrderBy(e => e.Id).FirstAsync(e => e.Answers.Any());
        var ofItem = await db.GoalLinks.OrderBy(l => l.Goal).ThenBy(l => l.Id).FirstAsync(l => l.PlanId == plan.Id);
        var ofProject = await db.GoalLinks.OrderBy(l => l.Goal).ThenBy(l => l.Id).FirstAsync(l => l.ProjectId != null);
        var joint = await db.ItemLinks.OrderBy(l => l.Id).FirstAsync();
        return new(new Dictionary<string, string>
        {
            ["project"] = $"{project.Key}",
            ["item"] = $"{place.ItemKey}",
            ["clerk's project 1"] = $"{own[0]}",
            ["clerk's project 2"] = $"{own[1]}",
            ["plan"] = $"{plan.Key}",
            ["opened"] = $"{(await db.Plans.SingleAsync(p => p.Id == edition.PlanId)).Key}",
            ["edition"] = $"{edition.Key}",
            ["draft"] = $"{draft.Key}",
            ["first alternative"] = $"{(await db.Editions.SingleAsync(e => e.Id == draft.ShownId)).Key}",
            ["second alternative"] = $"{(await db.Editions.SingleAsync(e => e.PlanId == draft.Id && e.Id != draft.ShownId)).Key}",
            ["draft item"] = $"{project.Placements.Single(p => p.PlanId == draft.Id).ItemKey}",
            ["old item"] = $"{(await db.Lineages.Where(l => l.FromKey != null && l.ToPlanId == draft.Id).OrderBy(l => l.Id).FirstAsync()).FromKey}",
            ["mayoral term"] = $"{(await db.MayoralTerms.OrderBy(m => m.From).FirstAsync()).Id.Value}",
            ["department"] = $"{(await db.Departments.OrderBy(d => d.Name).FirstAsync()).Key}",
            ["person"] = $"{(await db.People.OrderBy(p => p.Name).FirstAsync()).Key}",
            ["term"] = $"{(await db.GlossaryTerms.OrderBy(t => t.Name).FirstAsync()).Key}",
            ["form"] = $"{(await db.EvaluationForms.FirstAsync(f => f.Issue == null)).Key}",
            ["round"] = $"{(await db.EvaluationRounds.FirstAsync(r => r.Closed == null && r.Use == Shirube.Domain.Evaluation.FormUse.Yearly)).Key}",
            ["closed round"] = $"{(await db.EvaluationRounds.FirstAsync(r => r.Closed != null)).Key}",
            ["sheet"] = $"{(await db.EvaluationSheets.OrderBy(s => s.SortKey).FirstAsync(s => s.ProjectId != null && s.Answers.Any(a => a.CarriedFrom != null) && s.Stages.All(t => t.Submission == null))).Key}",
            ["submitted sheet"] = $"{(await db.EvaluationSheets.OrderBy(s => s.SortKey).FirstAsync(s => s.ProjectId != null && s.Stages.All(t => t.Submission != null))).Key}",
            ["closed sheet"] = $"{(await db.EvaluationSheets.OrderBy(s => s.SortKey).FirstAsync(s => s.ItemKey != null)).Key}",
            ["reviewed sheet"] = $"{(await db.EvaluationSheets.OrderBy(s => s.SortKey).FirstAsync(s => db.SheetReviews.Any(r => r.SheetId == s.Id && r.Opinions.Any(o => o.Response == null)))).Key}",
            ["published review's sheet"] = $"{(await db.EvaluationSheets.OrderBy(s => s.SortKey).FirstAsync(s => db.SheetReviews.Any(r => r.SheetId == s.Id && r.Opinions.Any(o => o.Confirmed != null)))).Key}",
            ["figure"] = $"{(await db.Figures.SingleAsync()).Key}",
            ["indicator"] = $"{(await db.Indicators.Where(i => i.Targets.Any()).OrderBy(i => i.Name).FirstAsync()).Key}",
            ["survey"] = $"{(await db.Surveys.Where(s => s.Sent != null).OrderBy(s => s.Name).FirstAsync()).Key}",
            ["call"] = $"{(await db.EntryCalls.SingleAsync()).Key}",
            ["evaluated"] = $"{(await db.Projects.SingleAsync(p => p.Id == evaluation.ProjectId)).Key}",
            ["evaluated year"] = $"{evaluation.Year.Value}",
            ["summary year"] = $"{(await db.EvaluationRounds.FirstAsync(r => r.Closed != null)).Year.Value}",
            ["evaluation"] = $"{evaluation.Id.Value}",
            ["answer"] = Uri.EscapeDataString($"{evaluation.Answers[0].Stage} {evaluation.Answers[0].Question}"),
            ["linked item"] = $"{ofItem.ItemKey}",
            ["goal of item"] = $"{ofItem.Key}",
            ["joint"] = $"{joint.Id.Value}",
            ["joint plan"] = $"{(await db.Plans.SingleAsync(p => p.Id == joint.PlanId)).Key}",
            ["joint item"] = $"{joint.ItemKey}",
            ["linked project"] = $"{(await db.Projects.SingleAsync(p => p.Id == ofProject.ProjectId)).Key}",
            ["goal of project"] = $"{ofProject.Key}",
            ["initiative"] = $"{(await db.Initiatives.OrderBy(i => i.Name).FirstAsync(i => i.PlanId == plan.Id)).Key}",
            ["own goal"] = $"{(await db.OwnGoals.OrderBy(g => g.Order).FirstAsync()).Key}",
            ["partner"] = $"{(await db.PartnerActivities.OrderBy(a => a.Who).FirstAsync()).Key}",
            ["release"] = release,
        });
    }

    public Keys With(IReadOnlyDictionary<string, string> more) => new(known.Concat(more).ToDictionary());

    public string Fill(string address) => Hole().Replace(address, hole => known[hole.Groups[1].Value]);

    [GeneratedRegex(@"\{([\w ']+)\}")]
    private static partial Regex Hole();
}
