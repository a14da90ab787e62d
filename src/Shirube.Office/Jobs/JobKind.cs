using Shirube.Domain.Common;
using Shirube.Domain.Organization;

namespace Shirube.Office.Jobs;

/// <summary>A kind of long work and what does it: returns the result as JSON, or throws a refusal.</summary>
public sealed record JobKind(string Name, Func<RunningJob, CancellationToken, Task<string>> Run);

/// <summary>A job while it runs: what was asked, by whom and where, and how it tells how far it is.</summary>
public sealed record RunningJob(MunicipalityCode Municipality, Guid Id, string PayloadJson, PersonId? By, Func<string, Task> Tell);
