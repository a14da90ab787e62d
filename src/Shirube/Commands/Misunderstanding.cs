using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;

namespace Shirube.Commands;

/// <summary>What the command line could not understand, in one sentence.</summary>
internal static class Misunderstanding
{
    public static string? In(ParseResult parsed)
    {
        if (parsed.Errors.Count == 0 || parsed.Action is HelpAction)
            return null;
        var help = parsed.CommandResult.Command is RootCommand ? "./shirube --help" : $"./shirube {parsed.CommandResult.Command.Name} --help";
        return $"{Sentence(parsed)}使い方は {help} で確かめてください。";
    }

    private static string Sentence(ParseResult parsed)
    {
        if (parsed.UnmatchedTokens is [var unknown, ..])
            return unknown.StartsWith('-') ? $"「{unknown}」という指定はありません。"
                : parsed.CommandResult.Command is RootCommand ? $"「{unknown}」という命令はありません。" : $"「{unknown}」は余分です。";
        if (Missing(parsed) is { } missing)
            return $"{missing} がありません。";
        return parsed.Errors[0].SymbolResult switch
        {
            OptionResult { Option: var option, Tokens: [.., var given] } => $"{option.Name} に「{given.Value}」は指定できません。",
            OptionResult { Option: var option } => $"{option.Name} の値がありません。",
            ArgumentResult { Argument: var argument, Tokens: [.., var given] } => $"{argument.Name} に「{given.Value}」は指定できません。",
            _ => $"指定を読み取れません({parsed.Errors[0].Message})。",
        };
    }

    private static string? Missing(ParseResult parsed) =>
        parsed.CommandResult.Command.Arguments.FirstOrDefault(a => a.Arity.MinimumNumberOfValues > 0 && parsed.GetResult(a)?.Tokens.Count is null or 0)?.Name
        ?? parsed.CommandResult.Command.Options.FirstOrDefault(o => o.Required && parsed.GetResult(o)?.IdentifierToken is null)?.Name;
}
