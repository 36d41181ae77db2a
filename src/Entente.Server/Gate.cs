using Entente.Record;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Entente.Server;

/// <summary>
/// What every request passes: it must be meant for this machine, only ask, and its answer forbids the browser to talk to anybody else.
/// A page of another site that resolves its own name to 127.0.0.1 comes with that name in the Host header, and is turned away (DNS rebinding).
/// </summary>
internal static class Gate
{
    public static async Task Pass(HttpContext context, Func<Task> next)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; object-src 'none'";
        headers.XContentTypeOptions = "nosniff";
        headers[HeaderNames.CacheControl] = "no-cache";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        var refusal = Refusal(context.Request);
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

    private static IResult? Refusal(HttpRequest request)
    {
        if (request.Host.Host is not ("127.0.0.1" or "localhost"))
        {
            return Api.Refuse(StatusCodes.Status421MisdirectedRequest, "This server answers its own machine alone", "Open it as http://127.0.0.1 or http://localhost with its port.");
        }

        return HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)
            ? null
            : Api.Refuse(StatusCodes.Status405MethodNotAllowed, "This server only answers questions", "Ask with GET. What is in the record is changed by the command line alone.");
    }
}
