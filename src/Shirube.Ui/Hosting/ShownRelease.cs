namespace Shirube.Ui.Hosting;

/// <summary>The release a public page is made from; a feature of the HttpContext. <see cref="AsOf"/> is the day asked for, null when the current one is shown.</summary>
/// <param name="HasResults">Whether it holds results of the evaluation.</param>
public sealed record ShownRelease(string Id, DateOnly PublishedOn, DateOnly? AsOf, bool HasResults);
