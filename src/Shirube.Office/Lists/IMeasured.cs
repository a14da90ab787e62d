namespace Shirube.Office.Lists;

/// <summary>A field whose values are compared and summed, for whoever adds them up outside the database.</summary>
internal interface IMeasured
{
    /// <summary>The value that sums amount to.</summary>
    object? Amount(IReadOnlyList<object?> sums);

    /// <summary>Whether an amount (null where there is none) meets a condition.</summary>
    Func<object?, bool> Test(Comparison comparison, string value);
}
