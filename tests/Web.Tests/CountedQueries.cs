using System.Diagnostics;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Web.Tests;

/// <summary>Counts the commands the office database gets while something is done; each test counts its own.</summary>
public static class CountedQueries
{
    private static readonly AsyncLocal<List<string>?> Heard = new();
    private static readonly IDisposable Subscription = DiagnosticListener.AllListeners.Subscribe(new Listeners());

    public static async Task<IReadOnlyList<string>> During(Func<Task> action)
    {
        GC.KeepAlive(Subscription);
        var heard = new List<string>();
        Heard.Value = heard;
        try
        {
            await action();
        }
        finally
        {
            Heard.Value = null;
        }

        return heard;
    }

    private sealed class Listeners : IObserver<DiagnosticListener>
    {
        public void OnNext(DiagnosticListener value)
        {
            if (value.Name == "Microsoft.EntityFrameworkCore")
                value.Subscribe(new Commands());
        }

        public void OnCompleted() { }

        public void OnError(Exception error) { }
    }

    private sealed class Commands : IObserver<KeyValuePair<string, object?>>
    {
        public void OnNext(KeyValuePair<string, object?> value)
        {
            if (value.Value is CommandExecutedEventData executed && Heard.Value is { } heard)
                lock (heard)
                    heard.Add(executed.Command.CommandText);
        }

        public void OnCompleted() { }

        public void OnError(Exception error) { }
    }
}
