using Shirube.Domain.Common;

namespace Shirube.Domain.Deliberation;

public readonly record struct MeetingId(Guid Value) : ITypedId<MeetingId>
{
    public static MeetingId From(Guid value) => new(value);
    public static MeetingId New() => new(Guid.CreateVersion7());
}
