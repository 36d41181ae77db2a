using Entente.Cli;
using Entente.Record.Asking;
using Entente.Server;
using Microsoft.Playwright;
using Xunit;

namespace Entente.Tests.Browser;

/// <summary>A record of the sample pages, served on a free port, and a browser to look at it: made once for all tests that do.</summary>
public sealed class SampleServer : IAsyncLifetime
{
    private const string Chromium = "/usr/bin/chromium";

    private static readonly string[] Quiet =
        ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];

    private readonly string _folder = Directory.CreateTempSubdirectory("entente-web-").FullName;
    private IPlaywright? _playwright;

    /// <summary>Why nothing can be looked at on this machine; null when it can.</summary>
    public string? Missing { get; } = !System.IO.File.Exists(Chromium)
        ? $"There is no {Chromium}: the web app is not looked at."
        : RecordServer.HasWebApp ? null : "The web app is not part of this build: Node.js was missing.";

    /// <summary>The record.</summary>
    public string File => Path.Combine(_folder, "samples.db");

    public Archive Archive { get; private set; } = null!;

    public RecordServer? Server { get; private set; }

    public IBrowser? Browser { get; private set; }

    public async ValueTask InitializeAsync()
    {
        if (Missing is not null)
        {
            return;
        }

        var file = File;
        DemoVerb.Read(file, CancellationToken.None);
        Archive = Archive.Open(file);
        Server = await RecordServer.StartAsync(Archive, "samples.db", 0, desk: new ReviewDesk(file, "ana"));
        _playwright = await Playwright.CreateAsync();
        Browser = await _playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions { ExecutablePath = Chromium, Args = Quiet });
    }

    public async ValueTask DisposeAsync()
    {
        if (Browser is not null)
        {
            await Browser.DisposeAsync();
        }

        _playwright?.Dispose();
        if (Server is not null)
        {
            await Server.DisposeAsync();
        }

        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }
}
