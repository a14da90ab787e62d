using System.CommandLine;
using Shirube.Domain.Common;
using Shirube.Safety;

namespace Shirube.Commands;

internal static class ImportAllCommand
{
    private static readonly Argument<DirectoryInfo> Folder = new("DIR") { Description = "export で書き出したフォルダー" };

    public static Command Make()
    {
        var command = new Command("import-all", "export で書き出した団体を、何も失わずに取り込みます。全部か、何もしないかのどちらかです。") { Folder, RestoreCommand.Connection };
        command.SetAction(async (parsed, stop) =>
        {
            var folder = parsed.GetRequiredValue(Folder).FullName;
            if (!Directory.Exists(folder))
                throw new RefusalException(Refusals.CopyMissing(folder));
            using var copy = CopyReader.At(folder);
            return await RestoreCommand.Run(parsed, copy, new(null, Replace: false, parsed.GetValue(RestoreCommand.Connection)), stop);
        });
        return command;
    }
}
