using Shirube.Domain.Common;

namespace Shirube.Domain.Projects;

public readonly record struct ProjectId(Guid Value) : ITypedId<ProjectId>
{
    public static ProjectId From(Guid value) => new(value);
    public static ProjectId New() => new(Guid.CreateVersion7());
}

public readonly record struct ImportRunId(Guid Value) : ITypedId<ImportRunId>
{
    public static ImportRunId From(Guid value) => new(value);
    public static ImportRunId New() => new(Guid.CreateVersion7());
}

public readonly record struct EntryCallId(Guid Value) : ITypedId<EntryCallId>
{
    public static EntryCallId From(Guid value) => new(value);
    public static EntryCallId New() => new(Guid.CreateVersion7());
}

public readonly record struct ProjectLineageId(Guid Value) : ITypedId<ProjectLineageId>
{
    public static ProjectLineageId From(Guid value) => new(value);
    public static ProjectLineageId New() => new(Guid.CreateVersion7());
}
