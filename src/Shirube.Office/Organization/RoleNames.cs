using Shirube.Domain.Common;
using Shirube.Domain.Organization;
using Shirube.Ui.Text;

namespace Shirube.Office.Organization;

/// <summary>Roles as people type them: the code word (planning-office, PlanningOffice) or the Japanese name.</summary>
public static class RoleNames
{
    public static Role Parse(string text) => TryParse(text) ?? throw new RefusalException(Refusals.RoleUnknown(text));

    /// <summary>Null where it is no role.</summary>
    public static Role? TryParse(string text)
    {
        var plain = text.Trim().Replace("-", "", StringComparison.Ordinal);
        return Enum.GetValues<Role>().Where(r => plain.Equals(r.ToString(), StringComparison.OrdinalIgnoreCase) || plain == Names.Of(r)).Cast<Role?>().FirstOrDefault();
    }
}
