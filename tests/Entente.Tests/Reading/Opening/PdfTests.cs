using Entente.Claims;
using Entente.Claims.Reading;
using Entente.Claims.Reading.Opening;
using Entente.Record.Recording;
using Shouldly;
using Xunit;
using static Entente.Tests.Reading.Opening.Wrapping;

namespace Entente.Tests.Reading.Opening;

public sealed class PdfTests
{
    private const string Text = "Ministers meet in Astana\n\n17 March 2023\n\nThe ministers of both countries met in Astana on Friday and spoke about trade for three hours.\n\fThe talks will go on in April, officials of both ministries said after the meeting.\n";

    private static readonly byte[] Pdf = Bytes("%PDF-1.7\n%âãÏÓ\n1 0 obj\nendobj\n%%EOF\n");

    [Fact]
    public void A_pdf_is_read_as_the_text_that_the_host_makes_of_it()
    {
        var page = Open(Zip(("report", Pdf)), options: new OpenerOptions { Convert = _ => new Conversion("some program 1.0", Text) }).Pages().ShouldHaveSingleItem();
        page.Digest.ShouldBe(new Page("file", Pdf).Digest);
        var read = Reader.Read(page);
        read.Decoded.ShouldBe(Text);
        read.Documents.ShouldHaveSingleItem().Text.ShouldContain("The talks will go on in April");
        Invariants.Check(read, read.Documents[0]);
    }

    [Fact]
    public void Wrapped_lines_are_joined_and_broken_words_made_whole()
    {
        const string Wrapped = "Harbour Papers 12\n\nMinisters meet in Astana\nAda Example\n17 March 2023\n\nThe ministers of both countries met in Astana on Friday and spoke about\ntrade for three hours, officials of both ministries told the reporters of the Har-\nbour Post after the meeting, at which an agreement on gas had been signed\nby both sides.\nThe talks will go on in April, in the capital of the other country, where the\n\fministers are to speak of the pipeline, which has been planned since 2019 and\nfor which no loan was found so far.\n";
        var read = Reader.Read(new Page("a", Pdf) { Converted = new Conversion("x", Wrapped) });
        var document = read.Documents.ShouldHaveSingleItem();
        MailTests.Shown(document, BlockRole.Body).ShouldBe(
            [
                "The ministers of both countries met in Astana on Friday and spoke about trade for three hours, officials of both ministries told the reporters of the Harbour Post after the meeting, at which an agreement on gas had been signed by both sides.",
                "The talks will go on in April, in the capital of the other country, where the",
                "ministers are to speak of the pipeline, which has been planned since 2019 and for which no loan was found so far.",
            ]);
        document.Title.ShouldBe("Ministers meet in Astana");
        Invariants.Check(read, document);
    }

    [Fact]
    public void A_pdf_of_one_paragraph_has_its_text()
    {
        var read = Reader.Read(new Page("a", Pdf) { Converted = new Conversion("x", "Ministers meet in Astana\n17 March 2023\nThe ministers of both countries met in Astana on Friday and spoke about\ntrade for three hours, officials said.\n") });
        var document = read.Documents.ShouldHaveSingleItem();
        document.Title.ShouldBe("Ministers meet in Astana");
        MailTests.Shown(document, BlockRole.Body).ShouldBe(["The ministers of both countries met in Astana on Friday and spoke about trade for three hours, officials said."]);
        document.DateEvidence.ShouldContain(e => e.Kind == "dateline");
        Invariants.Check(read, document);
    }

    [Fact]
    public void Without_a_program_the_problem_says_how_to_get_one()
    {
        var problem = Reader.Read(Open(Pdf).Pages().Single()).Problems.ShouldHaveSingleItem();
        problem.Code.ShouldBe(ProblemCodes.NoProgram);
        problem.Message.ShouldContain("apt install poppler-utils");
    }

    [Fact]
    public void A_pdf_of_pictures_is_told_as_such() =>
        Reader.Read(Open(Pdf, options: new OpenerOptions { Convert = _ => new Conversion("x", "\f\f\n") }).Pages().Single()).Problems.ShouldHaveSingleItem().Code.ShouldBe(ProblemCodes.Empty);

    [Fact]
    public void The_program_is_asked_through_a_pipe()
    {
        using var script = new Script("case \"$1\" in -v) echo 'pdftotext version 9.8.7' >&2;; *) printf 'Talks: '; wc -c;; esac");
        var converted = new PdfText(script.Path).Convert(Pdf);
        converted.By.ShouldBe("pdftotext 9.8.7");
        converted.Text!.Trim().ShouldBe($"Talks: {Pdf.Length}");
    }

    [Theory]
    [InlineData("exit 3", "locked")]
    [InlineData("exit 1", "damaged")]
    [InlineData("sleep 60", "longer than 1 second")]
    public void A_program_that_fails_or_hangs_is_a_problem(string does, string told)
    {
        using var script = new Script($"case \"$1\" in -v) echo 'pdftotext version 9.8.7' >&2;; *) {does};; esac");
        var converted = new PdfText(script.Path, seconds: 1).Convert(new byte[1 << 20]);
        converted.Text.ShouldBeNull();
        converted.Problem.ShouldNotBeNull().Message.ShouldContain(told);
    }

    [Fact]
    public void A_program_that_is_not_there_gives_nothing() => new PdfText("no-such-program").Convert(Pdf).ShouldBe(new Conversion("no-such-program", null));

    /// <summary>A shell script that stands in for the program.</summary>
    private sealed class Script : IDisposable
    {
        public Script(string body)
        {
            Assert.SkipWhen(OperatingSystem.IsWindows(), "Needs a shell.");
            Path = System.IO.Path.Combine(Directory.CreateTempSubdirectory("entente-test-").FullName, "pdftotext");

            // Written by another process: a file that this one has open for writing, even for a moment, may not be run while a third is being started.
            using var writer = System.Diagnostics.Process.Start("sh", ["-c", "printf '%s' \"$1\" > \"$0\"; chmod +x \"$0\"", Path, "#!/bin/sh\n" + body + "\n"]);
            writer.WaitForExit();
        }

        public string Path { get; }

        public void Dispose() => Directory.Delete(System.IO.Path.GetDirectoryName(Path)!, recursive: true);
    }
}
