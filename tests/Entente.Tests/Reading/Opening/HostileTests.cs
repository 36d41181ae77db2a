using Entente.Claims.Reading;
using Shouldly;
using Xunit;
using static Entente.Tests.Reading.Opening.Wrapping;

namespace Entente.Tests.Reading.Opening;

/// <summary>Files of every format with bytes changed, lost and doubled at random: whatever comes out of them, nothing is thrown and every place is in its page.</summary>
public sealed class HostileTests
{
    private const int Runs = 250;

    public static TheoryData<string> Kinds { get; } = ["warc", "warc.gz", "zip", "zip in gzip", "mail", "mhtml", "feed", "markdown"];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Damage_of_any_sort_is_borne(string kind)
    {
        var whole = Whole(kind);
        var random = new Random(17);
        for (var run = 0; run < Runs; run++)
        {
            var damaged = Damaged(whole, random);
            foreach (var page in Open(damaged).Pages())
            {
                var read = Reader.Read(page);
                foreach (var document in read.Documents)
                {
                    document.Source.ShouldAllBe(r => r.Text.End <= document.Text.Length && r.Page.End <= read.Decoded.Length);
                }
            }
        }
    }

    private static byte[] Whole(string kind) => kind switch
    {
        "warc" => Join(Response(Html), Warc("request", Bytes("GET")), Response(Html)),
        "warc.gz" => Join(Gzip(Response(Html)), Gzip(Warc("request", Bytes("GET"))), Gzip(Response(Html))),
        "zip" => Zip(("a.html", Bytes(Html)), ("b/c.warc", Response(Html))),
        "zip in gzip" => Gzip(Zip(("a.zip", Zip(("b.html", Bytes(Html)))))),
        "mail" => Bytes("From: Ada Example <a@b.example>\nDate: Fri, 17 Mar 2023 10:00:00 +0000\nSubject: =?utf-8?Q?Talks?=\nContent-Type: multipart/mixed; boundary=x\n\n--x\n\nText.\n> Quoted.\n--x\nContent-Type: text/html\nContent-Transfer-Encoding: quoted-printable\nContent-Disposition: attachment; filename=a.html\n\n" + Html.Replace("=", "=3D", StringComparison.Ordinal) + "\n--x--\n"),
        "mhtml" => Bytes("MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\nContent-Type: text/html\nContent-Location: " + Address + "\n\n" + Html + "\n--x--\n"),
        "feed" => Bytes("<rss version=\"2.0\"><channel><title>Digest</title><item><title>Talks &amp; trade</title><link>" + Address + "</link><pubDate>Fri, 17 Mar 2023 10:00:00 GMT</pubDate><description><![CDATA[<p>The ministers met.</p>]]>&lt;b&gt;x&lt;/b&gt;</description></item></channel></rss>"),
        _ => Bytes("---\ntitle: Talks\n---\n# Talks\n\nThe **ministers** met in [Astana](https://a.example).\n\n> Quoted.\n\n- one\n"),
    };

    private static byte[] Damaged(byte[] whole, Random random)
    {
        List<byte> bytes = [.. whole];
        for (var i = random.Next(1, 12); i > 0 && bytes.Count > 1; i--)
        {
            var at = random.Next(bytes.Count);
            var length = Math.Min(random.Next(100), bytes.Count - at);
            if (!Wounds.Inflict(bytes, random.Next(4), at, length, random))
            {
                bytes[at] = (byte)"0\n\r<>&]:-="[random.Next(10)];
            }
        }

        return [.. bytes];
    }
}
