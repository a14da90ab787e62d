using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Shirube.Data;

/// <summary>Names in the database are lower case with underscores, so that a person at a SQL prompt needs no quotes.</summary>
internal static partial class SnakeCase
{
    public static string Of(string name) => Hump().Replace(name, "$1_$2").ToLowerInvariant();

    public static void Apply(ModelBuilder model)
    {
        foreach (var entity in model.Model.GetEntityTypes())
        {
            foreach (var property in entity.GetProperties())
                property.SetColumnName(Of(property.Name));
            foreach (var complex in entity.GetComplexProperties())
                foreach (var property in complex.ComplexType.GetProperties())
                    property.SetColumnName($"{Of(complex.Name)}_{Of(property.Name)}");
        }

        // why: default names of keys and indexes are made of column names, which are final only now.
        foreach (var entity in model.Model.GetEntityTypes())
            NameConstraints(entity);
    }

    private static void NameConstraints(IMutableEntityType entity)
    {
        foreach (var key in entity.GetKeys())
            key.SetName(key.GetDefaultName()?.ToLowerInvariant());
        foreach (var foreign in entity.GetForeignKeys())
            foreign.SetConstraintName(foreign.GetDefaultName()?.ToLowerInvariant());
        foreach (var index in entity.GetIndexes())
            index.SetDatabaseName(index.GetDefaultDatabaseName()?.ToLowerInvariant());
    }

    [GeneratedRegex("([a-z0-9])([A-Z])")]
    private static partial Regex Hump();
}
