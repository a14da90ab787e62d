namespace Shirube.Domain.Organization;

/// <summary>Who carried something out in the organization, and when.</summary>
public sealed record Deed(PersonId By, DateTime AtUtc);
