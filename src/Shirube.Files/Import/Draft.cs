using Shirube.Domain.Common;
using Shirube.Domain.Projects;

namespace Shirube.Files.Import;

/// <summary>A project being read: what its row says before the names of items and departments are settled over the whole file.</summary>
internal sealed record Draft(SourceRow Source, string? Number, string Name, FiscalYear? Year)
{
    public IReadOnlyList<Written> Department { get; init; } = [];
    public IReadOnlyList<LevelText> Levels { get; init; } = [];
    public ImportedProject Facts { get; init; } = new(Source, Number, Name, Year, [], null, null, null, null, null, null, ProjectPeriod.Unknown, ProjectText.Empty, null, [], [], [], [], null);
    public List<BudgetCode> BudgetLines { get; } = [];
    public List<ImportedIndicator> Indicators { get; } = [];
    public int Rows { get; set; } = 1;
}

/// <summary>A text and the cell it stands in.</summary>
internal sealed record Written(string Text, Place Place);

/// <summary>What a row says of one level of the tree.</summary>
internal sealed record LevelText(string? Code, string Title, Place Place);
