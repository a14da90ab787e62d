using System.Text;

namespace Shirube.Files.Workbooks;

/// <summary>Which encoding a text file has: its mark, or the first of UTF-8 and code page 932 in which every byte makes sense.</summary>
internal static class TextEncoding
{
    public static Encoding? Of(Stream stream)
    {
        stream.Position = 0;
        var head = new byte[3];
        var read = stream.ReadAtLeast(head, 3, throwOnEndOfStream: false);
        if (read == 3 && head is [0xEF, 0xBB, 0xBF])
            return Encoding.UTF8;
        if (read >= 2 && head is [0xFF, 0xFE, _])
            return Encoding.Unicode;
        if (read >= 2 && head is [0xFE, 0xFF, _])
            return Encoding.BigEndianUnicode;
        var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
        var japanese = Encoding.GetEncoding(932, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
        return Decodes(stream, utf8) ? utf8 : Decodes(stream, japanese) ? Encoding.GetEncoding(932) : null;
    }

    private static bool Decodes(Stream stream, Encoding encoding)
    {
        stream.Position = 0;
        var decoder = encoding.GetDecoder();
        var bytes = new byte[1 << 16];
        var letters = new char[encoding.GetMaxCharCount(bytes.Length)];
        try
        {
            int read;
            while ((read = stream.Read(bytes)) > 0)
                decoder.GetChars(bytes, 0, read, letters, 0, flush: false);
            decoder.GetChars(bytes, 0, 0, letters, 0, flush: true);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }
}
