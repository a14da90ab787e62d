using Shirube.Domain.Common;

namespace Shirube.Domain.Organization;

/// <summary>サインインの決まり: what a municipality decides about its accounts. One row; without it the first values hold.</summary>
public sealed class AccountRules : Aggregate
{
    private AccountRules(AccountRulesId id) => Id = id;

    public const int LeastIdleMinutes = 5;
    public const int MostIdleMinutes = 480;
    public const int LeastLogDays = 30;
    public const int MostLogDays = 3650;
    /// <summary>How long a session lasts at most, however busy it is: a working day with some overtime.</summary>
    public static readonly TimeSpan LongestSession = TimeSpan.FromHours(12);

    public AccountRulesId Id { get; private set; }
    /// <summary>Minutes without a request after which a session ends.</summary>
    public int IdleMinutes { get; private set; } = 60;
    /// <summary>Days for which the sign-in log is kept.</summary>
    public int LogDays { get; private set; } = 365;
    /// <summary>The names of the roles that must use a second factor, as they are stored.</summary>
    public string SecondFactorFor { get; private set; } = "";

    public TimeSpan Idle => TimeSpan.FromMinutes(IdleMinutes);
    public IReadOnlyList<Role> SecondFactorRoles => [.. SecondFactorFor.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<Role>)];

    public static AccountRules First() => new(AccountRulesId.New());

    /// <summary>Roles that can do the most harm: a second factor is recommended to them, never forced by the program itself.</summary>
    public static bool Recommends(Role role) => role is Role.PlanningOffice or Role.Administrator;

    /// <summary>Whether one of the roles a person holds on a day must use a second factor.</summary>
    public bool DemandsSecondFactor(Person person, DateOnly on) => SecondFactorRoles is { Count: > 0 } roles
        && (person.Assignments.Any(a => a.HoldsOn(on) && roles.Contains(a.Role)) || person.Deputyships.Any(d => d.HoldsOn(on) && roles.Contains(d.Post.Role)));

    public void Decide(int idleMinutes, int logDays, IEnumerable<Role> secondFactorFor)
    {
        (idleMinutes is < LeastIdleMinutes or > MostIdleMinutes ? Refusals.IdleMinutesOutside(LeastIdleMinutes, MostIdleMinutes)
            : logDays is < LeastLogDays or > MostLogDays ? Refusals.LogDaysOutside(LeastLogDays, MostLogDays) : null).ThrowIfAny();
        (IdleMinutes, LogDays) = (idleMinutes, logDays);
        SecondFactorFor = string.Join(',', secondFactorFor.Distinct().Order());
    }
}
