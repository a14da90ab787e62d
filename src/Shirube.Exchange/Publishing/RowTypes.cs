using System.Collections.Concurrent;
using System.Data;
using System.Globalization;
using System.Reflection;
using Dapper;
using Shirube.Domain.Common;

namespace Shirube.Exchange.Publishing;

/// <summary>Lets Dapper read a release into records of domain values.</summary>
internal static class RowTypes
{
    private static readonly ConcurrentDictionary<Type, SqlMapper.ITypeMap> Maps = new();
    private static readonly Lock Gate = new();
    private static bool registered;

    public static void Register()
    {
        lock (Gate)
        {
            if (registered)
                return;
            registered = true;
        }
        DefaultTypeMap.MatchNamesWithUnderscores = true;
        SqlMapper.TypeMapProvider = type => Maps.GetOrAdd(type, t => RecordMap.Fits(t) ? new RecordMap(t) : new DefaultTypeMap(t));
        // why: SQLite names the type of a value, not of a column, so every number may come as the other.
        SqlMapper.AddTypeHandler(new As<int>(v => Convert.ToInt32(v, CultureInfo.InvariantCulture)));
        SqlMapper.AddTypeHandler(new As<long>(v => Convert.ToInt64(v, CultureInfo.InvariantCulture)));
        SqlMapper.AddTypeHandler(new As<double>(v => Convert.ToDouble(v, CultureInfo.InvariantCulture)));
        SqlMapper.AddTypeHandler(new As<bool>(v => Convert.ToInt64(v, CultureInfo.InvariantCulture) != 0));
        SqlMapper.AddTypeHandler(new As<decimal>(v => Convert.ToDecimal(v, CultureInfo.InvariantCulture)));
        SqlMapper.AddTypeHandler(new As<DateOnly>(v => DateOnly.ParseExact((string)v, "yyyy-MM-dd", CultureInfo.InvariantCulture)));
        SqlMapper.AddTypeHandler(new As<FiscalYear>(v => new((int)(long)v)));
        SqlMapper.AddTypeHandler(new As<Yen>(v => new((long)v)));
        SqlMapper.AddTypeHandler(new As<PublicKey>(v => new((string)v)));
    }

    private sealed class As<T>(Func<object, T> read) : SqlMapper.TypeHandler<T>
    {
        public override T Parse(object value) => read(value);
        public override void SetValue(IDbDataParameter parameter, T? value) => parameter.Value = ReleaseSchema.Cell(value) ?? DBNull.Value;
    }

    /// <summary>Fills the one constructor of a record, whatever types SQLite reports.</summary>
    private sealed class RecordMap(Type type) : SqlMapper.ITypeMap
    {
        private readonly ConstructorInfo constructor = type.GetConstructors()[0];

        public static bool Fits(Type type) => type is { IsPrimitive: false, IsEnum: false } && type != typeof(string) && Nullable.GetUnderlyingType(type) is null
            && type.GetConstructors() is [{ } only] && only.GetParameters().Length > 0;

        public ConstructorInfo? FindConstructor(string[] names, Type[] types) => constructor.GetParameters().Length == names.Length ? constructor
            : throw new InvalidOperationException($"{type.Name} has {constructor.GetParameters().Length} values, the query {names.Length}: {string.Join(", ", names)}.");

        public ConstructorInfo? FindExplicitConstructor() => null;
        public SqlMapper.IMemberMap? GetConstructorParameter(ConstructorInfo constructor, string columnName) => new Parameter(columnName,
            constructor.GetParameters().FirstOrDefault(p => string.Equals(p.Name, columnName.Replace("_", "", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase))
            ?? throw new InvalidOperationException($"{type.Name} has no value for the column {columnName}."));
        public SqlMapper.IMemberMap? GetMember(string columnName) => null;
    }

    private sealed record Parameter(string ColumnName, ParameterInfo Info) : SqlMapper.IMemberMap
    {
        public Type MemberType => Info.ParameterType;
        PropertyInfo? SqlMapper.IMemberMap.Property => null;
        FieldInfo? SqlMapper.IMemberMap.Field => null;
        ParameterInfo? SqlMapper.IMemberMap.Parameter => Info;
    }
}
