using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Shirube.Domain.Common;

namespace Shirube.Data;

/// <summary>How one-field values of the domain lie in columns, decided once for every property of their type.</summary>
internal static class Conversions
{
    public static void Apply(ModelConfigurationBuilder builder)
    {
        foreach (var type in typeof(Aggregate).Assembly.GetTypes())
        {
            if (type.IsEnum)
                builder.Properties(type).HaveConversion<string>();
            else if (IsTypedId(type))
                builder.Properties(type).HaveConversion(typeof(IdConversion<>).MakeGenericType(type));
        }

        builder.Properties<FiscalYear>().HaveConversion<FiscalYearConversion>();
        builder.Properties<Yen>().HaveConversion<YenConversion>();
        builder.Properties<PublicKey>().HaveConversion<PublicKeyConversion>();
        builder.Properties<DateTime>().HaveConversion<UtcConversion>();
    }

    internal static bool IsTypedId(Type type) =>
        type.IsValueType && type.GetInterfaces().Any(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(ITypedId<>));

    // why: PostgreSQL keeps microseconds; a tick more in memory than in the column would look like a change.
    internal static DateTime Utc(DateTime at) =>
        at.Kind == DateTimeKind.Utc ? new(at.Ticks - at.Ticks % TimeSpan.TicksPerMicrosecond, DateTimeKind.Utc)
        : throw new InvalidOperationException($"{at:O} is not UTC.");

    private sealed class IdConversion<TId>() : ValueConverter<TId, Guid>(id => id.Value, value => Make(value))
        where TId : struct, ITypedId<TId>
    {
        // why: an expression tree may not name a static abstract member.
        private static TId Make(Guid value) => TId.From(value);
    }

    private sealed class FiscalYearConversion() : ValueConverter<FiscalYear, int>(year => year.Value, value => new FiscalYear(value));

    private sealed class YenConversion() : ValueConverter<Yen, long>(yen => yen.Value, value => new Yen(value));

    private sealed class PublicKeyConversion() : ValueConverter<PublicKey, string>(key => key.Value, value => new PublicKey(value));

    private sealed class UtcConversion() : ValueConverter<DateTime, DateTime>(at => Utc(at), at => DateTime.SpecifyKind(at, DateTimeKind.Utc));
}
