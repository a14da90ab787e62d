namespace Shirube.Safety;

internal enum Health
{
    Ok,
    Caution,
    Fault,
}

/// <summary>What one check of the installation found, and what to do where it is not well.</summary>
internal sealed record Finding(string? Municipality, string Check, Health Health, string What, string? ToDo)
{
    public string Word => Health switch
    {
        Health.Ok => "OK  ",
        Health.Caution => "注意",
        _ => "異常",
    };
}
