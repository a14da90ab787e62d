using Microsoft.Extensions.DependencyInjection;
using Shirube.Exchange.Publishing;

namespace Shirube.Office.Publishing;

/// <summary>What the program calls once for publishing. It gives the <see cref="ReleaseStore"/> itself.</summary>
public static class PublishingHosting
{
    public static IServiceCollection AddPublishing(this IServiceCollection services, string dataFolder) => services
        .AddSingleton(provider => new ReleaseWriter(dataFolder, provider.GetRequiredService<TimeProvider>()))
        .AddSingleton(new ReleaseVerification(dataFolder))
        .AddSingleton<Publication>();
}
