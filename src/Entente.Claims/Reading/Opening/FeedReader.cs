namespace Entente.Claims.Reading.Opening;

/// <summary>A feed: its title and its items.</summary>
internal sealed record Feed(string? Title, IReadOnlyList<FeedItem> Items);

/// <summary>Finds the items of a feed and the fields of each.</summary>
internal sealed class FeedReader
{
    private const int MostItems = 100_000;
    private const int Deepest = 64;

    private readonly XmlScanner _xml;
    private readonly List<FeedItem> _items = [];
    private readonly List<string> _open = [];
    private FeedItem? _item;
    private int _itemDepth;
    private (XmlTag Tag, int Depth)? _field;
    private string? _title;
    private readonly string _prefix;

    private FeedReader(string source)
    {
        _xml = new XmlScanner(source);
        var root = XmlScanner.RootOf(source);
        var name = root[..Math.Max(0, root.IndexOfAny(" \t\r\n>"))];
        _prefix = name.IndexOf(':') is > 0 and var colon && !name.StartsWith("rdf:") ? name[..(colon + 1)].ToString() : "";
    }

    public static Feed Read(string source)
    {
        var reader = new FeedReader(source);
        foreach (var tag in reader._xml.Tags(new TextSpan(0, source.Length)))
        {
            reader.Take(tag with { Name = reader._prefix.Length > 0 && tag.Name.StartsWith(reader._prefix, StringComparison.Ordinal) ? tag.Name[reader._prefix.Length..] : tag.Name });
            if (reader._items.Count >= MostItems)
            {
                break;
            }
        }

        return new Feed(reader._title, reader._items);
    }

    private void Take(XmlTag tag)
    {
        switch (tag.Mark)
        {
            case XmlMark.Start when _open.Count < Deepest:
                Begin(tag);
                _open.Add(tag.Name);
                break;
            case XmlMark.Empty when _item is not null && _field is null && _open.Count == _itemDepth + 1:
                _item.Add(tag, new TextSpan(tag.After, 0));
                break;
            case XmlMark.End when _open.LastIndexOf(tag.Name) is >= 0 and var depth:
                _open.RemoveRange(depth, _open.Count - depth);
                End(tag);
                break;
        }
    }

    private void Begin(XmlTag tag)
    {
        if (_field is not null)
        {
            return;
        }

        if (tag.Name is "item" or "entry" && _item is null)
        {
            _item = new FeedItem(_xml);
            _items.Add(_item);
            _itemDepth = _open.Count;
        }
        else if (_item is not null ? _open.Count == _itemDepth + 1 : tag.Name == "title" && _title is null && _open is [.., "channel" or "feed"])
        {
            _field = (tag, _open.Count);
        }
    }

    private void End(XmlTag tag)
    {
        if (_field is { } field && _open.Count <= field.Depth)
        {
            var inner = TextSpan.FromBounds(field.Tag.After, tag.From);
            _field = null;
            if (_item is not null)
            {
                _item.Add(field.Tag, inner);
            }
            else
            {
                _title = Html.PageMetadata.Clean(_xml.Characters(inner).Text) is { Length: > 0 } title ? title : null;
            }
        }

        if (_item is not null && _open.Count <= _itemDepth)
        {
            _item = null;
        }
    }
}
