using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Shirube.Data;
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
                _ = await db.Departments.AsNoTracking().OrderBy(d => d.Id).Select(d => d.Name).FirstOrDefaultAsync(cancellationToken);
            }

            return HealthCheckResult.Healthy();
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            return HealthCheckResult.Unhealthy(DatabaseTrouble.In(failure)?.Code ?? failure.GetType().Name, failure);
        }
    }

    /// <summary>One line: how it is, and where it is not well, the code of the refusal that says why.</summary>
    public static Task Write(HttpContext context, HealthReport report)
    {
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(string.Join(' ', report.Entries.Values.Select(e => e.Description).OfType<string>().Prepend(report.Status.ToString())));
    }
}
