using System.CommandLine;
using Shirube.Files.Import;
using Shirube.Files.Workbooks;

namespace Shirube.Commands;

internal static class MappingCommand
{
    private static readonly Argument<FileInfo> File = new("FILE") { Description = "見本にするファイル(xlsx、xls、csv)" };

    public static Command Make()
    {
        var suggest = new Command("suggest", "はじめて見る様式の対応定義(JSON)を推定して出します。") { File };
        suggest.SetAction(parsed =>
        {
            using var stream = parsed.GetRequiredValue(File).OpenForReading();
            using var workbook = Workbook.Open(stream, parsed.GetRequiredValue(File).Name);
            Console.Out.WriteLine(MappingFile.Write(MappingSuggestion.For(workbook).Mapping));
        });
        return new Command("mapping", "対応定義(マッピング)を扱います。") { suggest };
    }
}
