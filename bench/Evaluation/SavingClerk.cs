using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Shirube.Demonstration;
using Shirube.Domain.Common;
using Shirube.Office.Evaluation;

namespace Bench;

/// <summary>A clerk before a sheet who writes one answer again and again, as the page's own script saves it.</summary>
internal sealed class SavingClerk(string address, SignIn signIn, PublicKey sheet, PublicKey question) : IDisposable
{
    private readonly Visitor visitor = new(address);
    private string token = "";
    private int seen;

    private string Page => $"{EvaluationSite.Office}/sheets/{sheet}";

    public async Task Begin()
    {
        await visitor.SignIn(EvaluationSite.Office, signIn);
        token = await visitor.TokenOf(Page);
        seen = await Seen();
    }

    public async Task Work(TimeSpan pause, SavedLog log, CancellationToken over)
    {
        await Wait(pause * Random.Shared.NextDouble(), over);
        for (var n = 1; !over.IsCancellationRequested; n++)
        {
            await Save(string.Create(CultureInfo.InvariantCulture, $"{signIn.UserName} の{n}回目の答えです。(サンプル)"), log);
            await Wait(pause * (0.5 + Random.Shared.NextDouble()), over);
        }
    }

    private async Task Save(string text, SavedLog log)
    {
        var watch = Stopwatch.StartNew();
        using var answer = await visitor.Send(Page, token, [new("Form.Stage", "1"), new("Form.Answers[0].Question", question.Value), new("Form.Answers[0].Seen", seen.ToString(CultureInfo.InvariantCulture)), new("Form.Answers[0].Text", text)], "application/json");
        var words = answer.StatusCode == HttpStatusCode.OK ? await answer.Content.ReadFromJsonAsync<SavedWords>() : null;
        log.Waits.Add(watch.Elapsed.TotalMilliseconds);
        if (words?.Answers.SingleOrDefault() is not { State: not "refused" } told)
        {
            log.Fail();
            return;
        }
        seen = told.Revision;
        if (told.State == "overtaken")
            log.Overtake();
        else
            log.Confirmed.GetOrAdd((sheet, question), _ => []).Add(new(told.Revision, text));
    }

    // why: a clerk saves over the revision that the page showed.
    private async Task<int> Seen()
    {
        var page = await visitor.Text(Page);
        var field = Regex.Match(page, $"""name="(?<field>[^"]+)\.Question"[^>]*value="{question}"[^>]*>""", RegexOptions.ExplicitCapture).Groups["field"].Value;
        return int.Parse(Regex.Match(page, $"""name="{Regex.Escape(field)}\.Seen"[^>]*value="(?<seen>[0-9]+)""", RegexOptions.ExplicitCapture).Groups["seen"].Value, CultureInfo.InvariantCulture);
    }

    private static Task Wait(TimeSpan time, CancellationToken over) => Task.Delay(time, over).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);

    public void Dispose() => visitor.Dispose();
}
