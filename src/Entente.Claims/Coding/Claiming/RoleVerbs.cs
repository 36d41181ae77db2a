namespace Entente.Claims.Coding.Claiming;

/// <summary>The verbs beside which "as" names an office, and whose it is then (data/role-verbs.tsv).</summary>
internal sealed class RoleVerbs
{
    private readonly Dictionary<string, string> _whose;

    private RoleVerbs(Dictionary<string, string> whose) => _whose = whose;

    public static RoleVerbs Load() => new(Table.Shipped("role-verbs").Rows.ToDictionary(r => r.Required("verb"), r => r.Required("whose"), StringComparer.Ordinal));

    /// <summary>"subject": of who resigns as minister; "object": of whom one appoints as minister; null for other verbs.</summary>
    public string? Whose(string lemma) => _whose.GetValueOrDefault(lemma);
}
