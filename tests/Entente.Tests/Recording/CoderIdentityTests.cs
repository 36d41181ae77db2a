using Entente.Claims.Coding;
using Entente.Record.Recording;
using Shouldly;
using Xunit;

namespace Entente.Tests.Recording;

public sealed class CoderIdentityTests
{
    [Fact]
    public void The_fast_coder_is_another_one_than_the_whole()
    {
        var whole = CoderIdentity.Of(Coder.Load());
        whole.ShouldMatch(@"^\d+\.\d+\.\d+\S*, data [0-9a-f]{12}$");
        CoderIdentity.Of(Coder.LoadFast()).ShouldBe(whole + ", fast");
    }
}
