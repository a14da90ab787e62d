using System.Text;

namespace Shirube.Data;

/// <summary>Rows as CSV (RFC 4180, UTF-8, line feeds). Text always stands in quotes, so that an empty text and nothing at all are told apart.</summary>
internal static class CopyRows
{
    public static void Write(TextWriter to, IReadOnlyList<ColumnShape> columns, string?[] row)
    {
        for (var i = 0; i < columns.Count; i++)
        {
            if (i > 0)
                to.Write(',');
            if (row[i] is not { } value)
                continue;
            if (columns[i].Kind == CopyKind.Text)
                Quote(to, value);
            else
                to.Write(value);
        }

        to.Write('\n');
    }

    public static void WriteHeading(TextWriter to, IEnumerable<string> names)
    {
        to.Write(string.Join(',', names));
        to.Write('\n');
    }

    /// <summary>The rows after the heading, each in the same array; a text cut in the middle throws a <see cref="FormatException"/>.</summary>
    public static IEnumerable<string?[]> Read(TextReader from, int columns)
    {
        var row = new string?[columns];
        while (from.Peek() >= 0)
        {
            for (var i = 0; i < columns; i++)
            {
                row[i] = Field(from, out var end);
                if (end != (i == columns - 1 ? '\n' : ','))
                    throw new FormatException("A row has another number of fields than the heading.");
            }

            yield return row;
        }
    }

    private static void Quote(TextWriter to, string value)
    {
        to.Write('"');
        to.Write(value.Contains('"') ? value.Replace("\"", "\"\"", StringComparison.Ordinal) : value);
        to.Write('"');
    }

    private static string? Field(TextReader from, out int end)
    {
        var text = new StringBuilder();
        if (from.Peek() != '"')
        {
            while ((end = from.Read()) is not (',' or '\n' or -1))
                text.Append((char)end);
            return text.Length == 0 ? null : text.ToString();
        }

        _ = from.Read();
        while (true)
        {
            var next = from.Read();
            if (next < 0)
                throw new FormatException("A text in quotes does not end.");
            if (next == '"' && from.Peek() != '"')
                break;
            text.Append((char)next);
            if (next == '"')
                _ = from.Read();
        }

        end = from.Read();
        return text.ToString();
    }
}
