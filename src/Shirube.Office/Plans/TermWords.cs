using Shirube.Office.Common;

namespace Shirube.Office.Plans;

/// <summary>How the change log speaks of the glossary.</summary>
internal static class TermWords
{
    public static readonly RecordWords GlossaryTerm = new("用語", new()
    {
        ["Key"] = FieldWord.Unsaid,
        ["Name"] = "用語",
        ["Reading"] = "よみ",
        ["Meaning"] = "意味",
        ["Source"] = "出典",
        ["IsSample"] = FieldWord.YesNo("サンプル"),
    });
}
