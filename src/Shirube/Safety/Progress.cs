namespace Shirube.Safety;

/// <summary>Says on standard error how far a long command is; nothing where JSON was asked for.</summary>
internal sealed class Progress(bool quiet)
{
    public void Say(string text)
    {
        if (!quiet)
            Console.Error.WriteLine(text);
    }
}
