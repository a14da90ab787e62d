using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Deliberation;
using Shirube.Domain.Evaluation;
using Shirube.Domain.Indicators;
using Shirube.Domain.Links;
using Shirube.Domain.Organization;
using Shirube.Domain.Plans;
using Shirube.Domain.Projects;
using Shirube.Domain.Surveys;

namespace Web.Tests.Publishing;

/// <summary>A text that stands in exactly one field of one thing of the office.</summary>
internal sealed record Marker(string Text, string Field, bool IsOfDraft);

/// <summary>An office database in which every text field of every thing holds a marker of its own.</summary>
internal sealed class MarkedOffice
{
    private readonly List<Aggregate> drafts = [];
    private readonly HashSet<object> hiddenParts = [];

    public List<Marker> Markers { get; } = [];
    public List<Guid> Ids { get; } = [];

    public async Task FillAsync(OfficeDb db)
    {
        await PeopleAsync(db);
        await PlansAsync(db);
        await SurroundingsAsync(db);
        await TextsAsync(db);
        foreach (var entry in db.ChangeTracker.Entries().ToList())
            Mark(entry);
        Mention(db);
        db.Change = new(null, "test", "zwhyz");
        await db.SaveChangesAsync();
        Markers.Add(new("zwhyz", "ChangeContext.Why", false));
    }

    private static async Task PeopleAsync(OfficeDb db)
    {
        var above = Department.Establish("部", new(2006), null, "01");
        var department = Department.Establish("課", new(2006), above.Id, "0101");
        var person = Person.Join("職員");
        person.Assign(Role.Entrant, department.Id, new(2020, 4, 1));
        db.AddRange(above, department, person, new Account(person.Id, "account"), Job.Queue("kind", "{}", person.Id, DateTime.UnixEpoch), ImportRun.Of("file", "sha", "{}", null, person.Id, DateTime.UnixEpoch));
        db.Change = new(null, "test", null);
        await db.SaveChangesAsync();
    }

    private async Task PlansAsync(OfficeDb db)
    {
        var person = db.People.Local.Single();
        var (plan, hidden) = (Plan.Found(PlanKind.ActionPlan, "計画", new(2022), new(2026)), Plan.Found(PlanKind.Vision, "次の計画", new(2027), null));
        plan.Succeed(hidden, []);
        var (inForce, open, draft, hiddenDraft) = (plan.Draft("決定"), plan.Draft("案"), plan.Draft("素案"), hidden.Draft("骨子"));
        inForce.BringIn(person.Id, DateTime.UnixEpoch);
        open.Open(person.Id, DateTime.UnixEpoch);
        var top = plan.AddLevel("政策", false);
        var low = plan.AddLevel("施策", true);
        var hiddenTop = hidden.AddLevel("章", true);
        var policy = PlanItem.Insert(inForce.Id, top, null, 1, "1", "政策");
        var measure = PlanItem.Insert(inForce.Id, low, policy, 1, "1-1", "施策");
        var opened = PlanItem.Insert(open.Id, top, null, 1, "1", "政策案");
        var drafted = PlanItem.Insert(draft.Id, top, null, 1, "1", "素案の政策");
        var hiddenItem = PlanItem.Insert(hiddenDraft.Id, hiddenTop, null, 1, "1", "章");
        var project = Project.Start("A1", "事業");
        project.HandTo(db.Departments.Local.Single(d => d.ParentId is not null).Id, new(2022));
        project.PlaceUnder(plan.Id, measure.Key);
        project.AlsoPlaceUnder(plan.Id, drafted.Key);
        project.AlsoPlaceUnder(hidden.Id, hiddenItem.Key);
        project.Budget([new("一般", "2", "1", "3", "0101")]);
        project.Record(new(2024), MoneyStage.Settled, MoneyKind.General, Figure.Of(new(123_456)));
        project.Record(new(2024), MoneyStage.Requested, MoneyKind.General, Figure.Of(new(987_654_321_012)));
        project.Staff(new(2024), MoneyStage.Settled, 1.5m, null, null);
        var (shown, unseen) = (Indicator.Define("指標", "件", IndicatorKind.Outcome), Indicator.Define("素案の指標", "件", IndicatorKind.Outcome));
        foreach (var indicator in new[] { shown, unseen })
        {
            indicator.Measure(new(2024), 1, ActualStatus.Final, "1件");
            indicator.Remark(new(2024), "注記", null);
            indicator.BreakAt(new(2023), "数え方");
            indicator.TakeFrom("出典", null);
            indicator.Aim(new(2026), 2, new(2022, 3, 31), "理由", "2件");
            indicator.UseFor(plan.Id, drafted.Key, 1);
        }
        shown.UseFor(project.Id, 1);
        unseen.UseFor(hidden.Id, hiddenItem.Key, 1);
        var evaluation = EvaluationFact.Of(project.Id, new(2025));
        evaluation.Answer(1, EvaluationStage.Manager, "zquestionz", "高い", "理由");
        Markers.Add(new("zquestionz", "EvaluationAnswer.Question", false));
        Links(db, project, new(plan.Id, measure.Key), new(hidden.Id, hiddenItem.Key), new(plan.Id, drafted.Key), Strategy(db));
        Rounds(db, project.Id, new(plan.Id, measure.Key), new(hidden.Id, hiddenItem.Key));
        plan.AddTerm("前期", new(2022), new(2024));
        plan.Conclude(plan.Review(new(2023), "理由"), ReviewResult.Keep, "会議", new(1970, 1, 1), "理由", person.Id, DateTime.UnixEpoch);
        hidden.AddTerm("前期", new(2027), new(2030));
        hidden.Review(new(2028), "素案の理由");
        var (follows, drafting) = (Lineage.Carry(hidden.Id, hiddenItem.Key, plan.Id, [measure.Key], "素案の理由"), ChangeReason.Of(draft.Id, drafted.Key, "素案の理由"));
        db.Add(ProjectLineage.End(project.Id, plan.Id, "理由"));
        var unsaved = UnsavedForm.Of(person.Id, "/plans");
        unsaved.Keep("{}", 1, "x", DateTime.UnixEpoch);
        db.AddRange(follows, drafting, ChangeReason.Of(open.Id, measure.Key, "理由"), unsaved);
        drafts.AddRange([follows, drafting]);
        var call = EntryCall.Open(new("依頼", "説明", EntryFields.Settlement, new(2024), "区分", null, new(2030, 3, 31)), [db.Departments.Local.Single(d => d.ParentId is not null).Id], person.Id, DateTime.UnixEpoch);
        call.StateNotApplicable(project.Id, "理由", person.Id, DateTime.UnixEpoch);
        db.Add(call);
        db.AddRange(plan, hidden, inForce, open, draft, hiddenDraft, policy, measure, opened, drafted, hiddenItem, project, shown, unseen, evaluation);
        drafts.AddRange([hidden, draft, hiddenDraft, drafted, hiddenItem, unseen]);
        await Task.CompletedTask;
    }

    private void Rounds(OfficeDb db, ProjectId project, ItemPlace measure, ItemPlace hidden)
    {
        var rounds = new MarkedRounds(Next);
        rounds.Make(project, measure, hidden, db.Departments.Local.Single(d => d.ParentId is not null));
        db.AddRange([.. rounds.Shown, .. rounds.Drafts]);
        drafts.AddRange(rounds.Drafts);
        hiddenParts.UnionWith(rounds.HiddenParts);
    }

    /// <summary>A second public plan, for an item at the other end of a link.</summary>
    private static ItemPlace Strategy(OfficeDb db)
    {
        var strategy = Plan.Found(PlanKind.RegionalStrategy, "総合戦略", new(2022), new(2026));
        var edition = strategy.Draft("決定");
        edition.BringIn(null, DateTime.UnixEpoch);
        var goal = PlanItem.Insert(edition.Id, strategy.AddLevel("基本目標", true), null, 1, "1", "基本目標");
        var before = Plan.Found(PlanKind.BasicPlan, "前の計画", new(2017), new(2021));
        var taken = before.Draft("決定");
        taken.BringIn(null, DateTime.UnixEpoch);
        var ended = PlanItem.Insert(taken.Id, before.AddLevel("施策", true), null, 1, "1", "終わる施策");
        db.AddRange(strategy, edition, goal, before, taken, ended, Lineage.Drop(before.Id, ended.Key, strategy.Id, "理由"));
        return new(strategy.Id, goal.Key);
    }

    private void Links(OfficeDb db, Project project, ItemPlace measure, ItemPlace hidden, ItemPlace drafted, ItemPlace goal)
    {
        ItemPlace[] known = [measure, hidden, drafted, goal];
        var (inside, outside) = (ItemLink.Between(measure, goal, "説明", known, []), ItemLink.Between(measure, hidden, "素案の説明", known, []));
        var (served, unsaid) = (GoalLink.Of(measure, new(11, "11.5", Strength.Mainly, "理由"), known, []), GoalLink.Of(drafted, new(11, "11.5", Strength.Mainly, "素案の理由"), known, []));
        var (shown, unseen) = (Initiative.Take(measure.Plan, 1, "重点", "説明"), Initiative.Take(hidden.Plan, 1, "素案の重点", "説明"));
        shown.Add(measure, known);
        shown.Add(drafted, known);
        shown.Add(project.Id);
        var (partner, early) = (Partner(3, measure), Partner(null, hidden));
        db.AddRange(inside, outside, served, unsaid, GoalLink.Of(project.Id, new(1, "1.1", Strength.Mainly, "理由"), []), shown, unseen, partner, early, OwnGoalSet.Adopt("独自の目標", "説明", "出典"), OwnGoal.Set(1, "目標", "説明", [1, 2]));
        drafts.AddRange([outside, unsaid, unseen, early]);

        PartnerActivity Partner(int? goalNumber, ItemPlace item)
        {
            var activity = PartnerActivity.Record(new("団体", PartnerKind.Company, "活動", new(2024), null, goalNumber, item), known);
            activity.NoteInternally("連絡先");
            return activity;
        }
    }

    /// <summary>A public text uses one word and shows one figure; a draft uses the others.</summary>
    private void Mention(OfficeDb db)
    {
        var (terms, figures) = (db.GlossaryTerms.Local.ToList(), db.Figures.Local.ToList());
        foreach (var item in db.PlanItems.Local.Where(i => i.Body is not null))
        {
            var at = drafts.Contains(item) ? 1 : 0;
            item.Write(item.Code, item.Title, item.PlainTitle, $"{item.Body} {terms[at].Name} ![](図/{figures[at].Key})");
        }
    }

    private async Task TextsAsync(OfficeDb db)
    {
        foreach (var hash in new[] { "aa", "bb" })
        {
            var (term, figure) = (GlossaryTerm.Explain(hash, "ようご", "意味", "出典"), PlanFigure.Keep("図", "説明", "出典", PictureKind.Png, 1, 1, hash));
            await db.AddRangeAsync(term, figure, new Picture(hash, [1, 2, 3]));
            if (hash == "bb")
                drafts.AddRange([term, figure]);
        }
    }

    private static async Task SurroundingsAsync(OfficeDb db)
    {
        var next = Reorganization.Draft(new(2027), "機構改革");
        next.Plan("新しい課", "99", null, []);
        var person = db.People.Local.Single();
        db.AddRange(AssessmentRules.First(), next, SavedView.Keep("projects", "ビュー", "?words=x", person.Id), Transfer.Draft("異動.csv", new(2027, 4, 1), "[]", person.Id, DateTime.UnixEpoch));
        await db.AddRangeAsync(MayoralTerm.Of(new(2022, 3, 20), new(2026, 3, 19), "説明"), Meeting.Hold("審議会", "審議会", 2025, 8, 1, "35人", "説明", "出典"), Survey.Report("アンケート", "市民", null, null, 1, 1, 1, 0, null, "説明", "出典"));
    }

    private void Mark(EntityEntry entry)
    {
        if (entry.Entity is ChangeEntry or ChangeHead or ChangePayload)
            return;
        var isOfDraft = hiddenParts.Contains(entry.Entity) || drafts.Any(d => d == entry.Entity || Key(db: entry.Context, d) is { } id && entry.Properties.Any(p => p.Metadata.IsForeignKey() && p.CurrentValue is { } value && Guid(value) == id && entry.Metadata.ClrType.Name is "Level" or "PlanTerm" or "PlanReview" or "Actual" or "Target" or "SeriesBreak" or "FormQuestion" or "FormChoice" or "FormStage" or "RoundStage" or "SheetStage" or "SheetAnswer" or "ReviewQuestion" or "ReviewOpinion"));
        foreach (var property in entry.Properties.Where(p => p.Metadata.ClrType == typeof(string) && !p.Metadata.IsKey() && p.Metadata.Name is not (nameof(PlanFigure.Sha256) or nameof(EvaluationSheet.FrozenJson))))
            property.CurrentValue = Next($"{entry.Metadata.ClrType.Name}.{property.Metadata.Name}", isOfDraft);
        foreach (var complex in entry.ComplexProperties.Where(c => c.CurrentValue is not null))
            foreach (var property in complex.Properties.Where(p => p.Metadata.ClrType == typeof(string)))
                property.CurrentValue = Next($"{entry.Metadata.ClrType.Name}.{complex.Metadata.Name}.{property.Metadata.Name}", isOfDraft);
        Ids.AddRange(entry.Properties.Where(p => p.Metadata.IsPrimaryKey()).Select(p => Guid(p.CurrentValue)).OfType<Guid>());
    }

    private static Guid? Key(DbContext db, Aggregate aggregate) => Guid(db.Entry(aggregate).Properties.Single(p => p.Metadata.IsPrimaryKey()).CurrentValue);

    private static Guid? Guid(object? value) => value as Guid? ?? value?.GetType().GetProperty("Value")?.GetValue(value) as Guid?;

    private string Next(string field, bool isOfDraft)
    {
        var marker = new Marker($"z{Markers.Count + 1000}z", field, isOfDraft);
        Markers.Add(marker);
        return marker.Text;
    }
}
