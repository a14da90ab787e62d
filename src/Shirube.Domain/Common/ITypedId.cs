namespace Shirube.Domain.Common;

/// <summary>An id of one kind of thing: a version-7 GUID, so that rows sort by the time they were made.</summary>
public interface ITypedId<TSelf> where TSelf : struct, ITypedId<TSelf>
{
    Guid Value { get; }
    static abstract TSelf From(Guid value);
}
