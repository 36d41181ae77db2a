using Entente.Claims;
using Entente.Claims.Coding;
using Shouldly;
using Xunit;

namespace Entente.Tests.Promises;

/// <summary>Promise 2: the same page gives the same bytes, with any coder of the same build, on any number of threads.</summary>
public sealed class RepeatTests
{
    [Fact]
    public void Two_coders_give_the_same_bytes_also_side_by_side()
    {
        var pages = Some.SamplePages().ToList();
        var first = pages.ConvertAll(p => Bytes(Some.Coder, p));
        var other = Coder.Load();
        var second = pages.AsParallel().AsOrdered().Select(p => Bytes(other, p)).ToList();
        second.ShouldBe(first);
    }

    private static string Bytes(Coder coder, string path)
    {
        var coded = coder.Code(new Page(Path.GetFileName(path), File.ReadAllBytes(path)));
        return string.Join('\n', coded.Documents.Select(d => Convert.ToHexString(CodedJson.Write(d, coded.Read, new CodedJsonOptions(true, true)))));
    }
}
