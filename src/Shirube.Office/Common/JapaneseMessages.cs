using Microsoft.AspNetCore.Mvc;

namespace Shirube.Office.Common;

/// <summary>What the framework says when a form's text does not fit its field.</summary>
internal static class JapaneseMessages
{
    public static void Set(MvcOptions options)
    {
        var words = options.ModelBindingMessageProvider;
        words.SetAttemptedValueIsInvalidAccessor((value, _) => $"「{value}」は使えません。入力し直してください。");
        words.SetNonPropertyAttemptedValueIsInvalidAccessor(value => $"「{value}」は使えません。入力し直してください。");
        words.SetUnknownValueIsInvalidAccessor(_ => "この値は使えません。入力し直してください。");
        words.SetNonPropertyUnknownValueIsInvalidAccessor(() => "この値は使えません。入力し直してください。");
        words.SetValueIsInvalidAccessor(value => $"「{value}」は使えません。入力し直してください。");
        words.SetValueMustNotBeNullAccessor(_ => "入力してください。");
        words.SetMissingBindRequiredValueAccessor(_ => "入力してください。");
        words.SetMissingKeyOrValueAccessor(() => "入力してください。");
        words.SetMissingRequestBodyRequiredValueAccessor(() => "送られた内容が空です。");
        words.SetValueMustBeANumberAccessor(_ => "数字で入力してください。");
        words.SetNonPropertyValueMustBeANumberAccessor(() => "数字で入力してください。");
    }
}
