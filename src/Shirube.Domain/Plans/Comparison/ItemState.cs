using Shirube.Domain.Common;

namespace Shirube.Domain.Plans;

/// <summary>A plan item as one edition has it, for comparing: <see cref="Key"/> is the same across editions, <see cref="Parent"/> and <see cref="Order"/> say where it stands.</summary>
public sealed record ItemState(PublicKey Key, PublicKey? Parent, int Order, string Level, string? Code, string Title, string? PlainTitle, string? Body);
