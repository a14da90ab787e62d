using System.CommandLine;
using System.CommandLine.Help;
using System.Globalization;
using System.Text;
using Microsoft.Extensions.Hosting;
using Shirube.Data;
using Shirube.Domain.Common;

namespace Shirube.Commands;

/// <summary>The command line: every command ends with 0, or with 1 and one Japanese sentence on standard error.</summary>
public static class CommandLine
{
    public static RootCommand Root()
    {
        var root = new RootCommand("標(しるべ) 市町村の総合計画をつくり、進め、公表するしくみです。") { Options.Data, Options.Json };
        ServeCommand.MakeDefault(root);
        root.Add(ServeCommand.Make());
        root.Add(NewCommand.Make());
        root.Add(InviteCommand.Make());
        root.Add(ImportCommand.Make());
        root.Add(MappingCommand.Make());
        root.Add(IndicatorsCommand.Make());
        root.Add(PublishCommand.Make());
        root.Add(VerifyCommand.Make());
        root.Add(IndexCommand.Make());
        root.Add(DocumentCommand.Make());
        root.Add(BackupCommand.Make());
        root.Add(RestoreCommand.Make());
        root.Add(ExportCommand.Make());
        root.Add(ImportAllCommand.Make());
        root.Add(DoctorCommand.Make());
        root.Add(MigrateCommand.Make());
        root.Add(SeedCommand.Make());
        root.Options.OfType<HelpOption>().Single().Description = "使い方を表示します";
        return root;
    }

    public static async Task<int> Run(string[] args)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.DefaultThreadCurrentCulture = CultureInfo.DefaultThreadCurrentUICulture = new("ja-JP");
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var parsed = Root().Parse(args);
        if (Misunderstanding.In(parsed) is { } sentence)
            return await Fail(sentence);
        try
        {
            return await parsed.InvokeAsync(new() { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = null });
        }
        catch (RefusalException refused)
        {
            return await Fail(refused.Refusal.ToString());
        }
        catch (OperationCanceledException)
        {
            return await Fail("途中で止めました。何も変わっていません。");
        }
        catch (Exception bug) when (bug is not HostAbortedException)
        {
            if (DatabaseTrouble.In(bug) is { } trouble)
                return await Fail(trouble.ToString());
            return await Fail(CrashLog.Keep(bug, parsed.GetValue(Options.Data)!));
        }
    }

    private static async Task<int> Fail(string sentence)
    {
        await Console.Error.WriteLineAsync(sentence);
        return 1;
    }
}
