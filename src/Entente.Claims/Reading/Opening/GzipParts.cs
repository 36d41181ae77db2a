namespace Entente.Claims.Reading.Opening;

/// <summary>
/// The members of a gzip file joined to what they are parts of: in a WARC file a member that begins with a record begins a part; elsewhere all members are one.
/// </summary>
internal sealed class GzipParts
{
    private readonly GzipMembers _members;
    private readonly List<(long At, string Why)> _damages = [];
    private readonly byte[] _head = new byte[WarcContainer.Magic.Length];
    private int _headLength;
    private int _headRead;
    private bool _isWarc;
    private bool _waits;
    private bool _ended;

    public GzipParts(GzipMembers members)
    {
        _members = members;
        _ended = !Open();
        Start = members.Start;
        _isWarc = WarcContainer.Begins(_head.AsSpan(0, _headLength));
    }

    /// <summary>Where the part begins in the packed bytes.</summary>
    public long Start { get; private set; }

    public Stream AsStream() => new ReaderStream(Read);

    /// <summary>Goes on to the next part when the last one has been read to its end; false when there is none.</summary>
    public bool Next()
    {
        Span<byte> rest = stackalloc byte[4096];
        while (!_waits && Read(rest) > 0)
        {
        }

        Start = _members.Start;
        return _waits && !(_waits = false);
    }

    /// <summary>What was damaged since the last call.</summary>
    public IEnumerable<Opened> TakeProblems(Carrier carrier)
    {
        foreach (var (at, why) in _damages)
        {
            yield return new OpeningProblem($"{carrier.Place}@{at}", new Problem(ProblemCodes.Damaged, $"{carrier.Place} is damaged at byte {at} ({why}): what could be unpacked was read; get the file again if it matters."));
        }

        _damages.Clear();
    }

    private int Read(Span<byte> target)
    {
        while (!_ended && !_waits)
        {
            if (_headRead < _headLength)
            {
                var length = Math.Min(target.Length, _headLength - _headRead);
                _head.AsSpan(_headRead, length).CopyTo(target);
                _headRead += length;
                return length;
            }

            if (_members.Read(target) is > 0 and var read)
            {
                return read;
            }

            NoteDamage();
            _ended = !Open();
            _waits = !_ended && _isWarc && WarcContainer.Begins(_head.AsSpan(0, _headLength));
        }

        return 0;
    }

    /// <summary>Opens the next member that holds anything, and looks at its first bytes.</summary>
    private bool Open()
    {
        while (_members.Next())
        {
            (_headLength, _headRead) = (0, 0);
            while (_headLength < _head.Length && _members.Read(_head.AsSpan(_headLength)) is > 0 and var read)
            {
                _headLength += read;
            }

            if (_headLength > 0)
            {
                return true;
            }

            NoteDamage();
        }

        return false;
    }

    private void NoteDamage()
    {
        if (_members.Damage is { } why)
        {
            _damages.Add((_members.Start, why));
        }
    }
}
