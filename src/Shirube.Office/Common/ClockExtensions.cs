using Shirube.Domain.Common;

namespace Shirube.Office.Common;

internal static class ClockExtensions
{
    public static DateOnly Today(this TimeProvider clock) => Tokyo.DayOf(clock.GetUtcNow().UtcDateTime);
}
