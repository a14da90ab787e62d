using System.ComponentModel.DataAnnotations;
using Shirube.Domain.Common;

namespace Shirube.Office.Common;

/// <summary>The field holds a fiscal year as people write it, or nothing; the refusal then stands at the field.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class TypedYearAttribute : ValidationAttribute
{
    protected override ValidationResult? IsValid(object? value, ValidationContext validationContext)
    {
        try
        {
            Typed.Year(value as string);
            return ValidationResult.Success;
        }
        catch (RefusalException refused)
        {
            return new(refused.Refusal.ToString());
        }
    }
}
