namespace Shirube.Domain.Common;

public static partial class Refusals
{
    public static Refusal NameMissing(string what) => new("name-missing", $"{what}が空です。", "名前を入力してください。");

    public static Refusal EndBeforeBegin(string what) => new("end-before-begin", $"{what}の終わりが始まりより前です。", "始まりと終わりを確かめてください。");

    public static Refusal DepartmentCycle(string name) => new("department-cycle", $"部課「{name}」を、その下にある部課の下へ移すことはできません。", "別の上位部課を選んでください。");

    public static readonly Refusal RoleNeedsDepartment = new("role-needs-department", "この役割には部課が必要です。", "所属する部課を選んでください。");
}
