using System.Net;
using Entente.Claims.Coding;
using Entente.Record.Asking;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Entente.Server;

/// <summary>The port that a server was to listen at belongs to another program.</summary>
public sealed class PortTakenException(int port, Exception inner)
    : Exception($"Port {port} is taken: stop the program that uses it, or choose another with --port.", inner);

/// <summary>
/// Serves a record on 127.0.0.1: the API under /api/ and the web app. It reads the record and the coder's tables, writes nothing but what people decide in a review, and talks to nobody.
/// </summary>
public sealed class RecordServer : IAsyncDisposable
{
    public const int DefaultPort = 5174;

    /// <summary>A decision on thousands of claims alike has their ids.</summary>
    private const int MostSent = 1 << 20;

    private readonly WebApplication _app;

    private RecordServer(WebApplication app) => _app = app;

    /// <summary>Where it listens: "http://127.0.0.1:5174/".</summary>
    public Uri Address => new(_app.Urls.First());

    /// <summary>Whether the web app is part of this build; else only the API answers.</summary>
    public static bool HasWebApp => WebFiles.Built;

    /// <summary>Starts serving.</summary>
    /// <param name="name">What to call the record to a reader.</param>
    /// <param name="port">0 for any free one.</param>
    /// <param name="desk">Where decisions of the page are written; without it the server only answers questions.</param>
    /// <param name="coder">Loads the coder that says why a sentence yielded nothing, when that is first asked; without it the one that ships.</param>
    /// <exception cref="PortTakenException">Another program listens there.</exception>
    public static async Task<RecordServer> StartAsync(Archive archive, string name, int port = DefaultPort, Func<Coder>? coder = null, ReviewDesk? desk = null, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(archive);
        ArgumentOutOfRangeException.ThrowIfNegative(port);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(port, IPEndPoint.MaxPort);
        var app = Build(archive, name, port, coder ?? Coder.Load, desk);
        try
        {
            await app.StartAsync(stop);
            return new RecordServer(app);
        }
        catch (IOException e) when (e.InnerException is AddressInUseException)
        {
            await app.DisposeAsync();
            throw new PortTakenException(port, e);
        }
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static WebApplication Build(Archive archive, string name, int port, Func<Coder> coder, ReviewDesk? desk)
    {
        // An empty builder: no settings file, no environment variable and no logger can make it listen elsewhere or tell anybody anything.
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = MostSent;
            kestrel.Listen(IPAddress.Loopback, port);
        });
        builder.Services.AddRoutingCore();
        builder.Services.ConfigureHttpJsonOptions(json => AnswerJson.Configure(json.SerializerOptions));
        var app = builder.Build();
        app.Use((context, next) => Gate.Pass(context, next, desk is not null));
        app.UseRouting();
        Api.Map(app, archive, name, coder, desk);
        app.MapFallback("{**path}", File);
        return app;
    }
    private static IResult File(HttpContext context)
    {
        if (WebFiles.Find(context.Request.Path.Value ?? "/") is not { } file)
        {
            return Api.Refuse(StatusCodes.Status404NotFound, "There is no such page", "Open the address without a path.");
        }

        if (context.Request.Headers.IfNoneMatch == file.Tag)
        {
            return Results.StatusCode(StatusCodes.Status304NotModified);
        }

        context.Response.Headers.ETag = file.Tag;
        return Results.Bytes(file.Content, file.Type);
    }
}
