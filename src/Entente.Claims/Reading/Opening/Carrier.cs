namespace Entente.Claims.Reading.Opening;

/// <summary>Something to be opened: its bytes, where it was met, and what is known of it.</summary>
internal sealed class Carrier(Opener opener, ByteReader bytes, string place, PageFacts facts, Allowance allowance)
{
    public ByteReader Bytes => bytes;

    public string Place => place;

    /// <summary>The file's or entry's own name; its end tells something where the content does not.</summary>
    public required string Name { get; init; }

    /// <summary>How the archive that it lies in says that it is to be taken.</summary>
    public PageForm Form { get; init; }

    public PageFacts Facts => facts;

    public Allowance Allowance => allowance;

    /// <summary>In how many archives it lies.</summary>
    public int Depth { get; init; }

    public OpenerOptions Options => opener.Options;

    /// <summary>Opens something that lies in it.</summary>
    public IEnumerable<Opened> Inner(ByteReader inner, string at, string name, PageFacts known, PageForm form = PageForm.Detect) =>
        opener.Open(new Carrier(opener, inner, at, known, allowance) { Name = name, Form = form, Depth = Depth + 1 });

    /// <summary>All of it as a page.</summary>
    public IEnumerable<Opened> ReadPage()
    {
        var content = bytes.ReadAll(Options.LargestPage);
        yield return allowance.IsSpent ? Problem(ProblemCodes.TooLarge, $"{place} unpacks to many times its size, as no saved page does: it is left out.")
            : content is null ? Problem(ProblemCodes.TooLarge, $"{place} is larger than {Options.LargestPage >> 20} MiB, and no page is: split it, or leave it out.")
            : new OpenedPage(place, new Page(place, content) { Given = facts, Form = Form == PageForm.Html && Formats.IsOwnFormat(content) ? PageForm.Detect : Form });
    }

    public OpeningProblem Problem(string code, string message) => new(place, new Problem(code, message));
}
