using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Shirube.Domain.Common;
using Shirube.Domain.Evaluation;

namespace Bench;

/// <summary>Three hundred clerks, each signed in, save answers of their sheets at once; three sit before each sheet, two of them at the same question.</summary>
internal static class SavingBenchmark
{
    public const string Name = "evaluation-saving";
    private const int Clerks = 300;
    private const int AtOneSheet = 3;
    // why: the page saves by itself some seconds after the last key; nobody types without thinking.
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    public static async Task<Outcome> Run(EvaluationSite site, bool quick)
    {
        await site.Open(EvaluationSite.Year, "保存を測る評価");
        var clerks = await Sit(site);
        var (log, time) = (new SavedLog(), quick ? TimeSpan.FromSeconds(20) : TimeSpan.FromMinutes(5));
        Console.WriteLine($"{clerks.Count} clerks save for {time} …");
        using var over = new CancellationTokenSource(time);
        var hello = Task.Run(() => Hellos(site, over.Token));
        await Task.WhenAll(clerks.Select(c => Task.Run(() => c.Work(Pause, log, over.Token))));
        await hello;
        var lost = await Lost(site, log);
        foreach (var clerk in clerks)
            clerk.Dispose();
        var waits = log.Waits.Order().ToList();
        return new(Name, string.Create(CultureInfo.InvariantCulture, $"{clerks.Count} clerks saving for {time.TotalMinutes:0.#} minutes, every {Pause.TotalSeconds:0} s each"),
        [
            Finding.AtMost("p95 of a save", 500, " ms", waits[waits.Count * 95 / 100]),
            Finding.AtMost("answers other than 200", 0, "", log.Failures),
            Finding.AtMost("saves that were confirmed and are not there", 0, "", lost),
            Finding.Told("p95 of hello meanwhile", " ms", (await hello) is var hellos ? hellos.Order().ElementAt(hellos.Count * 95 / 100) : 0),
            Finding.Told("saves", "", waits.Count),
            Finding.Told("of them told that another was first", "", log.Overtaken),
        ]);
    }

    private static async Task<IReadOnlyList<SavingClerk>> Sit(EvaluationSite site)
    {
        List<PublicKey> questions;
        await using (var db = site.OpenDb())
        {
            var form = await db.EvaluationForms.Include(f => f.Questions).Include(f => f.Choices).Include(f => f.Stages).SingleAsync();
            questions = [.. form.InOrder.Where(q => q.Kind == QuestionKind.Text && q.IsAnswered && q.Stages.Contains(1)).Take(2).Select(q => q.Key)];
        }
        var (clerks, seats) = (new List<SavingClerk>(), new Dictionary<PublicKey, int>());
        foreach (var (signIn, sheets) in await site.Clerks(Clerks))
        {
            var sheet = sheets.First(s => seats.GetValueOrDefault(s) < AtOneSheet);
            var seat = seats[sheet] = seats.GetValueOrDefault(sheet) + 1;
            clerks.Add(new(site.Address, signIn, sheet, questions[seat == AtOneSheet ? 1 : 0]));
        }
        foreach (var some in clerks.Chunk(Visitor.Connections))
            await Task.WhenAll(some.Select(c => c.Begin()));
        return clerks;
    }

    private static async Task<List<double>> Hellos(EvaluationSite site, CancellationToken over)
    {
        var waits = new List<double>();
        while (!over.IsCancellationRequested)
        {
            waits.AddRange(await site.Bare.Waits("/hello", 1));
            await Task.Delay(100, CancellationToken.None);
        }
        return waits;
    }

    /// <summary>Answers whose last confirmed text does not stand there, or whose count of saves is not what was confirmed.</summary>
    private static async Task<int> Lost(EvaluationSite site, SavedLog log)
    {
        await using var db = site.OpenDb();
        var lost = 0;
        foreach (var ((sheet, question), saves) in log.Confirmed)
        {
            var there = await db.EvaluationSheets.Where(s => s.Key == sheet).SelectMany(s => s.Answers).SingleAsync(a => a.QuestionKey == question && a.Stage == 1);
            var (first, last) = (saves.MinBy(s => s.Revision)!, saves.MaxBy(s => s.Revision)!);
            lost += Math.Abs(last.Revision - first.Revision + 1 - saves.Count) + (there.Text == last.Text && there.Revision == last.Revision ? 0 : 1);
        }
        return lost;
    }
}

internal sealed record ConfirmedSave(int Revision, string Text);

/// <summary>What all clerks together were told.</summary>
internal sealed class SavedLog
{
    private int failures;
    private int overtaken;

    public ConcurrentBag<double> Waits { get; } = [];
    public ConcurrentDictionary<(PublicKey Sheet, PublicKey Question), ConcurrentBag<ConfirmedSave>> Confirmed { get; } = new();
    public int Failures => failures;
    public int Overtaken => overtaken;

    public void Fail() => Interlocked.Increment(ref failures);

    public void Overtake() => Interlocked.Increment(ref overtaken);
}
