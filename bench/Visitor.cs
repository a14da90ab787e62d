using System.Diagnostics;
using System.Net;
using System.Text.RegularExpressions;
using Shirube.Demonstration;

namespace Bench;

/// <summary>A browser without a screen: keeps cookies and connections, asks as fast as it is answered.</summary>
internal sealed partial class Visitor : IDisposable
{
    public const int Connections = 4;

    private readonly HttpClient client;

    public Visitor(string address)
    {
        client = new(new SocketsHttpHandler { MaxConnectionsPerServer = Connections, AllowAutoRedirect = false, CookieContainer = new(), AutomaticDecompression = DecompressionMethods.None }) { BaseAddress = new(address) };
    }

    public async Task<string> Text(string path)
    {
        using var answer = await client.GetAsync(path);
        return answer.StatusCode == HttpStatusCode.OK ? await answer.Content.ReadAsStringAsync() : throw new InvalidOperationException($"{path} answered {(int)answer.StatusCode}.");
    }

    /// <summary>Asks as a browser does, compression welcome; the number of bytes of the body as they came.</summary>
    /// <param name="rendered">Whether the page is rendered at all, see <see cref="Unrendered"/>.</param>
    public async Task<int> Get(string path, bool rendered = true)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.TryAddWithoutValidation("Accept-Encoding", "gzip, deflate, br");
        if (!rendered)
            request.Headers.TryAddWithoutValidation(Unrendered.Header, "1");
        using var answer = await client.SendAsync(request);
        return answer.StatusCode == HttpStatusCode.OK ? (await answer.Content.ReadAsByteArrayAsync()).Length : throw new InvalidOperationException($"{path} answered {(int)answer.StatusCode}.");
    }

    public async Task SignIn(string office, SignIn signIn)
    {
        using var answer = await Send($"{office}/sign-in", await TokenOf($"{office}/sign-in"), [new("UserName", signIn.UserName), new("Password", signIn.Password)]);
        if (answer.StatusCode != HttpStatusCode.Redirect)
            throw new InvalidOperationException($"Signing in answered {(int)answer.StatusCode}.");
    }

    /// <summary>What the forms of a page are sent with.</summary>
    public async Task<string> TokenOf(string page) => Token().Match(await Text(page)).Groups["token"].Value;

    /// <summary>Sends a form; the caller disposes the answer.</summary>
    /// <param name="accept">What is asked for as an answer; a page where nothing is said.</param>
    public async Task<HttpResponseMessage> Send(string path, string token, IEnumerable<KeyValuePair<string, string>> fields, string? accept = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(fields.Append(new("__RequestVerificationToken", token))) };
        if (accept is not null)
            request.Headers.TryAddWithoutValidation("Accept", accept);
        return await client.SendAsync(request);
    }

    /// <summary>The first link of a page that begins so.</summary>
    public async Task<string> FirstLink(string page, string beginning) =>
        Link().Matches(await Text(page)).Select(m => m.Groups["to"].Value.Split('?')[0]).First(l => l.StartsWith(beginning, StringComparison.Ordinal) && Key().IsMatch(l[beginning.Length..]));

    /// <summary>Answers a second, over all connections at once.</summary>
    public async Task<double> Rate(Func<int, string> path, TimeSpan slice, bool rendered = true)
    {
        var (watch, asked) = (Stopwatch.StartNew(), 0);
        await Task.WhenAll(Enumerable.Range(0, Connections).Select(_ => Task.Run(async () =>
        {
            while (watch.Elapsed < slice)
                await Get(path(Interlocked.Increment(ref asked)), rendered);
        })));
        return asked / watch.Elapsed.TotalSeconds;
    }

    /// <summary>How long each answer takes, in milliseconds, when nobody else asks.</summary>
    public async Task<IReadOnlyList<double>> Waits(string path, int times)
    {
        var waits = new List<double>();
        for (var i = 0; i < times; i++)
        {
            var watch = Stopwatch.StartNew();
            await Get(path);
            waits.Add(watch.Elapsed.TotalMilliseconds);
        }

        return waits;
    }

    public void Dispose() => client.Dispose();

    [GeneratedRegex("""name="__RequestVerificationToken"[^>]*value="(?<token>[^"]+)""", RegexOptions.ExplicitCapture)]
    private static partial Regex Token();

    [GeneratedRegex("""href="(?<to>[^"]+)""", RegexOptions.ExplicitCapture)]
    private static partial Regex Link();

    [GeneratedRegex("^[2-9b-z]{7}$", RegexOptions.ExplicitCapture)]
    private static partial Regex Key();
}
