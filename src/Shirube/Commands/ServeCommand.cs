using System.CommandLine;
using Microsoft.AspNetCore.Connections;
using Shirube.Hosting;

namespace Shirube.Commands;

internal static class ServeCommand
{
    private static readonly Option<string> Urls = new("--urls") { Description = "待ち受けるアドレス(例 http://127.0.0.1:5080)", HelpName = "URL", DefaultValueFactory = _ => "http://127.0.0.1:5080" };
    private static readonly Option<FacesServed> Face = new("--face") { Description = "出す面: both(両方)、office(職員用)、public(公開用)", HelpName = "both|office|public" };

    static ServeCommand() => Urls.Validators.Add(result =>
    {
        if (result.Tokens is [var urls] && !urls.Value.Split(';').All(IsHttp))
            result.AddError(urls.Value);
    });

    public static Command Make()
    {
        var command = new Command("serve", "職員用と公開用の画面を出します。") { Urls, Face, Options.Mail };
        command.SetAction((parsed, stop) => Serve(parsed, stop));
        return command;
    }

    /// <summary>Serving is what happens without a command, and what a test host starts: it passes its settings as options.</summary>
    public static void MakeDefault(RootCommand root)
    {
        root.Add(Urls);
        root.Add(Face);
        root.Add(Options.Mail);
        foreach (var name in new[] { "--environment", "--contentRoot", "--applicationName" })
            root.Add(new Option<string>(name) { Hidden = true });
        root.SetAction((parsed, stop) => Serve(parsed, stop));
    }

    private static async Task<int> Serve(ParseResult parsed, CancellationToken stop)
    {
        var installation = new Installation(parsed.GetValue(Options.Data)!.FullName, parsed.GetValue(Face)) { MailFile = parsed.MailFile() };
        var settings = new WebApplicationOptions
        {
            EnvironmentName = parsed.GetValue<string?>("--environment") ?? Environments.Production,
            ContentRootPath = parsed.GetValue<string?>("--contentRoot") ?? AppContext.BaseDirectory,
            ApplicationName = parsed.GetValue<string?>("--applicationName") ?? typeof(ServeCommand).Assembly.GetName().Name,
        };
        await using var app = Site.Build(installation, settings, parsed.GetValue(Urls)!);
        try
        {
            await app.RunAsync(stop);
            return 0;
        }
        catch (IOException busy) when (busy.InnerException is AddressInUseException)
        {
            await Console.Error.WriteLineAsync($"{parsed.GetValue(Urls)} はほかのプログラムが使っています。--urls(./run では PORT)で別のポートを指定してください。");
            return 1;
        }
    }

    // why: * and + stand for every name of the machine, and are no host of a Uri.
    private static bool IsHttp(string url) =>
        Uri.TryCreate(url.Replace("://*", "://localhost", StringComparison.Ordinal).Replace("://+", "://localhost", StringComparison.Ordinal), UriKind.Absolute, out var uri) && uri.Scheme is ("http" or "https");
}
