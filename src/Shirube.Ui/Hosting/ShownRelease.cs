namespace Shirube.Ui.Hosting;

/// <summary>The release a public page is made from; a feature of the HttpContext. <see cref="AsOf"/> is the day asked for, null when the current one is shown.</summary>
public sealed record ShownRelease(string Id, DateOnly PublishedOn, DateOnly? AsOf);
