using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Shirube.Data;

/// <summary>A save that failed on a constraint because somebody else had saved the same aggregate meanwhile.</summary>
internal sealed class OvertakenException(DbUpdateException failure, EntityEntry root) : DbUpdateConcurrencyException(failure.Message, failure)
{
    public override IReadOnlyList<EntityEntry> Entries => [root];
}
