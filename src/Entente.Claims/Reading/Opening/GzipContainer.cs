namespace Entente.Claims.Reading.Opening;

/// <summary>gzip: one file, packed as a whole or member by member; of a WARC file, each of its records.</summary>
internal sealed class GzipContainer : Container
{
    public override bool Fits(ReadOnlySpan<byte> head) => GzipMembers.Begins(head);

    public override IEnumerable<Opened> Open(Carrier carrier)
    {
        using var members = new GzipMembers(carrier.Bytes, carrier.Allowance);
        var parts = new GzipParts(members);
        var inner = new ByteReader(parts.AsStream());
        var isWarc = WarcContainer.Begins(inner.Peek(WarcContainer.Magic.Length));
        if (isWarc)
        {
            while (true)
            {
                var start = parts.Start;
                foreach (var opened in new WarcReader(carrier, inner, start).Read())
                {
                    yield return opened;
                }

                foreach (var problem in parts.TakeProblems(carrier))
                {
                    yield return problem;
                }

                if (!parts.Next())
                {
                    break;
                }

                inner = new ByteReader(parts.AsStream());
            }
        }
        else
        {
            var name = carrier.Name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? carrier.Name[..^3] : carrier.Name;
            foreach (var opened in carrier.Inner(inner, carrier.Place, name, carrier.Facts))
            {
                yield return opened;
            }

            foreach (var problem in parts.TakeProblems(carrier))
            {
                yield return problem;
            }
        }
    }
}
