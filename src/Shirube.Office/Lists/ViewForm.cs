using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.Rendering;
using Shirube.Domain.Common;
using Shirube.Domain.Organization;

namespace Shirube.Office.Lists;

/// <summary>What a person says of a view.</summary>
public sealed class ViewForm
{
    [Display(Name = "名前")] public string? Name { get; set; }
    [Display(Name = "説明")] public string? Description { get; set; }
    /// <summary>owner, everyone, or the key of a department.</summary>
    [Display(Name = "使う人")] public string? For { get; set; }

    public static ViewForm Of(SavedView view, ListSetting setting) => new()
    {
        Name = view.Name,
        Description = view.Description,
        For = view.Audience switch { Audience.Owner => "owner", Audience.Everyone => "everyone", _ => setting.Facts.Departments.FirstOrDefault(d => d.Id == view.DepartmentId)?.Key.Value },
    };

    /// <summary>For whom it can be: oneself, one's departments and those above them, everybody.</summary>
    public static IReadOnlyList<SelectListItem> Audiences(ListSetting setting, IReadOnlySet<DepartmentId> units) =>
        [new("自分だけ", "owner"), .. setting.Facts.Departments.Where(d => units.Contains(d.Id)).Select(d => new SelectListItem($"{d.Name}の人(その下の部課を含む)", d.Key.Value)), new("全員", "everyone")];

    public void Write(SavedView view, ListSetting setting, IReadOnlySet<DepartmentId> units)
    {
        view.Describe(Name ?? "", Description);
        var department = setting.Facts.Departments.FirstOrDefault(d => d.Key.Value == For);
        (For is not (null or "" or "owner" or "everyone") && (department is null || !units.Contains(department.Id) && department.Id != view.DepartmentId) ? Refusals.DepartmentMissing : null).ThrowIfAny();
        view.ShareWith(For == "everyone" ? Audience.Everyone : department is null ? Audience.Owner : Audience.Department, department?.Id);
    }
}
