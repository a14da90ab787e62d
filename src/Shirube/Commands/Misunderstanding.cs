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
        return parsed.Errors[0].SymbolResult switch
        {
            OptionResult { Option: var option } result => result.Tokens.Count == 0 ? $"{option.Name} の値がありません。" : $"{option.Name} に「{result.Tokens[^1].Value}」は指定できません。",
            ArgumentResult { Argument: var argument } result => result.Tokens.Count == 0 ? $"{argument.HelpName ?? argument.Name} がありません。" : $"{argument.HelpName ?? argument.Name} に「{result.Tokens[^1].Value}」は指定できません。",
            _ => Missing(parsed) is { } missing ? $"{missing} がありません。" : $"指定を読み取れません({parsed.Errors[0].Message})。",
        };
    }

    private static string? Missing(ParseResult parsed) =>
        parsed.CommandResult.Command.Arguments.FirstOrDefault(a => a.Arity.MinimumNumberOfValues > 0 && parsed.GetResult(a)?.Tokens.Count is null or 0) is { } argument ? argument.HelpName ?? argument.Name
        : parsed.CommandResult.Command.Options.FirstOrDefault(o => o.Required && parsed.GetResult(o) is null)?.Name;
}
