using Dapper;
using Microsoft.Data.Sqlite;
using Shirube.Domain.Common;

namespace Shirube.Exchange.Publishing;

/// <summary>How older releases stay readable: a copy is brought up step by step, so that one set of queries reads all. The release itself is never touched.</summary>
internal sealed class ReleaseUpgrade(IReadOnlyList<string> steps)
{
    /// <summary>The statements that lead from schema 1 to 2, from 2 to 3 …</summary>
    // why: schema 1 searched by width and case alone; what it folded is folded on, by the rules that the words of a search are folded by.
    public static readonly ReleaseUpgrade Known = new(["UPDATE search SET folded = folded_text(folded); INSERT INTO search_index(search_index) VALUES('rebuild')", $"{NoLinks}\n{NoSuccession}", $"{NoTexts}\n{NoMethods}", NoRounds, NoReviews]);

    // why: before schema 3 nothing was linked. The columns are those of schema 3, whatever later schemas make of them.
    private const string NoLinks = """
        CREATE TABLE item_links (plan TEXT NOT NULL, item TEXT NOT NULL, other_plan TEXT NOT NULL, other_item TEXT NOT NULL, note TEXT, is_sample INTEGER NOT NULL, PRIMARY KEY (plan, item, other_plan, other_item)) STRICT, WITHOUT ROWID;
        CREATE INDEX item_links_by_other_plan_other_item ON item_links (other_plan,other_item);
        CREATE TABLE goal_links (key TEXT NOT NULL, goal INTEGER NOT NULL, target TEXT, project TEXT, plan TEXT, item TEXT, strength TEXT NOT NULL, reason TEXT, is_sample INTEGER NOT NULL, PRIMARY KEY (goal, key)) STRICT, WITHOUT ROWID;
        CREATE INDEX goal_links_by_project ON goal_links (project);
        CREATE INDEX goal_links_by_plan_item ON goal_links (plan,item);
        CREATE TABLE own_goal_sets (name TEXT NOT NULL, words TEXT, source TEXT, PRIMARY KEY (name)) STRICT, WITHOUT ROWID;
        CREATE TABLE own_goals (key TEXT NOT NULL, place INTEGER NOT NULL, name TEXT NOT NULL, words TEXT, is_sample INTEGER NOT NULL, PRIMARY KEY (key)) STRICT, WITHOUT ROWID;
        CREATE TABLE own_goal_relations (own_goal TEXT NOT NULL, goal INTEGER NOT NULL, PRIMARY KEY (own_goal, goal)) STRICT, WITHOUT ROWID;
        CREATE INDEX own_goal_relations_by_goal ON own_goal_relations (goal);
        CREATE TABLE initiatives (key TEXT NOT NULL, plan TEXT NOT NULL, place INTEGER NOT NULL, name TEXT NOT NULL, words TEXT, is_sample INTEGER NOT NULL, PRIMARY KEY (key)) STRICT, WITHOUT ROWID;
        CREATE INDEX initiatives_by_plan ON initiatives (plan);
        CREATE TABLE initiative_members (initiative TEXT NOT NULL, project TEXT, plan TEXT, item TEXT) STRICT;
        CREATE INDEX initiative_members_by_project ON initiative_members (project);
        CREATE INDEX initiative_members_by_plan_item ON initiative_members (plan,item);
        CREATE TABLE partner_activities (key TEXT NOT NULL, who TEXT NOT NULL, kind TEXT NOT NULL, what TEXT NOT NULL, first_year INTEGER NOT NULL, last_year INTEGER, goal INTEGER, plan TEXT, item TEXT, is_sample INTEGER NOT NULL, PRIMARY KEY (key)) STRICT, WITHOUT ROWID;
        CREATE INDEX partner_activities_by_goal ON partner_activities (goal);
        CREATE INDEX partner_activities_by_plan_item ON partner_activities (plan,item);
        """;

    private const string NoSuccession = """
        CREATE TABLE plan_terms (plan TEXT NOT NULL, first_year INTEGER NOT NULL, last_year INTEGER NOT NULL, name TEXT NOT NULL, PRIMARY KEY (plan, first_year)) STRICT, WITHOUT ROWID;
        CREATE TABLE plan_reviews (plan TEXT NOT NULL, year INTEGER NOT NULL, reason TEXT, result TEXT, body TEXT, day TEXT, why TEXT, PRIMARY KEY (plan, year)) STRICT, WITHOUT ROWID;
        CREATE TABLE lineages (from_plan TEXT NOT NULL, from_item TEXT, to_plan TEXT NOT NULL, to_item TEXT, reason TEXT) STRICT;
        CREATE INDEX lineages_by_to_plan_to_item ON lineages (to_plan,to_item);
        CREATE TABLE change_reasons (edition TEXT NOT NULL, item TEXT NOT NULL, text TEXT NOT NULL, PRIMARY KEY (edition, item)) STRICT, WITHOUT ROWID;
        """;

    private const string NoTexts = """
        CREATE TABLE project_lineages (from_project TEXT NOT NULL, to_plan TEXT NOT NULL, to_project TEXT) STRICT;
        CREATE INDEX project_lineages_by_to_plan ON project_lineages (to_plan);
        CREATE INDEX project_lineages_by_to_project ON project_lineages (to_project);
        CREATE TABLE glossary_terms (key TEXT NOT NULL, name TEXT NOT NULL, reading TEXT NOT NULL, meaning TEXT NOT NULL, source TEXT, is_sample INTEGER NOT NULL, PRIMARY KEY (key)) STRICT, WITHOUT ROWID;
        CREATE TABLE figures (key TEXT NOT NULL, title TEXT NOT NULL, alt TEXT NOT NULL, source TEXT, kind TEXT NOT NULL, width INTEGER NOT NULL, height INTEGER NOT NULL, sha256 TEXT NOT NULL, is_sample INTEGER NOT NULL, PRIMARY KEY (key)) STRICT, WITHOUT ROWID;
        CREATE TABLE figure_pictures (figure TEXT NOT NULL, content TEXT NOT NULL, PRIMARY KEY (figure)) STRICT, WITHOUT ROWID;
        """;

    private const string NoMethods = """
        ALTER TABLE indicators ADD COLUMN type TEXT;
        ALTER TABLE indicators ADD COLUMN baseline_year INTEGER;
        ALTER TABLE indicators ADD COLUMN baseline TEXT;
        ALTER TABLE indicators ADD COLUMN lower TEXT;
        ALTER TABLE indicators ADD COLUMN upper TEXT;
        ALTER TABLE indicators ADD COLUMN tolerance TEXT;
        ALTER TABLE indicators ADD COLUMN source TEXT;
        ALTER TABLE actuals ADD COLUMN note TEXT;
        ALTER TABLE actuals ADD COLUMN judgement TEXT;
        CREATE TABLE expected_shares (indicator TEXT NOT NULL, fiscal_year INTEGER NOT NULL, share TEXT NOT NULL, PRIMARY KEY (indicator, fiscal_year)) STRICT, WITHOUT ROWID;
        CREATE TABLE series_breaks (indicator TEXT NOT NULL, fiscal_year INTEGER NOT NULL, note TEXT NOT NULL, PRIMARY KEY (indicator, fiscal_year)) STRICT, WITHOUT ROWID;
        CREATE TABLE assessment_rules (name TEXT NOT NULL, not_graded TEXT NOT NULL, is_first_year_graded INTEGER NOT NULL, says_beyond INTEGER NOT NULL, PRIMARY KEY (name)) STRICT, WITHOUT ROWID;
        CREATE TABLE grade_bands (place INTEGER NOT NULL, label TEXT NOT NULL, lower_bound TEXT, meaning TEXT NOT NULL, PRIMARY KEY (place)) STRICT, WITHOUT ROWID;
        """;

    private const string NoRounds = """
        CREATE TABLE evaluation_rounds (key TEXT NOT NULL, name TEXT NOT NULL, year INTEGER NOT NULL, judged_year INTEGER NOT NULL, use TEXT NOT NULL, is_sample INTEGER NOT NULL, PRIMARY KEY (key)) STRICT, WITHOUT ROWID;
        CREATE INDEX evaluation_rounds_by_year ON evaluation_rounds (year);
        CREATE TABLE evaluation_forms (key TEXT NOT NULL, name TEXT NOT NULL, target TEXT NOT NULL, PRIMARY KEY (key)) STRICT, WITHOUT ROWID;
        CREATE TABLE form_stages (form TEXT NOT NULL, stage INTEGER NOT NULL, name TEXT NOT NULL, PRIMARY KEY (form, stage)) STRICT, WITHOUT ROWID;
        CREATE TABLE form_questions (form TEXT NOT NULL, key TEXT NOT NULL, place INTEGER NOT NULL, section TEXT NOT NULL, label TEXT NOT NULL, kind TEXT NOT NULL, role TEXT, unit TEXT, PRIMARY KEY (form, key)) STRICT, WITHOUT ROWID;
        CREATE TABLE form_choices (form TEXT NOT NULL, question TEXT NOT NULL, place INTEGER NOT NULL, label TEXT NOT NULL, meaning TEXT, PRIMARY KEY (form, question, place)) STRICT, WITHOUT ROWID;
        CREATE TABLE sheets (key TEXT NOT NULL, round TEXT NOT NULL, form TEXT NOT NULL, place INTEGER NOT NULL, name TEXT NOT NULL, project TEXT, plan TEXT, item TEXT, department TEXT, PRIMARY KEY (key)) STRICT, WITHOUT ROWID;
        CREATE INDEX sheets_by_round ON sheets (round);
        CREATE INDEX sheets_by_project ON sheets (project);
        CREATE INDEX sheets_by_plan_item ON sheets (plan,item);
        CREATE TABLE sheet_stages (sheet TEXT NOT NULL, stage INTEGER NOT NULL, is_submitted INTEGER NOT NULL, PRIMARY KEY (sheet, stage)) STRICT, WITHOUT ROWID;
        CREATE TABLE sheet_answers (sheet TEXT NOT NULL, question TEXT NOT NULL, stage INTEGER NOT NULL, choice TEXT, text TEXT, number TEXT, PRIMARY KEY (sheet, question, stage)) STRICT, WITHOUT ROWID;
        CREATE TABLE sheet_money (sheet TEXT NOT NULL, place INTEGER NOT NULL, year INTEGER NOT NULL, stage TEXT NOT NULL, name TEXT NOT NULL, kind TEXT, value TEXT, words TEXT, unknown INTEGER NOT NULL, PRIMARY KEY (sheet, place, year)) STRICT, WITHOUT ROWID;
        CREATE TABLE sheet_indicators (sheet TEXT NOT NULL, place INTEGER NOT NULL, indicator TEXT NOT NULL, name TEXT NOT NULL, unit TEXT, kind TEXT NOT NULL, assessed TEXT, PRIMARY KEY (sheet, place)) STRICT, WITHOUT ROWID;
        CREATE TABLE sheet_figures (sheet TEXT NOT NULL, place INTEGER NOT NULL, year INTEGER NOT NULL, target TEXT, target_words TEXT, actual TEXT, actual_words TEXT, PRIMARY KEY (sheet, place, year)) STRICT, WITHOUT ROWID;
        CREATE TABLE sheet_members (sheet TEXT NOT NULL, place INTEGER NOT NULL, project TEXT NOT NULL, name TEXT NOT NULL, cost TEXT, cost_words TEXT, PRIMARY KEY (sheet, place)) STRICT, WITHOUT ROWID;
        """;

    private const string NoReviews = """
        CREATE TABLE reviews (round TEXT NOT NULL, body TEXT NOT NULL, held_on TEXT, is_sample INTEGER NOT NULL, PRIMARY KEY (round)) STRICT, WITHOUT ROWID;
        CREATE TABLE review_opinions (sheet TEXT NOT NULL, number INTEGER NOT NULL, text TEXT NOT NULL, kind TEXT NOT NULL, response TEXT NOT NULL, done_by TEXT, progress TEXT, PRIMARY KEY (sheet, number)) STRICT, WITHOUT ROWID;
        """;

    public int Newest => 1 + steps.Count;

    public Refusal? WhyNotRead(ReleaseEntry entry) =>
        entry.Manifest.Schema > Newest ? Refusals.ReleaseSchemaNewer(entry.Id.ToString(), entry.Manifest.Schema) : null;

    /// <summary>The path of a file in the newest schema: the release itself, or its upgraded copy.</summary>
    public string Readable(ReleaseFolder folder, ReleaseEntry entry)
    {
        if (entry.Manifest.Schema == Newest)
            return folder.File(entry.Id);
        var copy = Path.Combine(folder.Upgraded, $"{entry.Manifest.Sha256}.{Newest}.release");
        if (!File.Exists(copy))
            Make(folder.File(entry.Id), entry.Manifest.Schema, copy);
        return copy;
    }

    private void Make(string release, int schema, string copy)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
        var temporary = $"{copy}.{Guid.NewGuid():N}.tmp";
        File.WriteAllBytes(temporary, File.ReadAllBytes(release));
        using (var file = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = temporary, Pooling = false }.ToString()))
        {
            file.Open();
            file.CreateFunction<string, string>("folded_text", FoldedText.Fold, isDeterministic: true);
            using var transaction = file.BeginTransaction();
            foreach (var step in steps.Skip(schema - 1))
                file.Execute(step);
            file.Execute($"PRAGMA user_version={Newest}");
            transaction.Commit();
        }
        File.Move(temporary, copy, overwrite: true);
    }
}
