using System.CommandLine;
using Shirube.Data;

namespace Shirube.Commands;

/// <summary>A document that the command line makes.</summary>
/// <param name="Formats">Endings of files, with the point.</param>
/// <param name="Write">Returns how many rows or items it wrote.</param>
internal sealed record DocumentKind(string Name, string Title, IReadOnlyList<string> Formats, Func<AskedDocument, Stream, Task<int>> Write);

/// <summary>What is asked for: of which municipality, in which form.</summary>
internal sealed record AskedDocument(ParseResult Parsed, OfficeDb Db, string Municipality, string Format, DateOnly Today);
