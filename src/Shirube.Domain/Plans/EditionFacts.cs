using Shirube.Domain.Organization;

namespace Shirube.Domain.Plans;

/// <summary>Who brought an edition in that was already in force, and when. Nobody where a command did it.</summary>
public sealed record Takeover(PersonId? By, DateTime AtUtc);

/// <summary>Who opened an edition for consultation, and when.</summary>
public sealed record Opening(PersonId By, DateTime AtUtc);

/// <summary>決定: which body decided the edition, on which day, under which number; and who recorded it when.</summary>
public sealed record Decision(string Body, DateOnly Day, string? Number, PersonId By, DateTime AtUtc);

/// <summary>施行: from which day the edition is the plan; and who recorded it when.</summary>
public sealed record Enforcement(DateOnly From, PersonId By, DateTime AtUtc);

/// <summary>A later edition took its place; who recorded it when.</summary>
public sealed record Supersession(PersonId By, DateTime AtUtc);

/// <summary>Another alternative was decided; this one stays readable.</summary>
public sealed record Retirement(PersonId By, DateTime AtUtc);
