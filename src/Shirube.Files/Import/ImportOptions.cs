using Shirube.Domain.Common;

namespace Shirube.Files.Import;

/// <summary>Into which municipality, and the year the file counts from where neither its cells nor the mapping's headings say it.</summary>
public sealed record ImportOptions(MunicipalityCode Municipality, FiscalYear? FiscalYear = null);
