namespace Shirube.Domain.Common;

/// <summary>団体コード: six digits, the last a check digit over the first five (総務省's mod-11 rule; 奥州市 is 032158).</summary>
public readonly record struct MunicipalityCode
{
    private MunicipalityCode(string value) => Value = value;

    public string Value { get; }

    /// <summary>Why a text is no code, or nothing when it is one.</summary>
    public static Refusal? WhyNot(string? text) =>
        text is null || text.Length != 6 || !text.All(char.IsAsciiDigit) ? Refusals.MunicipalityCodeMalformed(text ?? "")
        : CheckDigit(text) != text[5] - '0' ? Refusals.MunicipalityCodeCheckDigit(text) : null;

    /// <summary>Throws a <see cref="RefusalException"/> when the text is no code.</summary>
    public static MunicipalityCode Parse(string? text)
    {
        WhyNot(text).ThrowIfAny();
        return new(text!);
    }

    private static int CheckDigit(string digits)
    {
        var sum = 0;
        for (var i = 0; i < 5; i++)
            sum += (digits[i] - '0') * (6 - i);
        return sum < 11 ? (11 - sum) % 10 : (11 - sum % 11) % 10;
    }

    public override string ToString() => Value;
}
