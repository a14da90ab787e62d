namespace Shirube.Domain.Common;

public static partial class Refusals
{
    public static Refusal ViewOfAnotherDepartment(string name) => new("view-of-another-department", $"ビュー「{name}」は、いまあなたがいない部課の人に共有されています。", "共有した人に、全員に共有してもらうか、自分でビューを保存してください。");

    public static Refusal ViewOfAnother(string name) => new("view-of-another", $"ビュー「{name}」は、ほかの人のものです。", "同じ条件を自分のビューとして保存してください。");

    public static Refusal ViewStillKept(string name) => new("view-still-kept", $"ビュー「{name}」を共有した人は、いまも共有先にいるので、引き継げません。", "本人に直してもらうか、自分のビューとして保存してください。");
}
