using System.Diagnostics;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Bench;

/// <summary>Counts what the office database is asked between start and stop; listens only then, because listening costs.</summary>
internal sealed class QueryCount : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
{
    private readonly List<IDisposable> subscriptions = [];
    private int count;

    public void Start()
    {
        count = 0;
        subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));
    }

    public int Stop()
    {
        subscriptions.ForEach(s => s.Dispose());
        subscriptions.Clear();
        return count;
    }

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == "Microsoft.EntityFrameworkCore")
            subscriptions.Add(value.Subscribe(this));
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Value is CommandExecutedEventData)
            Interlocked.Increment(ref count);
    }

    public void OnCompleted() { }

    public void OnError(Exception error) { }
}
