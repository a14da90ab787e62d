using System.CommandLine;
using Shirube.Data;
using Shirube.Domain.Common;

namespace Shirube.Commands;

/// <summary>What a command is about: the data folder and the municipality in it.</summary>
internal static class Subject
{
    public static readonly Option<string> Municipality = new("--municipality") { Description = "団体コード(6桁)", HelpName = "CODE", Required = true };

    public static TimeProvider Clock => TimeProvider.System;

    public static string DataFolder(this ParseResult parsed) => parsed.GetValue(Options.Data)!.FullName;

    public static Catalogue Catalogue(this ParseResult parsed) => new(parsed.DataFolder(), Clock);

    /// <summary>The municipality named on the command line; one that is not registered is refused.</summary>
    public static Municipality MunicipalityIn(this ParseResult parsed, Catalogue catalogue)
    {
        var code = MunicipalityCode.Parse(parsed.GetRequiredValue(Municipality));
        return catalogue.Find(code) ?? throw new RefusalException(Refusals.MunicipalityUnknown(code));
    }
}
