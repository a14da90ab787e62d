using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Domain.Organization;
using Shirube.Files.Organization;
using Shirube.Files.Workbooks;
using Shirube.Ui.Text;

namespace Shirube.Office.Organization;

/// <summary>Staff lists in and out: the draft of a transfer from an uploaded file, what it would do now, and the list of today to start from.</summary>
internal static class Transfers
{
    public const long Largest = 5 * 1024 * 1024;

    public static async Task<Transfer> Draft(IFormFile file, DateOnly effective, PersonId by, DateTime atUtc)
    {
        if (file.Length > Largest)
            throw new RefusalException(Refusals.UploadTooLarge(file.FileName, Largest));
        // why: a workbook is read back and forth, an upload only forth.
        using var content = new MemoryStream();
        await file.CopyToAsync(content);
        using var workbook = Workbook.Open(content, file.FileName);
        return Transfer.Draft(workbook.FileName, effective, JsonSerializer.Serialize(StaffList.Read(workbook)), by, atUtc);
    }

    /// <summary>What a draft would do to the people as they are now.</summary>
    public static TransferPlan PlanOf(Transfer transfer, IReadOnlyList<Person> people, IReadOnlyList<Department> departments) =>
        TransferPlan.Of(JsonSerializer.Deserialize<List<TransferRow>>(transfer.RowsJson)!, people, departments, Role, transfer.Effective);

    /// <summary>Everybody who has a post on a day or later, one row for each post, in the columns that are read back.</summary>
    public static async Task<IReadOnlyList<IReadOnlyList<string?>>> Today(OfficeDb db, DateOnly day)
    {
        var people = await db.People.AsNoTracking().Include(p => p.Assignments).Where(p => p.Assignments.Any(a => a.From <= day && (a.To == null || a.To >= day))).OrderBy(p => p.StaffNumber).ThenBy(p => p.Name).ThenBy(p => p.Id).ToListAsync();
        var departments = await db.Departments.AsNoTracking().ToDictionaryAsync(d => d.Id);
        var posts = from person in people
                    from post in person.Assignments.Where(a => a.HoldsOn(day)).OrderBy(a => !a.IsMain).ThenBy(a => a.From)
                    let unit = post.DepartmentId is { } id ? departments[id] : null
                    select (IReadOnlyList<string?>)[person.StaffNumber, person.Name, unit?.Code, unit?.Name, Names.Of(post.Role), post == person.MainOn(day) ? "" : "兼務", ""];
        return [StaffList.Headings, .. posts];
    }

    private static Role? Role(string text) => RoleNames.TryParse(text);
}
