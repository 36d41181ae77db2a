using System.Text;
using Entente.Claims;
using Entente.Claims.Accepting.Doubting;
using Entente.Claims.Coding;

namespace Entente.Tests;

/// <summary>Builders of what tests need.</summary>
internal static class Some
{
    private static readonly Lazy<Coder> SharedCoder = new(Coder.Load);
    private static readonly Lazy<SecondReader> SharedReader = new(() => SecondReader.Of(Coder));

    /// <summary>The shipped coder; it keeps no state, so all tests share one.</summary>
    public static Coder Coder => SharedCoder.Value;

    /// <summary>Reads what others coded a second time.</summary>
    public static SecondReader Reader => SharedReader.Value;

    public static Page Page(string text, PageForm form = PageForm.Prepared, PageFacts? given = null) =>
        new("test", Encoding.UTF8.GetBytes(text)) { Form = form, Given = given ?? new PageFacts { Date = new DateOnly(2023, 3, 17), Publisher = "Harbour Post" } };

    /// <summary>One prepared document, published on 17 March 2023 by the Harbour Post unless told otherwise.</summary>
    public static CodedDocument Coded(string text, PageFacts? given = null) => Coder.Code(Page(text, PageForm.Prepared, given)).Documents.Single();

    /// <summary>The bodies of the claims of one kind in a prepared text.</summary>
    public static IReadOnlyList<T> Claims<T>(string text, PageFacts? given = null)
        where T : ClaimBody => [.. Coded(text, given).Claims.Select(c => c.Body).OfType<T>()];

    /// <summary>The saved pages of samples/, in ordinal order of their paths.</summary>
    public static IEnumerable<string> SamplePages() => Repository.Files("samples", "*")
        .Where(f => !f.Contains("_files", StringComparison.Ordinal) && Path.GetExtension(f) is ".html" or ".htm" or ".txt");
}
