using System.Globalization;

namespace Shirube.Exchange.Publishing;

/// <summary>What would be new, different and gone for citizens, compared with the release they read now.</summary>
public sealed record ReleaseChanges(IReadOnlyList<SubjectChanges> Subjects)
{
    public bool IsNothing => Subjects.All(s => s.Count == 0);

    public static ReleaseChanges Between(Release? before, ReleaseContent after)
    {
        var then = before is null ? (_ => []) : (Func<ReleaseTable, IEnumerable<object?[]>>)before.Cells;
        return new([.. Subject.All.Select(s => s.Compare(s.Read(then), s.Read(table => CellsOf(table, after))))]);
    }

    /// <summary>What changed for citizens from one release to a later one.</summary>
    public static ReleaseChanges Between(Release before, Release after) => new([.. Subject.All.Select(s => s.Compare(s.Read(before.Cells), s.Read(after.Cells)))]);

    /// <summary>事務事業 追加2件・変更1件、指標 削除1件: a first draft of the line for citizens.</summary>
    public string InWords() => IsNothing ? "変更はありません" : string.Join("、", Subjects.Where(s => s.Count > 0).Select(s => $"{s.Title} {s.InWords()}"));

    private static IEnumerable<object?[]> CellsOf(ReleaseTable table, ReleaseContent content) =>
        table.Rows(content).Select(row => table.Columns.Select(c => ReleaseSchema.Cell(c.Property.GetValue(row))).ToArray());

    /// <summary>A kind of thing that changes as a whole: its own table and the tables that speak about it, each with its columns that name the thing.</summary>
    private sealed record Subject(string Name, string Title, string Table, string[] Key, string NameColumn, (string Table, string Key)[] Parts, string[] Aside)
    {
        // why: an item that only moved up because another was inserted did not change for citizens.
        public static readonly Subject[] All =
        [
            new("plans", "計画", "plans", ["key"], "name", [.. Of("plan", "levels", "editions", "plan_terms", "plan_reviews"), .. Of("to_plan", "lineages")], []),
            new("items", "計画項目", "items", ["plan", "key"], "title", Of("plan,item", "item_links", "goal_links"), ["place", "tree_order"]),
            new("change_reasons", "変更の理由", "change_reasons", ["edition", "item"], "text", [], []),
            new("projects", "事務事業", "projects", ["key"], "name", [.. Of("project", "owners", "placements", "budget_lines", "money", "staffing", "evaluations", "answers", "goal_links"), .. Of("from_project", "project_lineages")], []),
            new("evaluation_rounds", "評価の回", "evaluation_rounds", ["key"], "name", Of("round", "reviews"), []),
            new("evaluation_forms", "評価様式", "evaluation_forms", ["key"], "name", Of("form", "form_stages", "form_questions", "form_choices"), []),
            new("sheets", "評価シート", "sheets", ["key"], "name", Of("sheet", "sheet_stages", "sheet_answers", "sheet_money", "sheet_indicators", "sheet_figures", "sheet_members", "review_opinions"), ["place"]),
            new("indicators", "指標", "indicators", ["key"], "name", Of("indicator", "indicator_uses", "actuals", "targets", "expected_shares", "series_breaks"), []),
            new("assessment_rules", "判定の決まり", "assessment_rules", ["name"], "name", [], []),
            new("grade_bands", "判定の段階", "grade_bands", ["place"], "label", [], []),
            new("initiatives", "重点プロジェクト", "initiatives", ["key"], "name", Of("initiative", "initiative_members"), []),
            new("own_goal_sets", "市独自の目標のまとまり", "own_goal_sets", ["name"], "name", [], []),
            new("own_goals", "市独自の目標", "own_goals", ["key"], "name", Of("own_goal", "own_goal_relations"), []),
            new("partner_activities", "連携・支援", "partner_activities", ["key"], "who", [], []),
            new("glossary_terms", "用語", "glossary_terms", ["key"], "name", [], []),
            new("figures", "図", "figures", ["key"], "title", Of("figure", "figure_pictures"), []),
            new("departments", "部課", "departments", ["key"], "name", [], []),
            new("surveys", "アンケート", "surveys", ["key"], "name", [], []),
            new("meetings", "会議", "meetings", ["name", "year", "month", "day"], "name", [], ["place"]),
            new("mayoral_terms", "首長任期", "mayoral_terms", ["first_day"], "first_day", [], []),
        ];

        /// <summary>By key: the name, and all rows that speak about the thing.</summary>
        public Dictionary<string, (string Name, List<string> Rows)> Read(Func<ReleaseTable, IEnumerable<object?[]>> cells)
        {
            var things = new Dictionary<string, (string Name, List<string> Rows)>(StringComparer.Ordinal);
            var own = DataDictionary.Table(Table);
            var name = IndexOf(own, NameColumn);
            var key = Key.Select(k => IndexOf(own, k)).ToArray();
            foreach (var row in cells(own))
            {
                var id = string.Join('/', key.Select(k => Text(row[k])));
                if (!things.TryGetValue(id, out var thing))
                    things[id] = thing = (Text(row[name]), []);
                thing.Rows.Add(Line(own, row));
            }
            foreach (var (part, whose) in Parts.Select(p => (DataDictionary.Table(p.Table), p.Key.Split(','))))
                foreach (var row in cells(part))
                    if (things.TryGetValue(string.Join('/', whose.Select(k => Text(row[IndexOf(part, k)]))), out var thing))
                        thing.Rows.Add(Line(part, row));
            foreach (var thing in things.Values)
                thing.Rows.Sort(StringComparer.Ordinal);
            return things;
        }

        public SubjectChanges Compare(Dictionary<string, (string Name, List<string> Rows)> then, Dictionary<string, (string Name, List<string> Rows)> now) => new(
            Name, Title,
            [.. now.Where(n => !then.ContainsKey(n.Key)).Select(n => n.Value.Name)],
            [.. now.Where(n => then.TryGetValue(n.Key, out var t) && !t.Rows.SequenceEqual(n.Value.Rows, StringComparer.Ordinal)).Select(n => n.Value.Name)],
            [.. then.Where(t => !now.ContainsKey(t.Key)).Select(t => t.Value.Name)]);

        private static (string Table, string Key)[] Of(string key, params string[] tables) => [.. tables.Select(t => (t, key))];

        private string Line(ReleaseTable table, object?[] row) => table.Name + "\u001f" + string.Join('\u001f', table.Columns.Select((c, i) => Aside.Contains(c.Name) ? "" : Text(row[i])));

        private static int IndexOf(ReleaseTable table, string column) => table.Columns.ToList().FindIndex(c => c.Name == column);

        private static string Text(object? cell) => Convert.ToString(cell, CultureInfo.InvariantCulture) ?? "";
    }
}

/// <summary>The changes of one kind of thing, by name.</summary>
public sealed record SubjectChanges(string Subject, string Title, IReadOnlyList<string> Added, IReadOnlyList<string> Changed, IReadOnlyList<string> Removed)
{
    public int Count => Added.Count + Changed.Count + Removed.Count;

    public string InWords() => string.Join("・", new[] { ("追加", Added.Count), ("変更", Changed.Count), ("削除", Removed.Count) }.Where(c => c.Item2 > 0).Select(c => $"{c.Item1}{c.Item2:#,0}件"));
}
