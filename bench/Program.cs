using System.Globalization;
using System.Text;
using Bench;

CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = new("ja-JP");
Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
if (args is [ServedProcess.Word, var folder])
    return await ServedProcess.Run(folder);

var plan = Plan.Read(args);
if (plan.Unknown is { } unknown)
{
    await Console.Error.WriteLineAsync($"「{unknown}」という測定はありません。あるのは {string.Join("、", Plan.Names)} です。");
    return 1;
}

var results = new Results();
await foreach (var outcome in plan.Run())
{
    Console.WriteLine(outcome.Words);
    if (!plan.Quick)
        results.Keep(outcome);
}

if (!plan.Quick)
    results.WriteTable();
return 0;
