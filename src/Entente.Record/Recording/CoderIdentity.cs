using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Entente.Claims;
using Entente.Claims.Analyzing;
using Entente.Claims.Coding;

namespace Entente.Record.Recording;

/// <summary>
/// What coded a page: the version and build of the coder, the digest of its tables and its model, and whether it analyses less than all. The same page coded by something else is coded anew,
/// and what was coded before stays.
/// </summary>
public static class CoderIdentity
{
    /// <summary>"0.1.0+8f3a…, data 77c1…": the coder that ships with this program; ", fast" when it builds trees only where a claim can be; ", actors 91b0…", ", frames 02ce…", ", cues 5a1d…" and ", propositions 5d3a…" with the user's own.</summary>
    public static string Of(Coder coder)
    {
        ArgumentNullException.ThrowIfNull(coder);
        var assembly = typeof(Page).Assembly;
        var version = assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0";
        var build = assembly.ManifestModule.ModuleVersionId.ToString("N")[..12];
        return $"{version}+{build}, data {Digest(assembly)}{(coder.Depth == AnalysisDepth.Trees ? "" : ", fast")}{(coder.Own.Digest.Length == 0 ? "" : ", actors " + coder.Own.Digest)}{(coder.Frames.Digest.Length == 0 ? "" : ", frames " + coder.Frames.Digest)}{(coder.Cues.Digest.Length == 0 ? "" : ", cues " + coder.Cues.Digest)}{(coder.Propositions.Digest.Length == 0 ? "" : ", propositions " + coder.Propositions.Digest)}";
    }

    private static string Digest(Assembly assembly)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var name in assembly.GetManifestResourceNames().Order(StringComparer.Ordinal))
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            hash.AppendData(Encoding.UTF8.GetBytes(name));
            hash.AppendData(SHA256.HashData(stream));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..12];
    }
}
