using Microsoft.Extensions.Diagnostics.HealthChecks;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Exchange.Publishing;

namespace Shirube.Hosting;

/// <summary>Whether the installation can do its work: its list of municipalities, their databases and the releases can be read.</summary>
internal sealed class Readiness(Installation installation, Catalogue catalogue, ReleaseStore releases) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            if (installation.HasPublic)
                _ = releases.Municipalities.Count;
            foreach (var municipality in installation.HasOffice ? catalogue.All : [])
            {
                await using var db = catalogue.Open(municipality.Code);
                if (!await db.Database.CanConnectAsync(cancellationToken))
                    return HealthCheckResult.Unhealthy($"{municipality.Code}");
            }

            return HealthCheckResult.Healthy();
        }
        catch (RefusalException refused)
        {
            return HealthCheckResult.Unhealthy(refused.Refusal.Code);
        }
    }
}
