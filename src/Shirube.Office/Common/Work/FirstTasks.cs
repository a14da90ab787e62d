using Shirube.Domain.Organization;

namespace Shirube.Office.Common;

/// <summary>One step of a fresh municipality to its first release, with another way there where there is one; done when the data say so.</summary>
public sealed record FirstTask(string Words, string Address, string Hint, bool IsDone, Operation Needs, string? Or = null, string? OrAddress = null, Operation? OrNeeds = null);

/// <summary>はじめにすること: the way from an empty municipality to its first release.</summary>
public static class FirstTasks
{
    public static IReadOnlyList<FirstTask> Of(OfficeCounts n) =>
    [
        new("部課を登録する", "~/departments", "いまの年度の部と課です。Excelの一覧を取り込むときに、部課の列からつくることもできます。", n.Departments > 0, Operation.ManageDepartments, "Excelの一覧から取り込む", "~/imports", Operation.Import),
        new("職員を招待する", "~/people", "名前、役割、所属を入れると、招待のアドレスができます。相手はそこから自分でパスワードを決めます。", n.People > 1, Operation.ManagePeople),
        new("計画と事業を取り込む", "~/imports", "いまお使いのExcelの一覧から、計画の体系、事務事業、金額、指標をまとめて入れます。取り込む前に確かめられ、あとで取り消せます。", n.Projects > 0 && n.Items > 0, Operation.Import, "手で計画をつくる", "~/plans/new"),
        new("位置付けを確かめる", "~/projects?Filter.Item=none", "どの計画の項目にも置いていない事務事業がなくなると、終わりです。", n.Projects > 0 && n.WithoutPlace == 0, Operation.EditPlan),
        new("市民に見せる版を決める", "~/releases", "作業中の版は公表されません。取り込んだ進行中の計画は、そのまま公表できます。", n.PublicEditions > 0, Operation.Publish),
        new("中身を確かめて公表する", "~/releases/new", "何が市民に見えるようになるかをすべて確かめてから、公表します。公表するまで、市民には何も見えません。", n.ReleasedAtUtc is not null, Operation.Publish),
    ];
}
