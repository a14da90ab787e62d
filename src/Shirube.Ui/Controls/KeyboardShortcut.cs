namespace Shirube.Ui.Controls;

/// <summary>A key (or keys one after the other) and what it does in the office; <see cref="IsSingle"/> where it can be switched off.</summary>
public sealed record KeyboardShortcut(string Keys, string Does, bool IsSingle = true)
{
    public static readonly IReadOnlyList<KeyboardShortcut> All =
    [
        new("Ctrl + S", "入力している内容を保存する", IsSingle: false),
        new("Tab", "次のリンク・入力欄へ進む(Shift + Tabで戻る)", IsSingle: false),
        new("?", "この一覧を開く"),
        new("/", "さがす欄へ移る"),
        new("j", "一覧の次の行へ"),
        new("k", "一覧の前の行へ"),
        new("Enter", "選んでいる行やリンクを開く", IsSingle: false),
        new("e", "見ているものを編集する"),
        new("n", "一覧から開いた記録で、次の記録へ"),
        new("p", "一覧から開いた記録で、前の記録へ"),
        .. NavigationArea.Office.Where(a => a.Letter is not null).Select(a => new KeyboardShortcut($"g {a.Letter}", $"「{a.Text}」へ移る")),
        new("表の中の ↑ ↓ Enter", "上下の欄へ移る(表の入力)", IsSingle: false),
        new("表の中で貼り付け", "Excelの範囲をそのまま入れる", IsSingle: false),
        new("表の中の Ctrl + Z", "最後の貼り付けを取り消す", IsSingle: false),
    ];
}
