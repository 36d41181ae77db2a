using System.Buffers.Binary;
using System.Text;

namespace Entente.Claims.Analyzing;

/// <summary>
/// A model file: "ENTM", the version, then parts that are trained and replaced one by one. A part is its name in eight bytes (ASCII, filled up with zeros),
/// its length in eight, and its sections; a section is its length in eight bytes and its bytes. Everything begins at a multiple of 8; numbers are little-endian.
/// </summary>
internal readonly ref struct ModelFile
{
    public const int Version = 3, HeadLength = 8, NameLength = 8;

    private readonly ReadOnlySpan<byte> _file;

    /// <exception cref="FormatException">The bytes are no model of this version.</exception>
    public ModelFile(ReadOnlySpan<byte> file)
    {
        if (file.Length < HeadLength || !file.StartsWith("ENTM"u8) || BinaryPrimitives.ReadInt32LittleEndian(file[4..]) != Version)
        {
            throw new FormatException("This is no language model of this version.");
        }

        _file = file;
    }

    /// <summary>The sections of a part, to be read in the order in which they were written.</summary>
    /// <exception cref="FormatException">There is no such part.</exception>
    public ModelSections Part(string name) => new(PartBytes(name));

    /// <summary>The bytes of a part as they stand.</summary>
    public ReadOnlySpan<byte> PartBytes(string name)
    {
        Span<byte> wanted = stackalloc byte[NameLength];
        wanted.Clear();
        Encoding.ASCII.GetBytes(name, wanted);
        for (var at = HeadLength; at + NameLength + sizeof(long) <= _file.Length;)
        {
            var length = BinaryPrimitives.ReadInt64LittleEndian(_file[(at + NameLength)..]);
            var body = _file[(at + NameLength + sizeof(long))..];
            if (length < 0 || length > body.Length)
            {
                break;
            }

            if (_file.Slice(at, NameLength).SequenceEqual(wanted))
            {
                return body[..(int)length];
            }

            at += NameLength + sizeof(long) + (int)length;
        }

        throw new FormatException($"The language model has no part \"{name}\".");
    }
}

/// <summary>Reads the sections of a part one after another, where they lie.</summary>
internal ref struct ModelSections(ReadOnlySpan<byte> part)
{
    private readonly ReadOnlySpan<byte> _part = part;
    private int _at;

    public ReadOnlySpan<byte> Bytes()
    {
        var length = BinaryPrimitives.ReadInt32LittleEndian(_part[_at..]);
        var bytes = _part.Slice(_at + sizeof(long), length);
        _at += sizeof(long) + ((length + 7) & ~7);
        return bytes;
    }

    public string[] Lines() => Encoding.UTF8.GetString(Bytes()).Split('\n');

    public FlatTable Table() => new(Bytes(), Bytes());
}
