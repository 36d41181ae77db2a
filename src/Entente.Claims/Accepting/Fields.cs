using System.Text.Json;

namespace Entente.Claims.Accepting;

/// <summary>Reasons against a claim, gathered while it is read.</summary>
internal sealed class Reasons
{
    /// <summary>Nobody reads more, and a claim of a thousand wrong fields is one wrong claim.</summary>
    private const int Most = 20;

    private readonly List<Problem> _found = [];

    public IReadOnlyList<Problem> Found => _found;

    public void Add(string code, string field, string what)
    {
        if (_found.Count < Most)
        {
            _found.Add(new Problem(code, field.Length == 0 ? what : $"{field}: {what}"));
        }
    }
}

/// <summary>The members of a JSON object, each asked for by name. What is missing, of another type or not asked for is a reason. A member that is null counts as left out.</summary>
internal sealed class Fields
{
    private const int LongestText = 2000, LongestShown = 60, MostItems = 100;

    private readonly Dictionary<string, JsonElement> _members = new(StringComparer.Ordinal);
    private readonly Reasons _reasons;

    private Fields(string path, Reasons reasons) => (Path, _reasons) = (path, reasons);

    /// <summary>Where it stands in the claim: "event.actors[1]"; empty for the claim itself.</summary>
    public string Path { get; }

    /// <summary>The members of an object; null when it is none, with the reason.</summary>
    /// <param name="names">All that it may have.</param>
    public static Fields? Of(JsonElement element, string path, Reasons reasons, params ReadOnlySpan<string> names)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            reasons.Add(ProblemCodes.ClaimField, path, $"is {Kind(element)} and no object. Write {{ … }} with {string.Join(", ", names)}.");
            return null;
        }

        var fields = new Fields(path, reasons);
        foreach (var member in element.EnumerateObject())
        {
            var name = NameOf(member);
            if (name is null || !names.Contains(name))
            {
                reasons.Add(ProblemCodes.ClaimField, fields.At(Shown(name ?? "?")), $"there is no such member here. Write only {string.Join(", ", names)}.");
            }
            else if (!fields._members.TryAdd(name, member.Value))
            {
                reasons.Add(ProblemCodes.ClaimField, fields.At(name), "stands there twice. Keep one.");
            }
        }

        return fields;
    }

    public string At(string name) => Path.Length == 0 ? name : Path + "." + name;

    public bool Has(string name) => Find(name) is not null;

    /// <summary>A member that is there and not null.</summary>
    public JsonElement? Find(string name) => _members.TryGetValue(name, out var value) && value.ValueKind is not JsonValueKind.Null ? value : null;

    /// <summary>Whether it is a list of none.</summary>
    public bool IsEmptyList(string name) => Find(name) is { ValueKind: JsonValueKind.Array } list && list.GetArrayLength() == 0;

    public void Refuse(string code, string name, string what) => _reasons.Add(code, name.Length == 0 ? Path : At(name), what);

    /// <summary>A text that is not empty; null when it is left out or no such text.</summary>
    public string? Text(string name, bool required = false, int longest = LongestText)
    {
        if (Find(name) is not { } value)
        {
            return required ? Missing<string>(name, "a text") : null;
        }

        if (value.ValueKind != JsonValueKind.String)
        {
            return Refused<string>(name, $"is {Kind(value)} and no text");
        }

        string text;
        try
        {
            text = value.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return Refused<string>(name, "holds half of a surrogate pair, which is no character");
        }

        return text.Length > longest ? Refused<string>(name, $"has {text.Length:#,0} characters, and at most {longest:#,0} are taken")
            : string.IsNullOrWhiteSpace(text) ? Refused<string>(name, "is empty. Leave it out, or write what it is")
            : text.Any(c => char.IsControl(c) && c is not ('\n' or '\r' or '\t')) ? Refused<string>(name, "holds a control character")
            : text;
    }

    /// <summary>One of some values; null when it is left out or none of them.</summary>
    public string? OneOf(string name, bool required, params ReadOnlySpan<string> values)
    {
        if (Text(name, required) is not { } text)
        {
            return null;
        }

        return values.Contains(text) ? text : Refused<string>(name, $"'{Shown(text)}' is not known. Write one of {string.Join(", ", values)}", ProblemCodes.ClaimValue);
    }

    /// <summary>A finite number between two; null when it is left out or none.</summary>
    public double? Number(string name, bool required = false, double least = -1e18, double most = 1e18)
    {
        if (Find(name) is not { } value)
        {
            return required ? Missing<double?>(name, "a number") : null;
        }

        if (value.ValueKind != JsonValueKind.Number)
        {
            return Refused<double?>(name, $"is {Kind(value)} and no number");
        }

        return !value.TryGetDouble(out var number) || !double.IsFinite(number) ? Refused<double?>(name, $"{Shown(value.GetRawText())} is no number that can be kept", ProblemCodes.ClaimValue)
            : number < least || number > most ? Refused<double?>(name, FormattableString.Invariant($"{Shown(value.GetRawText())} lies outside {least}–{most}"), ProblemCodes.ClaimValue)
            : number;
    }

    /// <summary>A whole number from 0; null when it is left out or none.</summary>
    public int? Offset(string name)
    {
        if (Find(name) is not { } value)
        {
            return null;
        }

        return value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var offset) && offset >= 0 ? offset
            : Refused<int?>(name, value.ValueKind == JsonValueKind.Number ? $"{Shown(value.GetRawText())} is no offset: it counts code points from 0" : $"is {Kind(value)} and no offset");
    }

    /// <summary>A day of the calendar; null when it is left out or none.</summary>
    public DateOnly? Day(string name)
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        return DateOnly.TryParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out var day) ? day
            : Refused<DateOnly?>(name, $"'{Shown(text)}' is no day of the calendar. Write it as 2023-03-17", ProblemCodes.ClaimValue);
    }

    /// <summary>An object; null when it is left out or none.</summary>
    public Fields? Object(string name, bool required, params ReadOnlySpan<string> names) =>
        Find(name) is { } value ? Of(value, At(name), _reasons, names) : required ? Missing<Fields>(name, "an object") : null;

    /// <summary>The items of a list with their paths; empty when it is left out or none.</summary>
    public IReadOnlyList<(JsonElement Item, string Path)> List(string name, bool required = false)
    {
        if (Find(name) is not { } value)
        {
            return required ? Missing<IReadOnlyList<(JsonElement, string)>>(name, "a list") ?? [] : [];
        }

        if (value.ValueKind != JsonValueKind.Array)
        {
            return Refused<IReadOnlyList<(JsonElement, string)>>(name, $"is {Kind(value)} and no list. Write [ … ]") ?? [];
        }

        return value.GetArrayLength() > MostItems
            ? Refused<IReadOnlyList<(JsonElement, string)>>(name, $"has {value.GetArrayLength():#,0} items, and at most {MostItems} are taken") ?? []
            : [.. value.EnumerateArray().Select((item, i) => (item, $"{At(name)}[{i}]"))];
    }

    /// <summary>A list of which each item is one of some values.</summary>
    public IReadOnlyList<string> Names(string name, string what, IReadOnlyCollection<string> known, bool required = false)
    {
        var names = new List<string>();
        foreach (var (item, path) in List(name, required))
        {
            var text = TextOf(item);
            if (text is null || !known.Contains(text))
            {
                _reasons.Add(ProblemCodes.ClaimValue, path, $"{(text is null ? Kind(item) : $"'{Shown(text)}'")} is no {what}. Write one of {string.Join(", ", known)}.");
            }
            else if (names.Contains(text))
            {
                _reasons.Add(ProblemCodes.ClaimValue, path, $"'{text}' stands there twice. Keep one.");
            }
            else
            {
                names.Add(text);
            }
        }

        return names;
    }

    /// <summary>The beginning of what somebody wrote, fit for one line.</summary>
    public static string Shown(string text)
    {
        var line = string.Concat(OneLine.Of(text).Where(c => !char.IsControl(c)));
        return line.Length <= LongestShown ? line : line[..(char.IsHighSurrogate(line[LongestShown - 2]) ? LongestShown - 2 : LongestShown - 1)] + "…";
    }

    /// <summary>A text value; null for anything else.</summary>
    public static string? TextOf(JsonElement value)
    {
        try
        {
            return value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            // half of a surrogate pair
            return null;
        }
    }

    private static string? NameOf(JsonProperty member)
    {
        try
        {
            return member.Name;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private T? Missing<T>(string name, string what) => Refused<T>(name, $"is missing. Write {what}");

    private T? Refused<T>(string name, string what, string code = ProblemCodes.ClaimField)
    {
        _reasons.Add(code, At(name), what + ".");
        return default;
    }

    private static string Kind(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        JsonValueKind.String => "a text",
        JsonValueKind.Number => "a number",
        JsonValueKind.Null => "null",
        _ => "true or false",
    };
}
