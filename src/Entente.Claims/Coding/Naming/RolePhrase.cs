namespace Entente.Claims.Coding.Naming;

/// <summary>Whose somebody is: "Russian" in "the Russian president", "Shanghai" in "Shanghai police".</summary>
internal sealed record Owner
{
    public Country? Country { get; init; }

    public Body? Body { get; init; }

    public PlaceRow? Place { get; init; }

    public string? CountryCode => Country?.Code ?? Place?.Country ?? Body?.Actor.Country;
}

/// <summary>A noun phrase whose head is a noun of role: "former U.S. ambassador", "China's foreign ministry", "President". Indices count pieces.</summary>
/// <param name="First">Where it begins, owner and all.</param>
/// <param name="End">After its last piece, with "of …".</param>
/// <param name="RoleFirst">Where the words of the role begin, without the owner.</param>
/// <param name="RoleEnd">After them.</param>
internal sealed record RolePhrase(int First, int End, int RoleFirst, int RoleEnd, RoleNoun Head, bool Plural)
{
    public Owner? Owner { get; init; }

    /// <summary>"former", "deputy", "then": the office is not held, or not it.</summary>
    public bool Past { get; init; }

    /// <summary>"former", "ousted": the office is over.</summary>
    public bool IsFormer { get; init; }

    /// <summary>"president of the … league": the office is one in another body, not the country's.</summary>
    public bool Nested { get; init; }

    /// <summary>PLOVER sector of the role, from its head or a telling noun before it ("rebel leader").</summary>
    public string? Sector { get; init; }

    /// <summary>Whether capitalised words of its own make it a proper name ("Montenegro Municipality Association").</summary>
    public bool IsNamed { get; init; }
}
