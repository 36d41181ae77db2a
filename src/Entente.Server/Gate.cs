using Entente.Record;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Entente.Server;

/// <summary>
/// What every request passes: it must be meant for this machine, only ask or be a decision of the own page, and its answer forbids the browser to talk to anybody else.
/// A page of another site that resolves its own name to 127.0.0.1 comes with that name in the Host header, and is turned away (DNS rebinding).
/// </summary>
internal static class Gate
{
    /// <summary>What the page sends with a decision.</summary>
    public const string Header = "X-Entente";

    /// <param name="writes">Whether decisions are taken.</param>
    public static async Task Pass(HttpContext context, Func<Task> next, bool writes)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'";
        headers.XContentTypeOptions = "nosniff";
        headers[HeaderNames.CacheControl] = "no-cache";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        var refusal = Refusal(context.Request, writes);
        if (refusal is not null)
        {
            await refusal.ExecuteAsync(context);
            return;
        }

        try
        {
            await next();
        }
        catch (RecordException e) when (!context.Response.HasStarted)
        {
            await Api.Refuse(StatusCodes.Status503ServiceUnavailable, "The record cannot be used", e.Message, e.Problem.Code).ExecuteAsync(context);
        }
    }

    /// <summary>
    /// A page of another site can make a browser send a form, but no header of its own to another place without asking first, which nobody here answers (CSRF).
    /// </summary>
    private static bool IsOwnPage(HttpRequest request) => request.Headers.ContainsKey(Header) && request.HasJsonContentType()
        && (request.Headers.Origin is not [var origin] || origin == $"{request.Scheme}://{request.Host}") && request.Headers["Sec-Fetch-Site"] is [] or ["same-origin"];

    private static IResult? Refusal(HttpRequest request, bool writes)
    {
        if (request.Host.Host is not ("127.0.0.1" or "localhost"))
        {
            return Api.Refuse(StatusCodes.Status421MisdirectedRequest, "This server answers its own machine alone", "Open it as http://127.0.0.1 or http://localhost with its port.");
        }

        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
        {
            return null;
        }

        return !writes || !HttpMethods.IsPost(request.Method) || request.Path != Api.Decisions
            ? Api.Refuse(StatusCodes.Status405MethodNotAllowed, "This server only answers questions", $"Ask with GET. Only a decision of a review is sent, to {Api.Decisions}, and that to a server that was not started with --read-only.")
            : IsOwnPage(request) ? null : Api.Refuse(StatusCodes.Status403Forbidden, "Only this server's own page decides", $"Send JSON from the page itself, with the header {Header}.");
    }
}
