using System.Text;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Exchange.Publishing;
using Shirube.Office.Publishing;
using Shouldly;
using Xunit;

namespace Web.Tests.Publishing;

public sealed class LeakTests : IDisposable
{
    // why: the one list of texts that citizens may read. A field that is added to the model is internal until it is named here and in the release.
    internal static readonly IReadOnlySet<string> Public = new HashSet<string>
    {
        "Department.Code", "Department.Name",
        "Plan.Name", "Plan.PeriodNote", "Plan.LegalBasis", "Plan.Summary", "Plan.Source", "Level.Name", "Edition.Label",
        "PlanItem.Code", "PlanItem.Title", "PlanItem.PlainTitle", "PlanItem.Body",
        "Project.Number", "Project.Name", "Project.Class", "Project.LegalBasis", "Project.Period.AsWritten",
        "Project.Text.Outline", "Project.Text.Means", "Project.Text.MeansPlanned", "Project.Text.Target", "Project.Text.Intent", "Project.Text.Result",
        "BudgetLine.Account", "BudgetLine.Category", "BudgetLine.Item", "BudgetLine.SubItem", "BudgetLine.Line",
        "Indicator.Name", "Indicator.Unit", "Indicator.Definition", "Indicator.Source", "Actual.AsWritten", "Actual.Note", "SeriesBreak.Note", "AssessmentRules.Name", "AssessmentRules.NotGraded", "GradeBandOfRules.Label", "GradeBandOfRules.Meaning", "Target.AsWritten", "Target.Reason",
        "EvaluationAnswer.Question", "EvaluationAnswer.Choice", "EvaluationAnswer.Text",
        "EvaluationRound.Name", "EvaluationForm.Name", "FormStage.Name", "FormQuestion.Section", "FormQuestion.Label", "FormQuestion.Unit", "FormChoice.Label", "FormChoice.Meaning", "EvaluationSheet.Name", "SheetAnswer.Choice", "SheetAnswer.Text", "ExternalReview.Body", "ReviewOpinion.Text", "ReviewOpinion.Response.Text",
        "SheetFigures.Money.Name", "SheetFigures.Money.Words", "SheetFigures.Indicator.Key", "SheetFigures.Indicator.Name", "SheetFigures.Indicator.Unit", "SheetFigures.Indicator.Target", "SheetFigures.Indicator.Actual", "SheetFigures.Indicator.Assessed", "SheetFigures.Member.Key", "SheetFigures.Member.Name", "SheetFigures.Member.Cost",
        "PlanTerm.Name", "PlanReview.Reason", "PlanReview.Outcome.Body", "PlanReview.Outcome.Reason", "Lineage.Reason", "ChangeReason.Text", "GlossaryTerm.Name", "GlossaryTerm.Reading", "GlossaryTerm.Meaning", "GlossaryTerm.Source", "PlanFigure.Title", "PlanFigure.Alt", "PlanFigure.Source",
        "ItemLink.Note", "GoalLink.Target", "GoalLink.Reason", "OwnGoalSet.Name", "OwnGoalSet.Words", "OwnGoalSet.Source", "OwnGoal.Name", "OwnGoal.Words", "Initiative.Name", "Initiative.Words", "PartnerActivity.Who", "PartnerActivity.What",
        "Meeting.Name", "Meeting.Body", "Meeting.Participants", "Meeting.Note", "Meeting.Source",
        "Survey.Name", "Survey.Population", "Survey.Note", "Survey.Source", "MayoralTerm.Note",
    };

    private static readonly MunicipalityCode Code = MunicipalityCode.Parse("032158");
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("shirube-");
    private readonly MarkedOffice office = new();

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task A_release_holds_every_public_text_and_nothing_else_of_the_office()
    {
        var bytes = await PublishMarkedOfficeAsync();
        office.Markers.Where(m => bytes.Contains(m.Text)).Select(m => m.Field).Except(Public).ShouldBeEmpty("internal texts in the release");
        office.Markers.Where(m => m.IsOfDraft && bytes.Contains(m.Text)).Select(m => m.Field).ShouldBeEmpty("texts of drafts in the release");
        office.Markers.Where(m => !m.IsOfDraft && Public.Contains(m.Field) && !bytes.Contains(m.Text)).Select(m => m.Field).ShouldBeEmpty("public texts missing from the release");
        Public.Except(office.Markers.Where(m => !m.IsOfDraft).Select(m => m.Field)).ShouldBeEmpty("fields that are no longer there");
    }

    [Fact]
    public async Task A_release_holds_no_id_of_an_office_table_and_no_figure_under_negotiation()
    {
        var text = await PublishMarkedOfficeAsync();
        var bytes = Encoding.Latin1.GetBytes(text);
        office.Ids.Count.ShouldBeGreaterThan(20);
        foreach (var id in office.Ids)
        {
            text.Contains(id.ToString("D"), StringComparison.OrdinalIgnoreCase).ShouldBeFalse();
            text.Contains(id.ToString("N"), StringComparison.OrdinalIgnoreCase).ShouldBeFalse();
            bytes.AsSpan().IndexOf(id.ToByteArray()).ShouldBe(-1);
        }
        var release = new ReleaseStore(folder.FullName).Current(Code)!;
        release.Query<long>("SELECT amount FROM money").ShouldBe([123_456]);
        release.Query<decimal>("SELECT value FROM sheet_money").ShouldBe([1234m]);
        release.Query<int>("SELECT count(*) FROM sheets").ShouldBe([2]);
        release.Query<string>("SELECT kind FROM review_opinions").ShouldBe(["PartlyAdopted"]);
        release.Query<int>("SELECT stage FROM sheet_stages WHERE is_submitted ORDER BY sheet").ShouldBe([1, 1]);
        release.Query<string>("SELECT item FROM placements").Count.ShouldBe(1);
        release.Query<string>("SELECT item FROM initiative_members WHERE item IS NOT NULL").Count.ShouldBe(1);
        release.Query<long>("SELECT goal FROM partner_activities").ShouldBe([3]);
        release.Query<string>("SELECT predecessor FROM plans WHERE predecessor IS NOT NULL").ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_kind_of_thing_in_the_office_was_looked_at()
    {
        await PublishMarkedOfficeAsync();
        using var db = new Catalogue(folder.FullName, TimeProvider.System).Open(Code);
        var withText = db.Model.GetEntityTypes().Where(t => t.GetProperties().Any(p => p.ClrType == typeof(string) && !p.IsKey())).Select(t => t.ClrType.Name).ToList();
        // why: accounts and the copies for search are told apart from what can be published by the compiler: PublicContent never names them.
        withText.Except(office.Markers.Select(m => m.Field.Split('.')[0]))
            .Where(t => t is not ("ChangeEntry" or "ChangePayload" or "ChangeHead" or "ImportMemory" or "Invitation" or "RecoveryCode" or "SecondFactor" or "SignInEntry" or "SignInSession" or "AccountRules" or "ReminderRules" or "Reminder" or "ReminderRun" or "SearchText") && !t.StartsWith("IdentityUser", StringComparison.Ordinal))
            .ShouldBeEmpty("entities that the leak test does not fill");
    }

    private async Task<string> PublishMarkedOfficeAsync()
    {
        var catalogue = new Catalogue(folder.FullName, TimeProvider.System);
        catalogue.Create(Code, "サンプル市");
        await using var db = catalogue.Open(Code);
        await office.FillAsync(db);
        var publication = new Publication(new(folder.FullName), new(folder.FullName, TimeProvider.System));
        var published = await publication.PublishAsync(db, new(Code, "サンプル市"), "はじめての公表", TestContext.Current.CancellationToken);
        published.Counts["items"].ShouldBe(5);
        var files = Directory.EnumerateFiles(Path.Combine(folder.FullName, "releases", Code.Value), "2*").ToList();
        files.Count.ShouldBe(2);
        return string.Concat(files.Select(f => Encoding.Latin1.GetString(File.ReadAllBytes(f))));
    }
}
