using Shirube.Domain.Common;
using Shirube.Exchange.Publishing;
using Shouldly;
using Xunit;

namespace Shirube.Exchange.Tests.Publishing;

public sealed class VerificationTests : IDisposable
{
    private readonly City city = new();

    public void Dispose() => city.Dispose();

    private VerificationResult Verify() => new ReleaseVerification(city.DataDir).Verify(City.Code);

    private void ShouldBeSound(int releases, int withdrawn)
    {
        var result = Verify();
        result.Findings.ShouldBeEmpty();
        (result.Releases, result.Withdrawn).ShouldBe((releases, withdrawn));
    }

    private void PublishThree()
    {
        city.Publish();
        city.Publish(City.Content("橋りょう補修事業"));
        city.Clock.Now = city.Clock.Now.AddDays(1);
        city.Publish(City.Content("公園整備事業"));
    }

    [Fact]
    public void Releases_as_they_were_published_are_sound()
    {
        ShouldBeSound(releases: 0, withdrawn: 0);
        PublishThree();
        ShouldBeSound(releases: 3, withdrawn: 0);
    }

    [Theory]
    [InlineData(".release")]
    [InlineData(".manifest.json")]
    [InlineData(".withdrawal.json")]
    [InlineData(".pem")]
    public void Any_changed_byte_is_noticed(string ending)
    {
        PublishThree();
        city.Store.Withdraw(City.Code, new(new(2026, 4, 1), 1), "政策企画課", city.Clock.Now.UtcDateTime, "金額の誤り");
        // why: on a machine with only the public face the keys beside the releases are all there is.
        Directory.Delete(Path.Combine(city.DataDir, "keys"), recursive: true);
        Verify().Findings.ShouldBeEmpty();
        var random = new Random(20260401);
        var files = Directory.EnumerateFiles(city.Releases, "*" + ending, SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToList();
        files.ShouldNotBeEmpty();
        foreach (var file in files)
        {
            var whole = File.ReadAllBytes(file);
            var places = Enumerable.Range(0, 40).Select(_ => random.Next(whole.Length)).Concat([0, whole.Length - 1]);
            foreach (var place in places)
            {
                var bytes = (byte[])whole.Clone();
                bytes[place] ^= (byte)(1 << random.Next(8));
                File.WriteAllBytes(file, bytes);
                Verify().IsSound.ShouldBeFalse($"{Path.GetFileName(file)} changed at {place} of {whole.Length}");
            }
            File.WriteAllBytes(file, whole);
        }
        Verify().Findings.ShouldBeEmpty();
    }

    [Fact]
    public void Bytes_added_at_the_end_are_noticed()
    {
        PublishThree();
        foreach (var file in Directory.EnumerateFiles(city.Releases, "2026*").ToList())
        {
            var whole = File.ReadAllBytes(file);
            File.WriteAllBytes(file, [.. whole, (byte)'\n']);
            Verify().IsSound.ShouldBeFalse(file);
            File.WriteAllBytes(file, whole);
        }
        Verify().IsSound.ShouldBeTrue();
    }

    [Theory]
    [InlineData("20260401-01")]
    [InlineData("20260401-02")]
    [InlineData("20260402-01")]
    public void A_release_that_disappears_whole_is_noticed_wherever_it_stood(string id)
    {
        PublishThree();
        foreach (var file in Directory.EnumerateFiles(city.Releases, id + ".*").ToList())
            File.Delete(file);
        Verify().IsSound.ShouldBeFalse();
    }

    [Fact]
    public void Releases_that_changed_places_are_noticed()
    {
        PublishThree();
        foreach (var ending in new[] { ".release", ".manifest.json" })
        {
            var (a, b) = (Path.Combine(city.Releases, "20260401-01" + ending), Path.Combine(city.Releases, "20260401-02" + ending));
            File.Move(a, a + "x");
            File.Move(b, a);
            File.Move(a + "x", b);
        }
        Verify().Findings.ShouldContain("公表 20260401-01 の記録は、別の公表のものです。");
    }

    [Fact]
    public void A_missing_file_is_noticed_but_a_withdrawn_one_is_accepted()
    {
        PublishThree();
        File.Delete(Path.Combine(city.Releases, "20260401-02.release"));
        Verify().Findings.ShouldBe(["公表 20260401-02 のファイルがありません。取り下げの記録もありません。"]);
        city.Store.Withdraw(City.Code, new(new(2026, 4, 1), 2), "政策企画課", city.Clock.Now.UtcDateTime, "金額の誤り");
        ShouldBeSound(releases: 3, withdrawn: 1);
    }

    [Fact]
    public void A_manifest_signed_by_a_stranger_is_not_believed()
    {
        PublishThree();
        using var other = new City();
        other.Publish();
        foreach (var file in Directory.EnumerateFiles(other.Releases, "*", SearchOption.AllDirectories))
            File.Copy(file, Path.Combine(city.Releases, Path.GetRelativePath(other.Releases, file)), overwrite: true);
        Verify().Findings.ShouldContain("公表 20260401-01 の記録の署名が正しくありません。");
    }

    [Fact]
    public void A_file_left_by_a_crash_is_no_release_and_goes_with_the_next_publication()
    {
        PublishThree();
        var orphan = Path.Combine(city.Releases, "20260402-02.release");
        File.Copy(Path.Combine(city.Releases, "20260402-01.release"), orphan);
        File.WriteAllText(Path.Combine(city.Releases, "20260402-02.5f.tmp"), "half");
        city.Store.List(City.Code).Count.ShouldBe(3);
        Verify().IsSound.ShouldBeTrue();
        city.Publish().Id.ToString().ShouldBe("20260402-02");
        Directory.EnumerateFiles(city.Releases, "*.tmp").ShouldBeEmpty();
        Verify().IsSound.ShouldBeTrue();
    }

    [Fact]
    public void The_private_key_is_readable_by_its_owner_only_and_never_beside_the_releases()
    {
        PublishThree();
        var key = Path.Combine(city.DataDir, "keys", City.Code.Value, "signing.pem");
        if (!OperatingSystem.IsWindows())
            File.GetUnixFileMode(key).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        Directory.EnumerateFiles(city.Releases, "*", SearchOption.AllDirectories).ShouldAllBe(f => !File.ReadAllText(f).Contains("PRIVATE KEY", StringComparison.Ordinal));
        File.WriteAllText(key, "damaged");
        Should.Throw<RefusalException>(() => city.Publish()).Refusal.Code.ShouldBe("signing-key-damaged");
        city.Store.List(City.Code).Count.ShouldBe(3);
    }
}
