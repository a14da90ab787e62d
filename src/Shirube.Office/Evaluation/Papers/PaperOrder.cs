using Shirube.Domain.Common;
using Shirube.Domain.Organization;

namespace Shirube.Office.Evaluation;

/// <summary>Which round, or which part of it, a document is asked of.</summary>
/// <param name="Round">Null asks for the newest round that has answers.</param>
/// <param name="Departments">Only sheets of these; null for all, also those of none.</param>
public sealed record PaperOrder(string Municipality, PublicKey? Round, PaperFor For = PaperFor.Office, IReadOnlySet<DepartmentId>? Departments = null)
{
    /// <summary>Only this sheet.</summary>
    public PublicKey? Sheet { get; init; }

    /// <summary>How the cover calls the departments it is about; null where it is about all.</summary>
    public string? Part { get; init; }
}
