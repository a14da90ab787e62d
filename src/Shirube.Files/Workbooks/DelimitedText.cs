using System.Text;

namespace Shirube.Files.Workbooks;

/// <summary>Records of delimited text: quoted fields may hold delimiters, doubled quotes and line breaks; a quote inside an unquoted field is an ordinary character.</summary>
internal static class DelimitedText
{
    public static IEnumerable<List<string>> Records(TextReader reader, char delimiter)
    {
        var fields = new List<string>();
        var field = new StringBuilder();
        var isEmpty = true;
        for (int read; (read = reader.Read()) >= 0;)
        {
            var letter = (char)read;
            isEmpty = false;
            if (letter == '"' && field.Length == 0)
                ReadQuoted(reader, field);
            else if (letter == delimiter)
                Close(fields, field);
            else if (letter is '\r' or '\n')
            {
                if (letter == '\r' && reader.Peek() == '\n')
                    _ = reader.Read();
                Close(fields, field);
                yield return fields;
                (fields, isEmpty) = ([], true);
            }
            else
                field.Append(letter);
        }

        if (isEmpty)
            yield break;
        Close(fields, field);
        yield return fields;
    }

    private static void ReadQuoted(TextReader reader, StringBuilder field)
    {
        for (int read; (read = reader.Read()) >= 0;)
        {
            if (read != '"')
                field.Append((char)read);
            else if (reader.Peek() == '"')
                field.Append((char)reader.Read());
            else
                return;
        }
    }

    private static void Close(List<string> fields, StringBuilder field)
    {
        fields.Add(field.ToString());
        field.Clear();
    }
}
