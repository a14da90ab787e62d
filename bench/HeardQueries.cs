using System.Diagnostics;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Bench;

/// <summary>Hears what the office database is asked between start and stop; listens only then, because listening costs.</summary>
internal sealed class HeardQueries : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
{
    private readonly List<IDisposable> subscriptions = [];
    private readonly List<string> heard = [];

    public void Start()
    {
        heard.Clear();
        subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));
    }

    public IReadOnlyList<string> Stop()
    {
        subscriptions.ForEach(s => s.Dispose());
        subscriptions.Clear();
        return [.. heard];
    }

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == "Microsoft.EntityFrameworkCore")
            subscriptions.Add(value.Subscribe(this));
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Value is CommandExecutedEventData executed)
            lock (heard)
                heard.Add(executed.Command.CommandText);
    }

    public void OnCompleted() { }

    public void OnError(Exception error) { }
}
