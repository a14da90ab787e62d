using Shirube.Domain.Common;
using Shirube.Domain.Deliberation;
using Shirube.Domain.Evaluation;
using Shirube.Domain.Indicators;
using Shirube.Domain.Organization;
using Shirube.Domain.Plans;
using Shirube.Domain.Projects;
using Shirube.Domain.Surveys;

namespace Shirube.Demonstration;

/// <summary>Everything the demonstration municipality starts with: public facts about 奥州市 with their sources, and invented departments, items, projects and indicators that each carry the mark サンプル.</summary>
internal sealed class DemonstrationContent
{
    public DemonstrationContent(PersonId planner, DateTime nowUtc)
    {
        Departments = new SampleDepartments();
        Plans = new OshuPlans(planner);
        Call = SampleCall.Open(Departments, planner, nowUtc);
        Figure.ShowIn(Plans.Next, "C");
        Figure.ShowIn(Plans.NextOther, "C");
        Samples = new SampleProjects(Departments, Plans.Current, Plans.Next);
        Links = new SampleLinks(Plans, Samples);
        Forms = new(FiscalYear.Of(Tokyo.DayOf(nowUtc)), nowUtc);
        Rounds = new(this, planner, nowUtc);
    }

    public SampleDepartments Departments { get; }
    public OshuPlans Plans { get; }
    public EntryCall Call { get; }
    public SampleProjects Samples { get; }
    public SampleLinks Links { get; }
    public SampleForms Forms { get; }
    public SampleRounds Rounds { get; }
    public SampleFigure Figure { get; } = new();

    /// <summary>In an order in which each may refer to the ones before it.</summary>
    public IEnumerable<Aggregate> All =>
        [.. Departments.All, .. Plans.All, .. SampleLineage.All(Plans), .. OshuTerms.All(), .. Samples.Projects, .. SampleLineage.OfProjects(Plans, Samples.Projects), .. Samples.Indicators, .. Samples.Evaluations, .. Links.All, .. OshuFigures.All(Plans), .. OshuSurveys.All(), .. OshuMeetings.All(), .. OshuGlossary.All(), Figure.Figure, .. Forms.All, .. Rounds.All, Call];
}
