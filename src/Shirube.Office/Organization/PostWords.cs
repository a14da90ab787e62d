using Shirube.Domain.Organization;
using Shirube.Ui.Text;

namespace Shirube.Office.Organization;

internal static class PostWords
{
    /// <summary>入力担当(こども家庭課)</summary>
    public static string Of(Assignment post, IReadOnlyDictionary<DepartmentId, string> departments) =>
        post.DepartmentId is { } department ? $"{Names.Of(post.Role)}({departments.GetValueOrDefault(department, "?")})" : Names.Of(post.Role);
}
