using System.Reflection;
using System.Text;
using Xunit;

namespace Entente.Tests.House;

/// <summary>The public API should not change unintentionally.</summary>
public sealed class PublicApiTests
{
    [Theory]
    [InlineData("Entente.Claims")]
    [InlineData("Entente.Record")]
    public void The_public_api_is_as_approved(string library) => Snapshot.ShouldMatch(Surface(Assembly.Load(library)), "House", $"{library}.api.verified.txt");

    private static string Surface(Assembly library)
    {
        var text = new StringBuilder();
        foreach (var type in library.GetExportedTypes().OrderBy(t => t.FullName, StringComparer.Ordinal))
        {
            text.Append(KindOf(type)).Append(' ').Append(type.FullName).Append('\n');
            foreach (var member in Members(type).Order(StringComparer.Ordinal))
            {
                text.Append("    ").Append(member).Append('\n');
            }
        }

        return text.ToString();
    }

    private static string KindOf(Type type) => type switch
    {
        { IsEnum: true } => "enum",
        { IsValueType: true } => "struct",
        { IsInterface: true } => "interface",
        { IsAbstract: true, IsSealed: true } => "static class",
        { IsAbstract: true } => "abstract class",
        { IsSealed: true } => "sealed class",
        _ => "class",
    };

    private static IEnumerable<string> Members(Type type)
    {
        const BindingFlags Own = BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        if (type.IsEnum)
        {
            return Enum.GetNames(type).Select((n, i) => $"{Convert.ToInt64(Enum.GetValues(type).GetValue(i), System.Globalization.CultureInfo.InvariantCulture),3} {n}");
        }

        // What every record has (Equals, GetHashCode, ToString, <Clone>$, operators, Deconstruct) says nothing.
        var methods = type.GetMethods(Own).Where(m => !m.IsSpecialName && m.Name is not ("Equals" or "GetHashCode" or "ToString" or "Deconstruct" or "<Clone>$"))
            .Select(m => $"{Name(m.ReturnType)} {m.Name}({Parameters(m)})");
        var properties = type.GetProperties(Own).Where(p => p.Name != "EqualityContract").Select(p => $"{Name(p.PropertyType)} {p.Name} {{{(p.CanRead ? " get;" : "")}{(p.SetMethod is { IsPublic: true } ? " init;" : "")} }}");
        var fields = type.GetFields(Own).Select(f => $"{Name(f.FieldType)} {f.Name}");
        var constructors = type.GetConstructors(Own).Select(c => $".ctor({Parameters(c)})");
        return methods.Concat(properties).Concat(fields).Concat(constructors);
    }

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(p => $"{Name(p.ParameterType)} {p.Name}"));

    private static string Name(Type type) => !type.IsGenericType ? type.Name
        : $"{type.Name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(Name))}>";
}
