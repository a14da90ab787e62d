using System.Net.Sockets;
using Microsoft.Data.Sqlite;
using Npgsql;
using Shirube.Domain.Common;

namespace Shirube.Data;

/// <summary>What the machine under the database refuses: a full disk, a damaged file, a server that is down. No bug of the program, so it is said in a sentence with what to do.</summary>
public static class DatabaseTrouble
{
    private const int NoSpace = 28;
    private const int FileTooLarge = 27;
    private const int QuotaExceeded = 122;

    /// <summary>The sentence for a failure, however deep it lies; null where it is none of these.</summary>
    public static Refusal? In(Exception? failure) => failure switch
    {
        null => null,
        RefusalException refused => refused.Refusal,
        SqliteException sqlite => Of(sqlite),
        PostgresException postgres => Of(postgres),
        NpgsqlException or SocketException => In(failure.InnerException) ?? Refusals.DatabaseGone(failure.Message),
        UnauthorizedAccessException => Refusals.DatabaseClosedToUs(failure.Message),
        // why: on Unix the code of an IOException is the system's own number.
        IOException { HResult: NoSpace or FileTooLarge or QuotaExceeded } => Refusals.DiskFull(failure.Message),
        AggregateException many => many.InnerExceptions.Select(In).FirstOrDefault(r => r is not null),
        _ => In(failure.InnerException),
    };

    /// <summary>The sentence where it is the database or the disk that failed, and not something the person can put right by other input.</summary>
    public static Refusal? Under(Exception? failure) =>
        In(failure) is { } refusal && (failure is not RefusalException || refusal.Code.StartsWith("database-", StringComparison.Ordinal) || refusal.Code.StartsWith("disk-", StringComparison.Ordinal)) ? refusal : null;

    private static Refusal? Of(SqliteException failure) => failure.SqliteErrorCode switch
    {
        SQLitePCL.raw.SQLITE_CORRUPT or SQLitePCL.raw.SQLITE_NOTADB => Refusals.DatabaseDamaged(failure.Message),
        SQLitePCL.raw.SQLITE_FULL => Refusals.DiskFull(failure.Message),
        // why: the first to read lays a small file beside the database; there is no room for it.
        SQLitePCL.raw.SQLITE_IOERR when failure.SqliteExtendedErrorCode == SQLitePCL.raw.SQLITE_IOERR_SHMSIZE => Refusals.DiskFull(failure.Message),
        // why: reading failed, or writing did: SQLite says of the disk no more than that.
        SQLitePCL.raw.SQLITE_IOERR => Refusals.DiskFailing(failure.Message),
        SQLitePCL.raw.SQLITE_READONLY or SQLitePCL.raw.SQLITE_CANTOPEN or SQLitePCL.raw.SQLITE_PERM or SQLitePCL.raw.SQLITE_AUTH => Refusals.DatabaseClosedToUs(failure.Message),
        SQLitePCL.raw.SQLITE_BUSY or SQLitePCL.raw.SQLITE_LOCKED => Refusals.DatabaseBusy(failure.Message),
        _ => null,
    };

    private static Refusal? Of(PostgresException failure) => failure.SqlState switch
    {
        PostgresErrorCodes.DiskFull or PostgresErrorCodes.ConfigurationLimitExceeded => Refusals.DiskFull(failure.MessageText),
        PostgresErrorCodes.DataCorrupted or PostgresErrorCodes.IndexCorrupted => Refusals.DatabaseDamaged(failure.MessageText),
        PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown or PostgresErrorCodes.CannotConnectNow or PostgresErrorCodes.TooManyConnections
            or PostgresErrorCodes.InvalidCatalogName or PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification => Refusals.DatabaseGone(failure.MessageText),
        PostgresErrorCodes.InsufficientPrivilege or PostgresErrorCodes.ReadOnlySqlTransaction => Refusals.DatabaseClosedToUs(failure.MessageText),
        _ => null,
    };
}
