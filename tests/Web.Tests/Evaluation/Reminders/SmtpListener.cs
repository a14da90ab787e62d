using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;

namespace Web.Tests.Evaluation;

/// <summary>A mail as it came over the wire.</summary>
internal sealed partial record ReceivedMail(string From, string To, string Data)
{
    public string HeaderLines => Data[..Data.IndexOf("\r\n\r\n", StringComparison.Ordinal)];

    public string Text => Encoding.UTF8.GetString(Convert.FromBase64String(Data[(Data.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..].Replace("\r\n", "", StringComparison.Ordinal)));

    public IReadOnlyList<string> All(string header) =>
        [.. HeaderLines.Replace("\r\n ", " ", StringComparison.Ordinal).Replace("\r\n\t", " ", StringComparison.Ordinal).Split("\r\n").Where(l => l.StartsWith($"{header}:", StringComparison.OrdinalIgnoreCase)).Select(l => l[(header.Length + 1)..].Trim())];

    /// <summary>Each encoded word by itself, as a mail program reads it (RFC 2047): none may end in the middle of a character.</summary>
    public string Decoded(string header) =>
        EncodedWord().Replace(Between().Replace(All(header).Single(), "?=$1"), m => new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(m.Groups[1].Value is "B" or "b" ? Convert.FromBase64String(m.Groups[2].Value) : Quoted(m.Groups[2].Value)));

    private static byte[] Quoted(string text) => [.. Hex().Matches(text).Select(m => m.Value is ['=', .. var hex] ? Convert.ToByte(hex, 16) : (byte)(m.Value == "_" ? ' ' : m.Value[0]))];

    [GeneratedRegex("=[0-9A-F]{2}|.")]
    private static partial Regex Hex();

    [GeneratedRegex(@"=\?utf-8\?([BQ])\?([^?]*)\?=", RegexOptions.IgnoreCase)]
    private static partial Regex EncodedWord();

    [GeneratedRegex(@"\?=\s+(=\?)")]
    private static partial Regex Between();
}

/// <summary>A relay on a port of this machine that keeps what it is given.</summary>
internal sealed class SmtpListener : IAsyncDisposable
{
    private readonly CancellationTokenSource stop = new();
    private TcpListener? listener;

    public SmtpListener() => Open();

    public int Port { get; private set; }
    public ConcurrentQueue<ReceivedMail> Mails { get; } = new();
    /// <summary>The answer to a recipient: 250 takes it.</summary>
    public Func<string, string> AnswerTo { get; set; } = _ => "250 OK";

    /// <summary>The answer to a sender.</summary>
    public string AnswerToSender { get; set; } = "250 OK";

    public void Open()
    {
        listener = new TcpListener(IPAddress.Loopback, Port);
        listener.Start();
        Port = ((IPEndPoint)listener.LocalEndpoint).Port;
        _ = AcceptAsync(listener);
    }

    public void Close() => listener?.Stop();

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        Close();
        stop.Dispose();
    }

    private async Task AcceptAsync(TcpListener there)
    {
        try
        {
            while (true)
                _ = TalkAsync(await there.AcceptTcpClientAsync(stop.Token));
        }
        catch (Exception ended) when (ended is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // why: closed by the test.
        }
    }

    private async Task TalkAsync(TcpClient client)
    {
        using var _ = client;
        using var reader = new StreamReader(client.GetStream(), Encoding.Latin1);
        await using var writer = new StreamWriter(client.GetStream(), Encoding.ASCII) { AutoFlush = true, NewLine = "\r\n" };
        var (from, to) = ("", "");
        await writer.WriteLineAsync("220 test");
        while (await reader.ReadLineAsync() is { } line)
        {
            switch (line.Split([' ', ':'], 2)[0].ToUpperInvariant())
            {
                case "MAIL":
                    from = line;
                    await writer.WriteLineAsync(AnswerToSender);
                    break;
                case "RCPT":
                    to = line[(line.IndexOf('<', StringComparison.Ordinal) + 1)..line.IndexOf('>', StringComparison.Ordinal)];
                    await writer.WriteLineAsync(AnswerTo(to));
                    break;
                case "DATA":
                    await writer.WriteLineAsync("354 go on");
                    Mails.Enqueue(new(from, to, await DataAsync(reader)));
                    await writer.WriteLineAsync("250 OK");
                    break;
                case "QUIT":
                    await writer.WriteLineAsync("221 bye");
                    return;
                default:
                    await writer.WriteLineAsync("250 OK");
                    break;
            }
        }
    }

    private static async Task<string> DataAsync(StreamReader reader)
    {
        var data = new StringBuilder();
        while (await reader.ReadLineAsync() is { } line && line != ".")
            data.Append(line.StartsWith("..", StringComparison.Ordinal) ? line[1..] : line).Append("\r\n");
        return data.ToString();
    }
}
