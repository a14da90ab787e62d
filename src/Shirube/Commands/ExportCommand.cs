using System.CommandLine;
using Shirube.Domain.Common;
using Shirube.Safety;

namespace Shirube.Commands;

internal static class ExportCommand
{
    private static readonly Option<DirectoryInfo> To = new("--to") { Description = "書き出す先のフォルダー(空か、まだないもの)", HelpName = "DIR", Required = true };
    private static readonly Option<bool> WithoutAccounts = new("--without-accounts") { Description = "サインインのための情報(パスワードのハッシュなど)を入れません" };
    private static readonly Option<bool> WithoutKeys = new("--without-keys") { Description = "公表に署名する鍵を入れません" };

    private sealed record Result(string Municipality, string Folder, int Tables, long Rows, bool WithAccounts, bool WithKeys);

    public static Command Make()
    {
        var command = new Command("export", "団体の持つすべてを、開かれた形式(CSV、JSON、公表のファイル)で書き出します。") { Subject.Municipality, To, WithoutAccounts, WithoutKeys };
        command.SetAction((parsed, stop) =>
        {
            var catalogue = parsed.Catalogue();
            var municipality = parsed.MunicipalityIn(catalogue);
            var folder = parsed.GetRequiredValue(To).FullName;
            if (File.Exists(folder) || (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any()))
                throw new RefusalException(Refusals.CopyTargetNotEmpty(folder));
            parsed.Progress().Say($"団体 {municipality.Code}「{municipality.Name}」を書き出しています…");
            var manifest = Write(parsed, folder, writer => new Packing(catalogue, Subject.Clock, parsed.Progress()).Pack(municipality, writer, new(parsed.GetValue(WithoutAccounts), parsed.GetValue(WithoutKeys)), stop));
            parsed.Print(new Result(manifest.MunicipalityCode, folder, manifest.Tables.Count, manifest.Rows, manifest.WithAccounts, manifest.WithKeys),
                r => $"{r.Folder} に書き出しました(表 {r.Tables}、行 {r.Rows:#,0})。{(r.WithAccounts || r.WithKeys ? "秘密(パスワードのハッシュ、署名の鍵)を含みます。" : "")}");
            return Task.FromResult(0);
        });
        return command;
    }

    // why: written beside and renamed, so that a folder of that name is whole or not there.
    private static CopyManifest Write(ParseResult parsed, string folder, Func<CopyWriter, CopyManifest> pack)
    {
        var beside = $"{folder.TrimEnd(Path.DirectorySeparatorChar)}.{Guid.NewGuid():N}.tmp";
        try
        {
            CopyManifest manifest;
            using (var writer = new FolderCopyWriter(beside))
                manifest = pack(writer);
            using (var reader = CopyReader.At(beside))
                reader.Check();
            parsed.Progress().Say("  書いたものを読み直して確かめました。");
            if (Directory.Exists(folder))
                Directory.Delete(folder);
            Directory.Move(beside, folder);
            return manifest;
        }
        finally
        {
            if (Directory.Exists(beside))
                Directory.Delete(beside, recursive: true);
        }
    }
}
