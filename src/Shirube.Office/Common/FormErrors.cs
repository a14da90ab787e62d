using Microsoft.AspNetCore.Mvc.ModelBinding;
using Shirube.Domain.Common;

namespace Shirube.Office.Common;

/// <summary>Notes refusals at the fields of a form that they speak of, so that all of them are shown at once and lead there.</summary>
public sealed class FormErrors(ModelStateDictionary state)
{
    public bool Any => !state.IsValid;

    public void At(string field, Action write)
    {
        try
        {
            write();
        }
        catch (RefusalException refused)
        {
            state.AddModelError($"Form.{field}", refused.Refusal.ToString());
        }
    }

    /// <summary>Reads one typed text; what cannot be read is an error at its field.</summary>
    public T? Read<T>(string field, Func<T?> read)
    {
        T? found = default;
        At(field, () => found = read());
        return found;
    }
}
