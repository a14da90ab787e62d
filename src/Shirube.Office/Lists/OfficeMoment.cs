using System.Collections.Immutable;

namespace Shirube.Office.Lists;

/// <summary>The state of an office as of its last save: the number of the last change of each kind of record, as far as this process saw them happen.</summary>
internal sealed record OfficeMoment(Guid Begun, long First, long Last, string Hash, ImmutableDictionary<string, long> ByKind)
{
    public static OfficeMoment Begin(long last, string hash) => new(Guid.NewGuid(), last, last, hash, ImmutableDictionary.Create<string, long>(StringComparer.Ordinal));

    /// <summary>The last change of any of the kinds: what was made of such records alone holds until it moves on.</summary>
    public long Of(IEnumerable<string> kinds) => kinds.Max(k => ByKind.GetValueOrDefault(k, First));

    public OfficeMoment After(IEnumerable<(long Sequence, string Kind)> changes, string hash)
    {
        var byKind = ByKind.ToBuilder();
        var last = Last;
        foreach (var (sequence, kind) in changes)
            byKind[kind] = last = sequence;
        return this with { Last = last, Hash = hash, ByKind = byKind.ToImmutable() };
    }
}
