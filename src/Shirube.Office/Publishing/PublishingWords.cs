using Shirube.Office.Common;

namespace Shirube.Office.Publishing;

/// <summary>How the change log speaks of releases.</summary>
internal static class PublishingWords
{
    public static readonly RecordWords Release = new("公表", new()
    {
        ["Release"] = "番号",
        ["Note"] = "一言",
        ["Counts"] = "件数",
        ["Why"] = "取り下げた理由",
        ["Sha256"] = FieldWord.Unsaid,
    });
}
