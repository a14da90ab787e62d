using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Npgsql;
using Shirube.Data;

namespace Given;

/// <summary>A PostgreSQL cluster of this test process, from Debian's packages: made when first asked for, gone when the process is.</summary>
public sealed class PostgresServer
{
    private const string Binaries = "/usr/lib/postgresql/15/bin";
    private const string User = "shirube";

    // why: the shell stops the server and removes its folder when our end of the pipe closes, which it does however this process ends.
    private const string Guard = """
        folder=$1; port=$2; bin=$3
        as() { if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi; }
        mkdir -p "$folder/socket" && if [ "$(id -u)" = 0 ]; then chown -R postgres "$folder"; fi
        cd "$folder"
        as "$bin/initdb" -D "$folder/data" -U shirube -A trust --locale=C.utf8 -E UTF8 --no-sync >"$folder/initdb.log" 2>&1 || { cat "$folder/initdb.log" >&2; exit 1; }
        as "$bin/pg_ctl" -D "$folder/data" -w -t 60 -l "$folder/server.log" -o "-p $port -k $folder/socket -c listen_addresses=127.0.0.1 -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=300 -c shared_buffers=64MB" start >/dev/null 2>&1 || { cat "$folder/server.log" >&2; exit 1; }
        echo ready
        read -r _ || true
        as "$bin/pg_ctl" -D "$folder/data" -m immediate stop >/dev/null 2>&1
        cd / && rm -rf "$folder"
        """;

    private static readonly Lazy<PostgresServer> Running = new(Start);

    private readonly string server;
    private readonly Lazy<string> template;

    private PostgresServer(string server)
    {
        this.server = server;
        template = new(MakeTemplate);
    }

    public static PostgresServer Instance => Running.Value;

    /// <summary>The connection of a new database with the office's tables.</summary>
    public string NewOffice() => NewDatabase(template.Value);

    /// <summary>The connection of a new, empty database.</summary>
    public string NewEmpty() => NewDatabase("template1");

    private string NewDatabase(string from)
    {
        var name = $"t{Guid.NewGuid():N}";
        lock (template)
            Run($"CREATE DATABASE {name} TEMPLATE {from}");
        return Connection(name);
    }

    private string MakeTemplate()
    {
        const string name = "office_template";
        Run($"CREATE DATABASE {name}");
        var connection = Connection(name) + ";Pooling=false";
        OfficeDatabase.Postgres(connection, TimeProvider.System).Upgrade();
        return name;
    }

    private void Run(string sql)
    {
        using var connection = new NpgsqlConnection(Connection("postgres") + ";Pooling=false");
        connection.Open();
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }

    private string Connection(string database) => $"{server};Database={database};Maximum Pool Size=40;Timeout=60;Command Timeout=120;Include Error Detail=true";

    private static PostgresServer Start()
    {
        if (!File.Exists($"{Binaries}/initdb"))
            throw new InvalidOperationException("PostgreSQL 15 is not installed: apt-get install postgresql-15 (./test does it).");
        for (var tries = 0; ; tries++)
        {
            var port = FreePort();
            var folder = Path.Combine(Path.GetTempPath(), $"shirube-pg-{Guid.NewGuid():N}");
            var guard = Process.Start(new ProcessStartInfo("/bin/bash", ["-c", Guard, "guard", folder, port.ToString(CultureInfo.InvariantCulture), Binaries])
            {
                RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false,
            })!;
            var errors = guard.StandardError.ReadToEndAsync();
            if (guard.StandardOutput.ReadLine() == "ready")
            {
                AppDomain.CurrentDomain.ProcessExit += (_, _) => Stop(guard);
                return new($"Host=127.0.0.1;Port={port};Username={User}");
            }

            // why: between our look and the server's start somebody else may have taken the port.
            if (tries == 2)
                throw new InvalidOperationException($"PostgreSQL did not start: {errors.Result}");
        }
    }

    private static void Stop(Process guard)
    {
        guard.StandardInput.Close();
        guard.WaitForExit(10_000);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
