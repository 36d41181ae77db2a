using System.Globalization;

namespace Entente.Claims.Coding.Scanning;

/// <summary>Reads numbers in digits and words. Table: data/number-words.tsv.</summary>
internal sealed class Numerals
{
    private readonly Dictionary<string, NumberWord>.AlternateLookup<ReadOnlySpan<char>> _words;

    private Numerals(Dictionary<string, NumberWord> words) => _words = words.GetAlternateLookup<ReadOnlySpan<char>>();

    private enum Role
    {
        Unit,
        Teen,
        Tens,
        Hundred,
        Scale,
        Ordinal,
    }

    public static Numerals Load()
    {
        var words = new Dictionary<string, NumberWord>(StringComparer.OrdinalIgnoreCase);
        foreach (var row in Table.Shipped("number-words").Rows)
        {
            words[row.Required("word")] = new NumberWord(Enum.Parse<Role>(row.Required("role"), ignoreCase: true), double.Parse(row.Required("value"), CultureInfo.InvariantCulture));
        }

        return new Numerals(words);
    }

    /// <summary>The cardinal number that begins at a lexeme: "29", "2.5 million", "twenty-four", "a hundred and thirty million", "5 1/2". Null when none does.</summary>
    public Numeral? Cardinal(Lexemes s, int at, bool scales = true)
    {
        var found = s.IsNumber(at) ? InDigits(s, at) : InWords(s, at);
        return found is { } number && scales ? Scaled(s, at, number) : found;
    }

    /// <summary>"first", "third", "21st", "twenty-first".</summary>
    public Numeral? Ordinal(Lexemes s, int at)
    {
        if (s.Digits(at, 1, 4) is { } digits && s.Glued(at + 1) && s.IsAny(at + 1, "st", "nd", "rd", "th"))
        {
            return new Numeral(digits, at + 2, InDigits: true);
        }

        return Word(s, at) switch
        {
            { Role: Role.Ordinal } plain => new Numeral(plain.Value, at + 1, InDigits: false),
            { Role: Role.Tens } tens when SkipJoin(s, at + 1) is var next && Word(s, next) is { Role: Role.Ordinal, Value: < 10 } last => new Numeral(tens.Value + last.Value, next + 1, InDigits: false),
            _ => null,
        };
    }

    /// <summary>Whether a number in words begins at a lexeme, cardinal or ordinal; one with an article before it aside.</summary>
    public bool BeginsNumber(Lexemes s, int at) => Word(s, at)?.Role is Role.Unit or Role.Teen or Role.Tens or Role.Ordinal;

    /// <summary>"million", "bn": what multiplies the number before it; 1 when it is no such word.</summary>
    public double ScaleOf(Lexemes s, int at) => Word(s, at) is { Role: Role.Scale } scale ? scale.Value : 1;

    private static int SkipJoin(Lexemes s, int at) => s.IsHyphen(at) ? at + 1 : at;

    private NumberWord? Word(Lexemes s, int at) => s.IsWord(at) && _words.TryGetValue(s.Form(at), out var word) ? word : null;

    /// <summary>"24,500", "18.65", "5 1/2", "1/4", "3½".</summary>
    private static Numeral? InDigits(Lexemes s, int at)
    {
        var form = s.Form(at);
        if (!double.TryParse(form, NumberStyles.AllowThousands | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) || form.Count('.') > 1)
        {
            return null;
        }

        if (Vulgar(s, at + 1) is { } sign)
        {
            return new Numeral(value + sign, at + 2, InDigits: true);
        }

        if (Fraction(s, at) is { } alone)
        {
            return new Numeral(alone, at + 3, InDigits: true) { IsFraction = true };
        }

        var second = s.IsHyphen(at + 1) ? at + 2 : at + 1;
        return Fraction(s, second) is { } part and < 1 ? new Numeral(value + part, second + 3, InDigits: true) : new Numeral(value, at + 1, InDigits: true);
    }

    private static double? Vulgar(Lexemes s, int at) => s.Glued(at) && s[at].Kind == LexemeKind.Sign ? s.Form(at)[0] switch
    {
        '½' => 0.5,
        '¼' => 0.25,
        '¾' => 0.75,
        '⅓' => 1 / 3.0,
        '⅔' => 2 / 3.0,
        _ => null,
    }
    : null;

    private static double? Fraction(Lexemes s, int at) =>
        s.Digits(at, 1, 2) is { } over && s.IsSign(at + 1, '/') && s.Glued(at + 1) && s.Glued(at + 2) && s.Digits(at + 2, 1, 2) is { } under && under > over && !s.IsSign(at + 3, '/')
            ? (double)over / under : null;

    private Numeral? InWords(Lexemes s, int at)
    {
        double total = 0, group = 0;
        Role? last = null;
        var article = s.IsAny(at, "a", "an");
        var start = article ? at + 1 : at;
        if (article && Word(s, start)?.Role is not (Role.Hundred or Role.Scale))
        {
            return null;
        }

        group = article ? 1 : 0;
        var end = start;
        for (var i = start; Word(s, i) is { } word && Fits(last, word.Role, article && i == start); i = Next(s, end))
        {
            if (word.Role == Role.Scale)
            {
                total += Math.Max(group, last is null && !article ? 1 : group) * word.Value;
                group = 0;
            }
            else
            {
                group = word.Role == Role.Hundred ? Math.Max(group, 1) * 100 : group + word.Value;
            }

            last = word.Role;
            end = i + 1;
        }

        return end == start ? null : new Numeral(total + group, end, InDigits: false);
    }

    private static bool Fits(Role? last, Role next, bool afterArticle) => (last, next) switch
    {
        (null, Role.Unit or Role.Teen or Role.Tens) => !afterArticle,
        (null, Role.Hundred or Role.Scale) => afterArticle,
        (Role.Tens, Role.Unit) => true,
        (Role.Hundred or Role.Scale, Role.Unit or Role.Teen or Role.Tens) => true,
        (Role.Unit or Role.Teen or Role.Tens, Role.Hundred) => true,
        (Role.Unit or Role.Teen or Role.Tens or Role.Hundred, Role.Scale) => true,
        _ => false,
    };

    private int Next(Lexemes s, int at)
    {
        var next = SkipJoin(s, at);
        return s.Is(next, "and") && Word(s, at - 1)?.Role is Role.Hundred or Role.Scale && Word(s, next + 1)?.Role is Role.Unit or Role.Teen or Role.Tens ? next + 1 : next;
    }

    /// <summary>"2.5 million", "$190bn", "100-million".</summary>
    private Numeral Scaled(Lexemes s, int at, Numeral number)
    {
        if (!number.InDigits)
        {
            return number;
        }

        var next = SkipJoin(s, number.End);
        while (Word(s, next) is { } word && (word.Role is Role.Scale || (word.Role == Role.Hundred && next != number.End) || (word.Role == Role.Hundred && s.IsNumber(at))))
        {
            number = number with { Value = Round(number.Value * word.Value), End = next + 1, Scaled = true };
            next = SkipJoin(s, number.End);
        }

        return number;
    }

    /// <summary>18.65 × 10⁹ is 18650000000 and not a digit off.</summary>
    private static double Round(double value) => (double)decimal.Round((decimal)Math.Min(value, 1e27), 6);

    private sealed record NumberWord(Role Role, double Value);
}

/// <summary>A number that was read, and the lexeme after it.</summary>
internal readonly record struct Numeral(double Value, int End, bool InDigits)
{
    public bool Scaled { get; init; }

    /// <summary>Whether it is a bare fraction: "1/4".</summary>
    public bool IsFraction { get; init; }

    public bool IsWhole => Value == Math.Floor(Value);
}
