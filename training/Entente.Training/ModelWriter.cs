using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;
using Entente.Claims.Analyzing;

namespace Entente.Training;

/// <summary>Writes the sections of one part of a model file, in the order in which <see cref="LanguageModel"/> reads them.</summary>
internal sealed class ModelWriter
{
    private readonly ArrayBufferWriter<byte> _out = new();

    public ReadOnlySpan<byte> Written => _out.WrittenSpan;

    /// <summary>A model file of these parts.</summary>
    public static byte[] File(IEnumerable<KeyValuePair<string, byte[]>> parts)
    {
        var file = new ArrayBufferWriter<byte>();
        file.Write("ENTM"u8);
        file.Write(BitConverter.GetBytes(ModelFile.Version));
        foreach (var (name, part) in parts)
        {
            file.Write(Encoding.ASCII.GetBytes(name.PadRight(ModelFile.NameLength, '\0')));
            file.Write(BitConverter.GetBytes((long)part.Length));
            file.Write(part);
        }

        return file.WrittenSpan.ToArray();
    }

    public ModelWriter Bytes(ReadOnlySpan<byte> bytes)
    {
        _out.Write(BitConverter.GetBytes((long)bytes.Length));
        _out.Write(bytes);
        _out.Write(new byte[((bytes.Length + 7) & ~7) - bytes.Length]);
        return this;
    }

    public ModelWriter Lines(IEnumerable<string> lines) => Bytes(Encoding.UTF8.GetBytes(string.Join('\n', lines)));

    public ModelWriter Table(IReadOnlyCollection<KeyValuePair<ulong, int>> entries)
    {
        var (marks, values) = Slots(entries);
        return Bytes(MemoryMarshal.AsBytes<ushort>(marks)).Bytes(values);
    }

    /// <summary>The same table in memory, for use while training. It is never freed: the program is short.</summary>
    public static unsafe FlatTable InMemory(IReadOnlyCollection<KeyValuePair<ulong, int>> entries)
    {
        var (marks, values) = Slots(entries);
        var keptMarks = new Span<ushort>(NativeMemory.Alloc((nuint)marks.Length, sizeof(ushort)), marks.Length);
        var keptValues = new Span<byte>(NativeMemory.Alloc((nuint)values.Length), values.Length);
        marks.CopyTo(keptMarks);
        values.CopyTo(keptValues);
        return new FlatTable(MemoryMarshal.AsBytes(keptMarks), keptValues);
    }

    private static (ushort[] Marks, byte[] Values) Slots(IReadOnlyCollection<KeyValuePair<ulong, int>> entries)
    {
        var size = 16 + (entries.Count * 5 / 4);
        var marks = new ushort[size];
        var values = new byte[(size * FlatTable.ValueSize) + 1];
        foreach (var (key, value) in entries.OrderBy(e => e.Key))
        {
            var slot = FlatTable.Slot(key, (uint)size);
            while (marks[slot] != 0)
            {
                slot = slot + 1 < size ? slot + 1 : 0;
            }

            marks[slot] = FlatTable.Mark(key);
            if (value is < 0 or > FlatTable.Largest)
            {
                throw new InvalidOperationException("The model is too large for its format.");
            }

            values[slot * FlatTable.ValueSize] = (byte)value;
            values[(slot * FlatTable.ValueSize) + 1] = (byte)(value >> 8);
            values[(slot * FlatTable.ValueSize) + 2] = (byte)(value >> 16);
        }

        return (marks, values);
    }
}
