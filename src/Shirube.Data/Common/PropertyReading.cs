using Microsoft.EntityFrameworkCore.Metadata;

namespace Shirube.Data;

/// <summary>Reads a mapped property from an object that nothing tracks.</summary>
internal static class PropertyReading
{
    /// <summary>The value, or null where the property belongs to a fact that is not there.</summary>
    public static object? Of(IProperty property, object row)
    {
        var holder = property.DeclaringType is IComplexType { ComplexProperty: var fact } ? fact.GetGetter().GetClrValue(row) : row;
        return holder is null ? null : property.GetGetter().GetClrValue(holder);
    }
}
