using Shirube.Domain.Common;

namespace Shirube.Exchange.Publishing;

/// <summary>Everything that is public on one day. What has no field here does not cross: the schema, the data dictionary and the file all follow from these records.</summary>
public sealed record ReleaseContent
{
    public IReadOnlyList<ReleasedPlan> Plans { get; init; } = [];
    public IReadOnlyList<ReleasedLevel> Levels { get; init; } = [];
    public IReadOnlyList<ReleasedEdition> Editions { get; init; } = [];
    public IReadOnlyList<ReleasedItem> Items { get; init; } = [];
    public IReadOnlyList<ReleasedDepartment> Departments { get; init; } = [];
    public IReadOnlyList<ReleasedProject> Projects { get; init; } = [];
    public IReadOnlyList<ReleasedOwner> Owners { get; init; } = [];
    public IReadOnlyList<ReleasedPlacement> Placements { get; init; } = [];
    public IReadOnlyList<ReleasedBudgetLine> BudgetLines { get; init; } = [];
    public IReadOnlyList<ReleasedMoney> Money { get; init; } = [];
    public IReadOnlyList<ReleasedStaffing> Staffing { get; init; } = [];
    public IReadOnlyList<ReleasedIndicator> Indicators { get; init; } = [];
    public IReadOnlyList<ReleasedIndicatorUse> IndicatorUses { get; init; } = [];
    public IReadOnlyList<ReleasedActual> Actuals { get; init; } = [];
    public IReadOnlyList<ReleasedTarget> Targets { get; init; } = [];
    public IReadOnlyList<ReleasedShare> Shares { get; init; } = [];
    public IReadOnlyList<ReleasedBreak> Breaks { get; init; } = [];
    public IReadOnlyList<ReleasedRules> Rules { get; init; } = [];
    public IReadOnlyList<ReleasedBand> Bands { get; init; } = [];
    public IReadOnlyList<ReleasedEvaluation> Evaluations { get; init; } = [];
    public IReadOnlyList<ReleasedAnswer> Answers { get; init; } = [];
    public IReadOnlyList<ReleasedRound> Rounds { get; init; } = [];
    public IReadOnlyList<ReleasedForm> Forms { get; init; } = [];
    public IReadOnlyList<ReleasedFormStage> FormStages { get; init; } = [];
    public IReadOnlyList<ReleasedQuestion> Questions { get; init; } = [];
    public IReadOnlyList<ReleasedChoice> Choices { get; init; } = [];
    public IReadOnlyList<ReleasedSheet> Sheets { get; init; } = [];
    public IReadOnlyList<ReleasedSheetStage> SheetStages { get; init; } = [];
    public IReadOnlyList<ReleasedSheetAnswer> SheetAnswers { get; init; } = [];
    public IReadOnlyList<ReleasedSheetMoney> SheetMoney { get; init; } = [];
    public IReadOnlyList<ReleasedSheetIndicator> SheetIndicators { get; init; } = [];
    public IReadOnlyList<ReleasedSheetFigure> SheetFigures { get; init; } = [];
    public IReadOnlyList<ReleasedSheetMember> SheetMembers { get; init; } = [];
    public IReadOnlyList<ReleasedReview> Reviews { get; init; } = [];
    public IReadOnlyList<ReleasedReviewOpinion> ReviewOpinions { get; init; } = [];
    public IReadOnlyList<ReleasedItemLink> ItemLinks { get; init; } = [];
    public IReadOnlyList<ReleasedGoalLink> GoalLinks { get; init; } = [];
    public IReadOnlyList<ReleasedOwnGoalSet> OwnGoalSets { get; init; } = [];
    public IReadOnlyList<ReleasedOwnGoal> OwnGoals { get; init; } = [];
    public IReadOnlyList<ReleasedOwnGoalRelation> OwnGoalRelations { get; init; } = [];
    public IReadOnlyList<ReleasedInitiative> Initiatives { get; init; } = [];
    public IReadOnlyList<ReleasedInitiativeMember> InitiativeMembers { get; init; } = [];
    public IReadOnlyList<ReleasedPartnerActivity> PartnerActivities { get; init; } = [];
    public IReadOnlyList<ReleasedPlanTerm> PlanTerms { get; init; } = [];
    public IReadOnlyList<ReleasedPlanReview> PlanReviews { get; init; } = [];
    public IReadOnlyList<ReleasedLineage> Lineages { get; init; } = [];
    public IReadOnlyList<ReleasedChangeReason> ChangeReasons { get; init; } = [];
    public IReadOnlyList<ReleasedProjectLineage> ProjectLineages { get; init; } = [];
    public IReadOnlyList<ReleasedTerm> Terms { get; init; } = [];
    public IReadOnlyList<ReleasedFigure> Figures { get; init; } = [];
    public IReadOnlyList<ReleasedPicture> Pictures { get; init; } = [];
    public IReadOnlyList<ReleasedMeeting> Meetings { get; init; } = [];
    public IReadOnlyList<ReleasedSurvey> Surveys { get; init; } = [];
    public IReadOnlyList<ReleasedMayoralTerm> MayoralTerms { get; init; } = [];
}

/// <summary>The municipality a release speaks for.</summary>
public sealed record ReleasedMunicipality(MunicipalityCode Code, string Name);
