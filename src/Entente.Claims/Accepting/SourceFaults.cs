using Entente.Claims.Coding.Naming;

namespace Entente.Claims.Accepting;

/// <summary>Links of a chain that cannot be what they say: another publisher than the page's, a country as an outlet.</summary>
internal static class SourceFaults
{
    /// <summary>What is wrong, with the member to be put right; null when nothing is known against it.</summary>
    public static (string Member, string Fault)? Of(string name, string kind, string? actor, KnownNames names, AcceptedText text)
    {
        if (kind == "publisher" && text.Publisher is { } publisher && !IsOne(name, publisher) && !names.Of("outlet:" + Slug.Of(publisher)).Contains(name))
        {
            return ("name", $"the page's publisher is {Fields.Shown(publisher)}, not '{Fields.Shown(name)}'. A source that the text names is an outlet, person, body or paper");
        }

        var country = actor is not null && names.Countries.Contains(actor) ? actor : names.Of("outlet:" + Slug.Of(name)).Count > 0 ? null : names.CountriesCalled(OneLine.Of(name)).FirstOrDefault();
        return kind is "outlet" or "publisher" && country is not null ? ("kind", $"'{Fields.Shown(name)}' is the country {country} and no {kind}. Write body for its government, or the name of the {kind}") : null;
    }

    /// <summary>"The Daily Post" and "Daily Post", "dailypost.example" and "Daily Post".</summary>
    private static bool IsOne(string name, string other) => Slug.Of(name).Replace("-", "", StringComparison.Ordinal) is var one && Slug.Of(other).Replace("-", "", StringComparison.Ordinal) is var two
        && one.Length > 0 && two.Length > 0 && (one.Contains(two, StringComparison.Ordinal) || two.Contains(one, StringComparison.Ordinal));
}
