namespace Shirube.Domain.Indicators;

/// <summary>目標への到達: where an indicator stands against the target it is measured by in a year.</summary>
public enum GoalStanding
{
    /// <summary>達成: the rate is 100 or more, or a person judged it so.</summary>
    Reached,
    /// <summary>進行中: the target's year is still to come, and something of the way is covered.</summary>
    OnTheWay,
    /// <summary>未達成: the target's year has come, or nothing of the way is covered.</summary>
    NotReached,
    /// <summary>不明: it cannot be told, for want of a value, a target or a way of assessment.</summary>
    Unknown,
}

public static class GoalStandings
{
    /// <param name="assessed">Null where the indicator has no way of assessment.</param>
    /// <param name="judged">By a person, of a target in words.</param>
    public static GoalStanding Of(YearAssessment? assessed, Judgement? judged) => (assessed, judged) switch
    {
        ({ From.Type: IndicatorType.TextTarget }, Judgement.Achieved) => GoalStanding.Reached,
        ({ From.Type: IndicatorType.TextTarget }, Judgement.InProgress) => GoalStanding.OnTheWay,
        ({ From.Type: IndicatorType.TextTarget }, Judgement.NotAchieved) => GoalStanding.NotReached,
        ({ Result.Rate.Percent: >= 100 }, _) => GoalStanding.Reached,
        ({ Result.Rate.Percent: > 0 } way, _) when way.TargetYear is { } goal && goal > way.Year => GoalStanding.OnTheWay,
        ({ Result.Rate.Percent: not null }, _) => GoalStanding.NotReached,
        _ => GoalStanding.Unknown,
    };
}
