using Shirube.Domain.Common;

namespace Shirube.Demonstration;

/// <summary>How much of everything an invented municipality has.</summary>
public sealed record SampleSize(MunicipalityCode Code, string Name, int Divisions, int SectionsPerDivision, int People, int Policies, int MeasuresPerPolicy, int BasicsPerMeasure, int Projects, int Indicators)
{
    // why: prefecture 99 does not exist, so that neither code can be a real municipality's.
    public static readonly SampleSize City = new(MunicipalityCode.Parse("990019"), "サンプル市", 10, 4, 300, 8, 4, 3, 400, 600);
    public static readonly SampleSize Huge = new(MunicipalityCode.Parse("990027"), "サンプル大市", 20, 5, 1_000, 25, 7, 16, 2_000, 3_000);

    public int Sections => Divisions * SectionsPerDivision;
    public int Items => Policies * (1 + MeasuresPerPolicy * (1 + BasicsPerMeasure));
}
