using Shirube.Safety;

namespace Shirube.Hosting;

/// <summary>While it serves, the program holds its data folder, so that nothing is put in the place of what it uses.</summary>
internal sealed class Serving(Installation installation) : IHostedService
{
    private IDisposable? held;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        held = InUse.Together(installation.DataFolder);
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        held?.Dispose();
        return Task.CompletedTask;
    }
}
