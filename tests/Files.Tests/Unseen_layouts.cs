using System.Text;
using Shirube.Domain.Common;
using Shirube.Domain.Indicators;
using Shirube.Domain.Projects;
using Shirube.Files.Import;
using Shouldly;
using Xunit;

namespace Files.Tests;

/// <summary>Layouts of the kinds offices use, each invented (サンプル), read with the suggested mapping untouched.</summary>
public sealed class Unseen_layouts
{
    private static readonly FiscalYear R6 = new(2024);

    private static Yen? Total(ImportBatch batch, FiscalYear? year = null) => ImportTotals.Of(batch).Years[year ?? R6].Total;

    [Fact]
    public void A_Shift_JIS_list_with_amounts_like_50_700_000円_keeps_every_yen()
    {
        var text = "整理番号,事業名称,所管課,基本施策,決算額（令和6年度）,うち一般財源,成果指標,単位,目標値,実績値,達成率,評価結果\r\n"
            + "A-001,サンプル道路整備事業,建設部 道路課,安全なまち,\"50,700,000円\",\"20,700,000円\",整備延長,m,\"1,200\",900,75.0%,継続\r\n"
            + "A-002,サンプル子育て応援事業,福祉部 こども課,育むまち,\"1,234,567円\",0円,利用者数,人,300,312,104.0%,拡充\r\n"
            + "A-003,サンプル公園管理事業,建設部 公園課,安全なまち,－,－,苦情件数,件,10,未把握,-,継続\r\n"
            + "合計,,,,\"51,934,567円\",\"20,700,000円\",,,,,,\r\n";
        var batch = Book.Suggested(Book.Csv(text, Book.ShiftJis), "sample.csv");
        batch.Projects.Select(p => p.Number).ShouldBe(["A-001", "A-002", "A-003"]);
        Total(batch).ShouldBe(new Yen(51_934_567));
        ImportTotals.Of(batch).Years[R6].General.ShouldBe(new Yen(20_700_000));
        batch.Projects[2].Money.ShouldContain(m => m.Kind == MoneyKind.Total && m.Figure == Figure.None(Absence.Dash));
        batch.Projects[0].DepartmentPath.ShouldBe(["建設部", "道路課"]);
        batch.Items.Select(i => (i.Level, i.Title)).ShouldBe([("基本施策", "安全なまち"), ("基本施策", "育むまち")]);
        var indicator = batch.Projects[0].Indicators.ShouldHaveSingleItem();
        (indicator.Name, indicator.Unit, indicator.Kind).ShouldBe(("整備延長", "m", IndicatorKind.Outcome));
        (indicator.Targets.Single().Value, indicator.Actuals.Single().Value).ShouldBe((1200m, 900m));
        batch.Projects[2].Indicators[0].Actuals.Single().Status.ShouldBe(ActualStatus.NotKnown);
        batch.Projects.Select(p => p.Evaluation!.Answers.Single().Choice).ShouldBe(["継続", "拡充", "継続"]);
        batch.RowsSkipped.ShouldBe(1);
    }

    [Fact]
    public void One_sheet_per_施策_makes_one_list()
    {
        object?[][] Sheet(string measure, params object?[][] rows) =>
            [["令和6年度　事務事業一覧（決算）"], ["単位：千円"], ["No.", "事業名", "担当課", "事業費", "国庫支出金", "県支出金", "地方債", "その他", "一般財源", "今後の方向性"], .. rows, ["", "計", null, rows.Sum(r => Convert.ToDecimal(r[3]))], [measure + "は令和8年度に見直す"]];
        var batch = new Book()
            .Sheet("表紙", [["令和6年度　サンプル市 事務事業評価"], ["企画課"]])
            .Sheet("1-1 子育て支援の充実", Sheet("※1-1", [1, "サンプル保育事業", "こども課", 1200, 400, 200, 0, 100, 500, "継続"], [2, "サンプル学童事業", "こども課", 300, 0, 0, 0, 0, 300, "拡充"]))
            .Sheet("1-2 高齢者福祉の充実", Sheet("※1-2", [1, "サンプル見守り事業", "長寿課", 150.5m, 0, 0, 0, 0, 150.5m, "継続"]))
            .Suggested();
        batch.Projects.Count.ShouldBe(3);
        batch.Projects.ShouldAllBe(p => p.Number == null);
        batch.Items.Select(i => (i.Level, i.Code, i.Title)).ShouldBe([("施策", "1-1", "子育て支援の充実"), ("施策", "1-2", "高齢者福祉の充実")]);
        batch.Projects.Select(p => p.ItemPath).ShouldBe(["1-1", "1-1", "1-2"]);
        Total(batch).ShouldBe(new Yen(1_650_500));
        batch.Sheets.Count.ShouldBe(2);
        ImportTotals.Of(batch).Years[R6].General.ShouldBe(new Yen(950_500));
    }

    [Fact]
    public void Sheets_whose_施策_stands_in_a_title_cell_are_told_apart_by_it()
    {
        object?[][] Sheet(string measure, params object?[][] rows) =>
            [["施策名", measure], ["（単位：円）"], ["事務事業名", "担当部署", "令和6年度決算額", "活動指標", "単位", "実績"], .. rows];
        var batch = new Book()
            .Sheet("Sheet1", Sheet("サンプル防災の推進", ["サンプル防災訓練事業", "危機管理課", 1_000_000, "訓練回数", "回", 4]))
            .Sheet("Sheet2", Sheet("サンプル観光の振興", ["サンプル観光案内事業", "観光課", 2_500_001, "案内件数", "件", "1,050"]))
            .Suggested();
        batch.Items.Select(i => i.Title).ShouldBe(["サンプル防災の推進", "サンプル観光の振興"]);
        Total(batch).ShouldBe(new Yen(3_500_001));
        batch.Projects[1].Indicators.Single().Actuals.Single().Value.ShouldBe(1050);
    }

    [Fact]
    public void One_sheet_per_部_gives_the_upper_department()
    {
        object?[][] Sheet(params object?[][] rows) => [["事業コード", "事業名", "課名", "予算額（千円）"], .. rows, ["", "合計", "", 1]];
        var batch = new Book()
            .Sheet("総務部", Sheet(["101", "サンプル広報事業", "広報課", 10]))
            .Sheet("福祉部", Sheet(["201", "サンプル福祉事業", "福祉課", 20]))
            .Suggested("令和7年度当初予算.xlsx");
        batch.Projects.Select(p => string.Join('/', p.DepartmentPath)).ShouldBe(["総務部/広報課", "福祉部/福祉課"]);
        batch.Projects[0].Money.Single().ShouldBe(new(new(2025), MoneyStage.Initial, MoneyKind.Total, Figure.Of(new(10_000))));
    }

    [Fact]
    public void Merged_headings_in_row_5_with_years_over_stages_are_read()
    {
        var batch = new Book().Sheet("一覧", [
            ["サンプル市　事務事業一覧表"], [], ["", "", "", "", "", "", "", "", "（単位：千円）"], [],
            ["政策", "施策", "事業\n番号", "事務事業の\n名称", "所属", null, "令和5年度", null, "令和６年度", null, "成果指標（アウトカム）", null, null, null],
            [null, null, null, null, "部局名", "課名", "当初予算額", "決算額", "当初予算額", "決算額", "指標名", "単位", "R5実績", "R6実績"],
            ["1 安心", "1-1 防災", 11, "サンプル消防事業", "総務部", "危機管理課", 100, 90, 110, 105.5m, "出動件数", "件", 12, 15],
            ["1 安心", "1-2 防犯", 12, "サンプル防犯事業", "総務部", "危機管理課", 50, 40, 60, "△5", "犯罪件数", "件", "ー", 0],
            ["2 活力", "2-1 観光", 13, "サンプル観光事業", "産業部", "観光課", "未定", "-", 1, "1,000", 0, "", 0, 0],
        ], "A5:A6", "B5:B6", "C5:C6", "D5:D6", "E5:F5", "G5:H5", "I5:J5", "K5:N5").Suggested();
        batch.Projects.Count.ShouldBe(3);
        batch.Levels.ShouldBe(["政策", "施策"]);
        batch.Items.Single(i => i.Title == "観光").ParentPath.ShouldBe("2");
        ImportTotals.Of(batch).Years[new(2023)].Total.ShouldBe(new Yen(130_000));
        Total(batch).ShouldBe(new Yen(1_100_500));
        batch.Projects[2].Money.ShouldContain(new ImportedMoney(new(2023), MoneyStage.Initial, MoneyKind.Total, Figure.None(Absence.Undecided)));
        batch.Projects[1].Indicators.Single().Actuals.Select(a => (a.Year.Value, a.Value, a.Status)).ShouldBe([(2023, null, ActualStatus.NotApplicable), (2024, 0m, ActualStatus.Final)]);
        batch.Problems.Single(p => p.Code == "indicator-without-name").Cells.ShouldBe(["M9", "N9"]);
    }

    [Fact]
    public void A_department_and_施策_merged_down_the_rows_hold_for_each_and_amounts_are_never_copied()
    {
        var batch = new Book().Sheet("R6", [
            ["所管課", "施策名", "事業名", "事業費(円)"],
            ["税務課", "公平な課税", "サンプル賦課事業", 1000],
            [null, null, "サンプル徴収事業", 2000],
            ["市民課", "親切な窓口", "サンプル窓口事業", 4000],
            [null, null, "サンプル証明事業", null],
        ], "A2:A3", "B2:B3", "A4:A5", "B4:B5", "D4:D5").Suggested("サンプル令和6年度.xlsx");
        batch.Projects.Select(p => p.DepartmentPath.Single()).ShouldBe(["税務課", "税務課", "市民課", "市民課"]);
        batch.Projects.Select(p => p.ItemPath).ShouldBe(["公平な課税", "公平な課税", "親切な窓口", "親切な窓口"]);
        Total(batch).ShouldBe(new Yen(7000));
        batch.Problems.Where(p => p.Code == "merged-down").Sum(p => p.Count).ShouldBe(4);
    }

    [Fact]
    public void Blank_cells_below_a_group_s_name_repeat_it_and_are_listed()
    {
        var batch = Book.Suggested(Book.Csv("担当課,事業名,令和6年度決算額（千円）\n税務課,サンプル賦課事業,1\n,サンプル徴収事業,2\n,サンプル調査事業,3\n市民課,サンプル窓口事業,4\n,サンプル証明事業,5\n,サンプル旅券事業,6\n"), "x.csv");
        batch.Projects.Select(p => p.DepartmentPath.Single()).ShouldBe(["税務課", "税務課", "税務課", "市民課", "市民課", "市民課"]);
        batch.Problems.Single(p => p.Code == "filled-down").Count.ShouldBe(4);
    }

    [Fact]
    public void A_few_blank_departments_stay_unknown()
    {
        var batch = Book.Suggested(Book.Csv("担当課,事業名,令和6年度決算額（千円）\n税務課,サンプル1事業,1\n市民課,サンプル2事業,2\n,サンプル3事業,3\n市民課,サンプル4事業,4\n税務課,サンプル5事業,5\n"), "x.csv");
        batch.Projects[2].DepartmentPath.ShouldBeEmpty();
    }

    [Fact]
    public void Sums_and_repeated_headings_in_the_middle_are_no_projects()
    {
        object?[] headings = ["番号", "事業名", "担当課", "令和6年度\n事業費（千円）"];
        var batch = new Book().Sheet("一覧", [
            ["令和6年度事業一覧"], headings,
            [1, "サンプル賦課事業", "税務課", 10], [2, "サンプル国民健康保険事業特別会計", "保険課", 20], [null, "小計", null, 30], ["税務課計", null, null, 30],
            headings, [3, "サンプル合計管理事業", "財政課", 40], ["総務部　合計", null, null, 40], [null, "総　合　計", null, 70], ["※決算額は千円未満を四捨五入している。"],
        ]).Suggested();
        batch.Projects.Select(p => p.Name).ShouldBe(["サンプル賦課事業", "サンプル国民健康保険事業特別会計", "サンプル合計管理事業"]);
        Total(batch).ShouldBe(new Yen(70_000));
        batch.Problems.Count(p => p.Code == "sum-row").ShouldBe(4);
        batch.Problems.Count(p => p.Code == "heading-repeated").ShouldBe(1);
    }

    [Fact]
    public void Columns_in_another_order_with_fullwidth_headings_and_a_tab_between_come_in()
    {
        var text = "今後の方向\t事業費（Ｒ６決算・千円）\t主管課\tＮｏ．\t事　業　名\t関連する施策\tＫＰＩ\tＫＰＩ単位\tＲ６目標値\tＲ６実績値\n継続\t１，２３４\t企画課\t１\tサンプル計画事業\t計画\t会議数\t回\t４\t３\n縮小\t ５６７ \t企画課\t２\tサンプル統計事業\t統計\t調査数\t件\t２\t２\n";
        var batch = Book.Suggested(Book.Csv(text, Encoding.Unicode), "x.tsv");
        batch.Projects.Select(p => (p.Number, p.Name, p.DepartmentPath.Single(), p.ItemPath)).ShouldBe([("１", "サンプル計画事業", "企画課", "計画"), ("２", "サンプル統計事業", "企画課", "統計")]);
        Total(batch).ShouldBe(new Yen(1_801_000));
        var indicator = batch.Projects[0].Indicators.Single();
        (indicator.Unit, indicator.Targets.Single().Value, indicator.Actuals.Single().Value).ShouldBe(("回", 4m, 3m));
    }

    [Fact]
    public void A_cost_with_personnel_beside_it_is_told_from_the_full_cost()
    {
        var batch = Book.Suggested(Book.Csv("事業ID,事業名,所属名,R6事業費(千円),R6国費,R6県費,R6市債,R6その他,R6一般財源,R6人件費(千円),R6総コスト(千円),R6従事職員数(人),R6延べ業務時間\n1,サンプル事業,企画課,100,50,20,10,5,15,40,140,1.5,300\n"), "x.csv");
        batch.Projects[0].Money.ToDictionary(m => m.Kind, m => m.Figure.Amount!.Value.Value).ShouldBe(new Dictionary<MoneyKind, long>
        {
            [MoneyKind.Total] = 100_000, [MoneyKind.National] = 50_000, [MoneyKind.Prefectural] = 20_000, [MoneyKind.Bond] = 10_000, [MoneyKind.Other] = 5_000, [MoneyKind.General] = 15_000, [MoneyKind.Personnel] = 40_000, [MoneyKind.FullCost] = 140_000,
        }, ignoreOrder: true);
        batch.Projects[0].Staffing.Single().ShouldBe(new(R6, MoneyStage.Settled, 1.5m, 300, null));
    }

    [Fact]
    public void Sources_that_are_not_given_stay_unknown_and_a_wrong_sum_is_kept_as_stated()
    {
        var batch = Book.Suggested(Book.Csv("事業番号,事業名,担当課,令和6年度事業費（円）,財源内訳（国）,財源内訳（県）,財源内訳（地方債）,財源内訳（その他）,財源内訳（一般財源）\n1,サンプル一,企画課,1000,,,,,\n2,サンプル二,企画課,1000,100,100,100,100,500\n"), "x.csv");
        batch.Projects[0].Money.Select(m => m.Kind).ShouldBe([MoneyKind.Total]);
        batch.Projects[1].Money.Count.ShouldBe(6);
        batch.Problems.Single(p => p.Code == "sum-differs").Row.ShouldBe(3);
        Total(batch).ShouldBe(new Yen(2000));
    }

    [Fact]
    public void A_project_over_several_rows_keeps_all_its_indicators()
    {
        var batch = new Book().Sheet("令和6年度", [
            ["番号", "事務事業名", "担当課", "決算額（千円）", "指標名", "単位", "目標値", "実績値"],
            [1, "サンプル健診事業", "健康課", 100, "受診者数", "人", 500, 450],
            [null, null, null, 7, "受診率", "％", 60, 55.5m],
            [2, "サンプル相談事業", "健康課", 50, "相談件数", "件", 10, 12],
        ], "A2:A3", "B2:B3", "C2:C3", "D2:D3").Suggested();
        batch.Projects.Count.ShouldBe(2);
        batch.Projects[0].Indicators.Select(i => (i.Name, i.Actuals.Single().Value)).ShouldBe([("受診者数", 450m), ("受診率", 55.5m)]);
        batch.Projects[0].Indicators.Select(i => i.Slot).ShouldBeUnique();
        batch.Problems.Single(p => p.Code == "row-continues-unread").ShouldSatisfyAllConditions(p => p.Row.ShouldBe(3), p => p.Column.ShouldBe("D"), p => p.Value.ShouldBe("7"));
        Total(batch).ShouldBe(new Yen(150_000));
    }

    [Fact]
    public void Rows_that_only_name_a_施策_head_the_projects_below_them()
    {
        var batch = new Book().Sheet("一覧", [
            ["令和6年度 主要事業（単位：千円）"],
            ["事業名", "担当課", "決算額", "事業の概要"],
            ["施策1　子育て支援"], ["サンプル保育事業", "こども課", 100, "サンプルの概要"], ["サンプル学童事業", "こども課", 200, "サンプルの概要"],
            ["施策2　高齢者福祉"], ["サンプル見守り事業", "長寿課", 300, "サンプルの概要"],
        ]).Suggested();
        batch.Projects.Count.ShouldBe(3);
        batch.Items.Select(i => (i.Level, i.Title)).ShouldBe([("施策", "子育て支援"), ("施策", "高齢者福祉")]);
        batch.Projects.Select(p => p.ItemPath).ShouldBe(["1", "1", "2"]);
        Total(batch).ShouldBe(new Yen(600_000));
    }

    [Fact]
    public void Blocks_of_years_and_stages_over_the_sources_are_read_whole()
    {
        object?[] sources = ["国庫", "県費", "町債", "その他", "一財", "計"];
        object?[] Block(string heading) => [heading, null, null, null, null, null];
        var batch = new Book().Sheet("実施計画", [
            ["サンプル町 事業一覧"],
            ["部", "課", "事業名", .. Block("令和５年度決算額（千円）"), .. Block("令和６年度当初予算額（千円）"), .. Block("令和６年度決算見込額（千円）"), .. Block("令和７年度計画額（千円）")],
            [null, null, null, .. sources, .. sources, .. sources, .. sources],
            ["第1部", "第1課", "サンプル甲事業", 1, 2, 3, 4, 5, 15, 10, "-", "－", null, 20, 30, 1, 1, 1, 1, 1, 5, 0, 0, 0, 0, 7, 7],
            [null, null, "サンプル乙事業", null, null, null, null, 9, 9, null, null, null, null, 1, 1, null, null, null, null, 2, 2, null, null, null, null, 3, 3],
            [null, null, "合計", 1, 2, 3, 4, 14, 24],
        ], "A2:A3", "B2:B3", "C2:C3", "D2:I2", "J2:O2", "P2:U2", "V2:AA2", "A4:A5", "B4:B5").Suggested();
        batch.Projects.Select(p => p.Money.Count).ShouldBe([23, 8]);
        batch.Problems.ShouldNotContain(p => p.Code == "column-not-read");
        Yen? Sum(int year, MoneyStage stage, MoneyKind kind) => batch.Projects.SelectMany(p => p.Money).Where(m => m.Year.Value == year && m.Stage == stage && m.Kind == kind).Select(m => m.Figure.Amount!.Value).Aggregate((a, b) => a + b);
        Sum(2023, MoneyStage.Settled, MoneyKind.General).ShouldBe(new Yen(14_000));
        Sum(2024, MoneyStage.Initial, MoneyKind.Total).ShouldBe(new Yen(31_000));
        Sum(2024, MoneyStage.Settled, MoneyKind.Total).ShouldBe(new Yen(7_000));
        Sum(2025, MoneyStage.Planned, MoneyKind.Total).ShouldBe(new Yen(10_000));
        batch.Projects.ShouldAllBe(p => p.Number == null && p.DepartmentPath.Count == 2);
    }

    [Fact]
    public void Three_heading_rows_with_targets_and_actuals_of_each_year_side_by_side_are_read()
    {
        var batch = new Book().Sheet("一覧", [
            ["事務事業名", "担当課", "事業費", null, null, null, "活動指標", null, null, null, null, null, "成果指標", null, null, null, null, null],
            [null, null, "R5", null, "R6", null, "指標名", "単位", "R5", null, "R6", null, "指標名", "単位", "R5", null, "R6", null],
            [null, null, "予算(千円)", "決算(千円)", "予算(千円)", "決算(千円)", null, null, "目標", "実績", "目標", "実績", null, null, "目標", "実績", "目標", "実績"],
            ["サンプル甲事業", "企画課", 10, 9, 20, 18, "会議", "回", 4, 3, 5, 5, "満足度", "％", 70, 65.5m, 75, "未把握"],
            ["サンプル乙事業", "税務課", 1, 1, 2, 2, "通知", "件", 100, 90, 100, 95, "収納率", "％", 98, 97.1m, 98, 97.3m],
        ], "A1:A3", "B1:B3", "C1:F1", "C2:D2", "E2:F2", "G1:L1", "G2:G3", "H2:H3", "I2:J2", "K2:L2", "M1:R1", "M2:M3", "N2:N3", "O2:P2", "Q2:R2").Suggested();
        batch.Problems.ShouldNotContain(p => p.Code == "column-not-read");
        batch.Projects[0].Money.Select(m => (m.Year.Value, m.Stage, m.Figure.Amount!.Value.Value)).ShouldBe([(2023, MoneyStage.Initial, 10_000), (2023, MoneyStage.Settled, 9_000), (2024, MoneyStage.Initial, 20_000), (2024, MoneyStage.Settled, 18_000)]);
        batch.Projects[0].Indicators.Select(i => (i.Slot, i.Name, i.Unit)).ShouldBe([("活動1", "会議", "回"), ("成果1", "満足度", "％")]);
        batch.Projects[0].Indicators[1].Targets.Select(t => (t.Year.Value, t.Value)).ShouldBe([(2023, 70m), (2024, 75m)]);
        batch.Projects[0].Indicators[1].Actuals.Select(a => (a.Year.Value, a.Value)).ShouldBe([(2023, 65.5m), (2024, null)]);
        batch.Projects[1].Indicators[0].Actuals.Select(a => a.Value).ShouldBe([90m, 95m]);
    }

    [Fact]
    public void A_csv_with_two_heading_rows_reads_like_the_merged_sheet_it_was_saved_from()
    {
        var text = "令和6年度　事務事業評価一覧,,,,,,,,,\r\n番号,事務事業,所属,,施策名,令和6年度,,活動指標①,,\r\n,,部,課,,事業費（千円）,根拠,名称,単位,実績\r\n1,サンプル甲事業,総務部,企画課,計画,100,法定義務あり,会議,回,3\r\n2,サンプル乙事業,総務部,税務課,税,200,法定義務なし,通知,件,-\r\n,合計,,,,300,,,,\r\n";
        var batch = Book.Suggested(Book.Csv(text, Book.ShiftJis), "x.csv");
        batch.Projects.Select(p => (p.Name, p.IsStatutory, string.Join('/', p.DepartmentPath))).ShouldBe([("サンプル甲事業", true, "総務部/企画課"), ("サンプル乙事業", false, "総務部/税務課")]);
        Total(batch).ShouldBe(new Yen(300_000));
        batch.Projects[0].Indicators.Single().Actuals.Single().Value.ShouldBe(3);
    }

    [Fact]
    public void Relative_years_in_the_headings_count_from_the_title()
    {
        var batch = new Book().Sheet("一覧", [
            ["令和7年度　主要事業（単位：百万円）"],
            ["No", "事業名", "所管部署", "前年度決算額", "本年度予算額", "事業内容", "根拠法令", "開始年度", "担当者名"],
            [1, "サンプル甲事業", "建設部土木課", 1.5m, 2, "サンプルの内容", "道路法", "平成5", "サンプル 太郎"],
            [2, "サンプル乙事業", "建設部建築課", "0.25", 3, "サンプルの内容", "-", "R元", "サンプル 花子"],
        ]).Suggested();
        ImportTotals.Of(batch).Years[new(2024)].Total.ShouldBe(new Yen(1_750_000));
        ImportTotals.Of(batch).Years[new(2025)].Total.ShouldBe(new Yen(5_000_000));
        batch.Projects.Select(p => string.Join('/', p.DepartmentPath)).ShouldBe(["建設部/土木課", "建設部/建築課"]);
        batch.Projects.Select(p => p.Period.First!.Value.Value).ShouldBe([1993, 2019]);
        batch.Projects[0].InternalContact!.ShouldContain("サンプル 太郎");
        batch.Projects[1].LegalBasis.ShouldBeNull();
        batch.Projects[0].Text.Outline.ShouldBe("サンプルの内容");
    }

    [Fact]
    public void A_list_without_a_year_takes_the_year_it_is_told()
    {
        var stream = Book.Csv("事業番号,事業名,担当課,決算額（千円）\n1,サンプル事業,企画課,10\n");
        Should.Throw<RefusalException>(() => Book.Suggested(stream, "x.csv")).Refusal.Code.ShouldBe("import-year-unknown");
        Total(Book.Suggested(stream, "x.csv", new(2022)), new(2022)).ShouldBe(new Yen(10_000));
    }

    [Fact]
    public void A_hidden_sheet_and_a_summary_sheet_are_named_and_not_read()
    {
        object?[][] list = [["事業番号", "事業名", "担当課", "令和6年度決算額（千円）"], [1, "サンプル事業", "企画課", 10]];
        var batch = new Book().Sheet("一覧", list).HiddenSheet("旧", list).Sheet("集計", [["部", "件数", "金額"], ["総務部", 1, 10]]).Suggested();
        batch.Projects.Count.ShouldBe(1);
        batch.Problems.Where(p => p.Code is "sheet-not-read" or "sheet-without-table").Select(p => p.Sheet).ShouldBe(["旧", "集計"]);
    }

    [Fact]
    public void A_sheet_per_department_that_repeats_the_whole_list_is_not_read_twice()
    {
        object?[] headings = ["事業番号", "事業名", "担当課", "令和6年度決算額（千円）"];
        var batch = new Book().Sheet("全体", [headings, [1, "サンプル甲事業", "企画課", 10], [2, "サンプル乙事業", "税務課", 20]])
            .Sheet("企画課", [headings, [1, "サンプル甲事業", "企画課", 10]]).Sheet("税務課", [headings, [2, "サンプル乙事業", "税務課", 20]]).Suggested();
        batch.Projects.Count.ShouldBe(2);
        Total(batch).ShouldBe(new Yen(30_000));
    }

    [Fact]
    public void The_same_file_gives_the_same_mapping_and_the_same_batch()
    {
        var book = new Book().Sheet("一覧", [["番号", "事業名", "課", "R6決算額(千円)"], [1, "サンプル事業", "企画課", 10]]);
        string Once()
        {
            using var workbook = Shirube.Files.Workbooks.Workbook.Open(book.Xlsx(), "x.xlsx");
            return MappingFile.Write(MappingSuggestion.For(workbook).Mapping);
        }

        Once().ShouldBe(Once());
    }
}
