namespace Shirube.Files.Import;

/// <summary>The tree over the whole file: which texts are one item, under which spelling.</summary>
internal sealed class TreeNames(Mapping mapping, ProblemLog log)
{
    private readonly Spellings spellings = new(mapping, log);

    public sealed record Settled(IReadOnlyList<ImportedItem> Items, IReadOnlyList<string?> PathOfDraft);

    public Settled Settle(IReadOnlyList<Draft> drafts)
    {
        var paths = new string?[drafts.Count];
        var items = new List<ImportedItem>();
        for (var depth = 0; depth < mapping.Levels.Count; depth++)
            SettleLevel(drafts, depth, paths, items);
        return new(items, paths);
    }

    private void SettleLevel(IReadOnlyList<Draft> drafts, int depth, string?[] paths, List<ImportedItem> items)
    {
        var level = mapping.Levels[depth];
        var named = Enumerable.Range(0, drafts.Count).Select(i => (Draft: i, Parent: paths[i], Text: drafts[i].Levels[depth]))
            .Where(n => n.Text.Title.Length > 0 || n.Text.Code is not null)
            .Select(n => (n.Draft, n.Parent, Text: n.Text with { Title = spellings.Override(n.Text.Title) })).ToList();
        var byCode = level.Identity == ItemIdentity.Code || level.Identity == ItemIdentity.Auto && !Restarts([.. named.Select(n => (n.Parent, n.Text))]);
        foreach (var group in named.GroupBy(n => (n.Parent, Key: Key(n.Text, byCode))))
        {
            var texts = group.Select(n => n.Text).ToList();
            var code = texts[0].Code;
            var titled = texts.Where(t => t.Title.Length > 0).Select(t => new Written(t.Title, t.Place)).ToList();
            var title = titled.Count == 0 ? code! : spellings.Choose(level.Name, code, titled);
            var segment = byCode && code is not null ? code : code is null ? title : $"{code} {title}";
            var path = group.Key.Parent is { } parent ? $"{parent}/{segment}" : segment;
            items.Add(new(path, group.Key.Parent, level.Name, code, title));
            foreach (var (draft, _, _) in group)
                paths[draft] = path;
        }
    }

    private static string Key(LevelText text, bool byCode) =>
        byCode && text.Code is { } code ? $"#{HeadingText.Fold(code)}" : $"{HeadingText.Fold(text.Code)} {HeadingText.Fold(text.Title)}";

    // why: where numbers start anew under a parent the file does not name, one number stands for quite different items.
    private static bool Restarts(IReadOnlyList<(string? Parent, LevelText Text)> named) =>
        named.Where(n => n.Text.Code is not null && n.Text.Title.Length > 0).GroupBy(n => (n.Parent, HeadingText.Fold(n.Text.Code)))
            .Any(g => g.Select(n => HeadingText.Fold(n.Text.Title)).Distinct().ToList() is { Count: > 1 } titles && titles.Skip(1).Any(t => Likeness.Of(titles[0], t) < 0.5));
}
