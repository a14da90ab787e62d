using System.CommandLine;
using Shirube.Data;
using Shirube.Domain.Common;
using Shirube.Safety;

namespace Shirube.Commands;

/// <summary>What a command is about: the data folder and the municipality in it.</summary>
internal static class Subject
{
    public static readonly Option<string> Municipality = new("--municipality") { Description = "団体コード(6桁)", HelpName = "CODE", Required = true };

    public static readonly Option<string?> MunicipalityIfAny = new("--municipality") { Description = "団体コード(6桁)。なければすべての団体", HelpName = "CODE" };

    // why: held until the process ends; a command that replaces what lies in the folder then says that somebody is at work.
    private static IDisposable? inUse;

    public static TimeProvider Clock => TimeProvider.System;

    public static string DataFolder(this ParseResult parsed) => parsed.GetValue(Options.Data)!.FullName;

    public static Catalogue Catalogue(this ParseResult parsed)
    {
        inUse ??= InUse.Together(parsed.DataFolder());
        return parsed.CatalogueAlone();
    }

    /// <summary>For a command that sees to it itself that nobody else is at work.</summary>
    public static Catalogue CatalogueAlone(this ParseResult parsed) => SafeUpgrade.Catalogue(parsed.DataFolder(), Clock, parsed.Progress());

    public static Progress Progress(this ParseResult parsed) => new(parsed.GetValue(Options.Json));

    /// <summary>The municipality named on the command line; one that is not registered is refused.</summary>
    public static Municipality MunicipalityIn(this ParseResult parsed, Catalogue catalogue)
    {
        var code = MunicipalityCode.Parse(parsed.GetRequiredValue(Municipality));
        return catalogue.Find(code) ?? throw new RefusalException(Refusals.MunicipalityUnknown(code));
    }

    public static MunicipalityCode? CodeIfAny(this ParseResult parsed) => parsed.GetValue(MunicipalityIfAny) is { } code ? MunicipalityCode.Parse(code) : null;

    /// <summary>The municipality named, or all of them.</summary>
    public static IReadOnlyList<Municipality> MunicipalitiesIn(this ParseResult parsed, Catalogue catalogue) =>
        parsed.CodeIfAny() is not { } code ? catalogue.All : [catalogue.Find(code) ?? throw new RefusalException(Refusals.MunicipalityUnknown(code))];
}
