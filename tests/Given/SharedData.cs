namespace Given;

/// <summary>Real files of other cities that lie beside a checkout and never in it. Tests that read them skip where they are absent.</summary>
public static class SharedData
{
    public static string? Find(string path)
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            var candidate = Path.Combine(at.FullName, "shared", "data", path);
            if (File.Exists(candidate))
                return candidate;
        }

        return null;
    }
}
