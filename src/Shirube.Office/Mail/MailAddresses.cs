using System.Text.RegularExpressions;
using Shirube.Domain.Common;

namespace Shirube.Office.Mail;

/// <summary>What is taken as a mail address: plain ASCII, so that nothing else can get into a header.</summary>
internal static partial class MailAddresses
{
    private const int Longest = 200;

    public static Refusal? WhyNot(string address) => address.Length <= Longest && Plain().IsMatch(address) ? null : Refusals.MailAddressMalformed(address);

    [GeneratedRegex(@"\A[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@([A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?\.)*[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?\z", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Plain();
}
