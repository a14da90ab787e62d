namespace Shirube.Data;

/// <summary>The bytes of figures, each once, under their hash. They never change; the change log names them by it.</summary>
public sealed class Picture
{
    public Picture(string sha256, byte[] content)
    {
        Sha256 = sha256;
        Content = content;
    }

    public string Sha256 { get; private set; }
    public byte[] Content { get; private set; }
}
