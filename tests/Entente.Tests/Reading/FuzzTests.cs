using System.Text;
using Entente.Claims;
using Entente.Claims.Reading;
using Shouldly;
using Xunit;

namespace Entente.Tests.Reading;

/// <summary>
/// Damaged pages: bytes of the samples changed, cut, doubled and mixed. Whatever comes out is read without a fault, keeps the invariants and is the same the second time.
/// ENTENTE_FUZZ=ROUNDS goes on for longer, from another seed. What it finds becomes a file in Finds/, which every run reads.
/// </summary>
public sealed class FuzzTests
{
    private static readonly byte[][] Splinters =
    [
        .. new[] { "<div>", "</div>", "<table><tr><td>", "<!--", "-->", "<script>", "</script>", "<![CDATA[", "]]>", "&#", "&amp;", "\"", "'", ">", "<", "<p>", "<br><br>", "<title>", "<li>", "\r\n", "\n\n", "    ", "in reply to ", "Reply", "By ", "March 3, 2021", "12:30", "@", "http://", "{\"@type\":", "<article>", "<template>", "<svg>", "<body", "charset=koi8-r" }
            .Select(Encoding.UTF8.GetBytes),
        [0], [0xFF, 0xFE], [0xEF, 0xBB, 0xBF], [0xC3], [0xED, 0xA0, 0x80], [0xF0, 0x9F, 0x98], [0x80, 0x81], [0xE2, 0x80, 0xAE], [0x1B, (byte)'$', (byte)'B'],
    ];

    public static TheoryData<string> Finds => [.. Repository.Files("tests/Entente.Tests/Reading/Finds", "*").Select(f => Path.GetFileName(f)!)];

    [Fact(Timeout = 240_000)]
    public async Task Damaged_pages_are_read_without_a_fault() => await Task.Run(
        () =>
        {
            var more = Environment.GetEnvironmentVariable("ENTENTE_FUZZ");
            var rounds = more is null ? 400 : int.Parse(more, System.Globalization.CultureInfo.InvariantCulture);
            var random = new Random(more is null ? 20210304 : rounds);
            var pages = Some.SamplePages().Select(File.ReadAllBytes).ToArray();
            for (var round = 0; round < rounds; round++)
            {
                var bytes = Damage(pages, random);
                try
                {
                    Check(bytes);
                }
                catch (Exception)
                {
                    var find = Path.Combine(Path.GetTempPath(), $"entente-find-{round}");
                    File.WriteAllBytes(find, bytes);
                    TestContext.Current.TestOutputHelper?.WriteLine($"The page that did it: {find}");
                    throw;
                }
            }
        },
        TestContext.Current.CancellationToken);

    [Theory(Timeout = 60_000)]
    [MemberData(nameof(Finds))]
    public async Task What_was_found_once_stays_mended(string name) =>
        await Task.Run(() => Check(File.ReadAllBytes(Repository.PathOf("tests/Entente.Tests/Reading/Finds", name))), TestContext.Current.CancellationToken);

    private static void Check(byte[] bytes)
    {
        var read = Reader.Read(new Page("p", bytes));
        Invariants.Check(read);
        var again = Reader.Read(new Page("p", bytes));
        again.Documents.Select(d => d.Text).ShouldBe(read.Documents.Select(d => d.Text));
        again.Documents.Select(d => d.Title).ShouldBe(read.Documents.Select(d => d.Title));
        (read.Documents.Count + read.Problems.Count).ShouldBeGreaterThan(0, "a page is never lost");
    }

    private static byte[] Damage(byte[][] pages, Random random)
    {
        var bytes = pages[random.Next(pages.Length)].ToList();
        if (random.Next(4) == 0)
        {
            var other = pages[random.Next(pages.Length)];
            bytes.InsertRange(random.Next(bytes.Count), other.AsSpan(random.Next(other.Length)).ToArray());
        }

        for (var wounds = random.Next(1, 40); wounds > 0 && bytes.Count > 4; wounds--)
        {
            var at = random.Next(bytes.Count);
            var length = Math.Min(bytes.Count - at, 1 + random.Next(1 << random.Next(1, 11)));
            if (!Wounds.Inflict(bytes, random.Next(5), at, length, random))
            {
                bytes.InsertRange(at, Splinters[random.Next(Splinters.Length)]);
            }
        }

        return [.. bytes];
    }
}
