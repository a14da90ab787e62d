using Shirube.Domain.Common;
using Shirube.Files.Import;

namespace Shirube.Office.Projects.Import;

/// <summary>Where the steps of taking in write down what they did and what they met.</summary>
internal sealed class Ledger
{
    private readonly List<Imported> things = [];
    private readonly List<ImportProblem> problems = [];

    public IReadOnlyList<Imported> Things => things;
    public IReadOnlyList<ImportProblem> Problems => problems;

    public void Enter(Imported thing) => things.Add(thing);

    public IEnumerable<ImportProblem> KeptEdits(IReadOnlyDictionary<string, string> names) =>
        things.SelectMany(thing => thing.Merge.Kept.Select(kept => KeptEditProblem(thing, kept, names)));

    public void Refuse(Refusal refusal, SourceRow? source, string? value) =>
        problems.Add(new(ProblemSeverity.Error, refusal.Code, source?.Sheet, source?.Row, null, value, refusal.ToString(), null));

    public void Note(ProblemSeverity severity, string code, SourceRow? source, string? value, string message, string? decision = null) =>
        problems.Add(new(severity, code, source?.Sheet, source?.Row, null, value, message, decision));

    public void List(ProblemSeverity severity, string code, string message, string decision, IReadOnlyList<string> which)
    {
        if (which.Count > 0)
            problems.Add(new(severity, code, null, null, null, null, message, decision, which.Count, which));
    }

    private static ImportProblem KeptEditProblem(Imported thing, KeptEdit kept, IReadOnlyDictionary<string, string> names)
    {
        var field = FieldWords.Of(kept.Field);
        var (held, inFile) = (FieldWords.ValueOf(kept.Field, kept.Kept, names), FieldWords.ValueOf(kept.Field, kept.InFile, names));
        var message = kept.FileChanged
            ? $"「{thing.Title}」の{field}は、職員が直した値とファイルの新しい値がちがいます。職員の値を残しました。"
            : $"「{thing.Title}」の{field}は、職員が直した値を残しました。";
        return new(kept.FileChanged ? ProblemSeverity.Warning : ProblemSeverity.Info, "kept-manual-edit", thing.Source?.Sheet, thing.Source?.Row, field, inFile, message, $"残した値: {held}");
    }
}
