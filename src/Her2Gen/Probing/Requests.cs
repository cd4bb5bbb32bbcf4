using System.Net;
using System.Net.Http.Headers;
using Her2Gen.Links;

namespace Her2Gen.Probing;

/// <summary>Sends requests, each at its host's turn, and again when the answer may pass. Redirects are not followed here.</summary>
internal sealed class Requests : IDisposable
{
    /// <summary>The most that is read of a body, after decompression.</summary>
    public const int LongestBody = 4 << 20;

    private const int FirstRead = 1 << 16;
    private const int Tries = 3;

    private static readonly TimeSpan FirstBackOff = TimeSpan.FromSeconds(2);

    // A server that asks for more is taken at its word, and left alone until the next run.
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(2);

    private readonly RequestSettings settings;
    private readonly TimeProvider time;
    private readonly HostTurns turns;
    private readonly HttpClient http;

    public Requests(RequestSettings settings, TimeProvider time)
    {
        this.settings = settings;
        this.time = time;
        turns = new HostTurns(settings.Pace, settings.Concurrency, time);
        // No cookies: what one site says to us is not repeated to another, nor in the next request.
        http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, AutomaticDecompression = DecompressionMethods.All }) { Timeout = Timeout.InfiniteTimeSpan };
        http.DefaultRequestHeaders.UserAgent.ParseAdd(settings.UserAgent);
        http.DefaultRequestHeaders.Accept.ParseAdd("text/html, application/xhtml+xml, application/json;q=0.9, */*;q=0.8");
    }

    /// <param name="isEnough">Looks at the beginning of the body, longer each time, and says when to stop; null when no body is needed.</param>
    public async Task<Reply> SendAsync(HttpMethod method, Uri address, Func<ReadOnlyMemory<byte>, bool>? isEnough, CancellationToken stop)
    {
        for (int attempt = 1; ; attempt++)
        {
            Reply reply = await turns.TakeAsync(address, () => SendOnceAsync(method, address, isEnough, stop), stop);
            // Servers fail at HEAD that do well at GET: that is tried next, and not HEAD again.
            bool mayPass = method == HttpMethod.Head ? StatusCode.AsksToWait(reply.Status) : StatusCode.MayPass(reply.Status) || reply.IsBroken;
            TimeSpan wait = reply.RetryAfter ?? FirstBackOff * Math.Pow(2, attempt - 1);
            if (!mayPass || attempt == Tries || wait > LongestWait) return reply;
            await turns.PauseAsync(address, wait, stop);
        }
    }

    public void Dispose()
    {
        http.Dispose();
        turns.Dispose();
    }

    private async Task<Reply> SendOnceAsync(HttpMethod method, Uri address, Func<ReadOnlyMemory<byte>, bool>? isEnough, CancellationToken stop)
    {
        using CancellationTokenSource late = new(settings.Timeout, time);
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, stop);
        try
        {
            using HttpRequestMessage request = new(method, address);
            using HttpResponseMessage response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            (ReadOnlyMemory<byte> body, bool isCut) = isEnough is null ? (default, false) : await ReadAsync(await response.Content.ReadAsStreamAsync(either.Token), isEnough, either.Token);
            return new Reply((int)response.StatusCode, Failure: null)
            {
                Location = response.Headers.TryGetValues("Location", out IEnumerable<string>? values) ? values.First() : null,
                RetryAfter = Wait(response.Headers.RetryAfter),
                MediaType = response.Content.Headers.ContentType?.MediaType?.ToLowerInvariant() ?? "",
                Body = body,
                IsCut = isCut,
            };
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return new Reply(0, "time-out") { IsSilent = true };
        }
        catch (Exception failed) when (failed is HttpRequestException or IOException or InvalidDataException)
        {
            HttpRequestError error = (failed as HttpRequestException)?.HttpRequestError ?? (failed as HttpIOException)?.HttpRequestError ?? HttpRequestError.Unknown;
            return new Reply(0, Failure(error))
            {
                IsSilent = error is HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError,
                IsBroken = error is HttpRequestError.ResponseEnded or HttpRequestError.Unknown,
            };
        }
    }

    private static string Failure(HttpRequestError error) => error switch
    {
        HttpRequestError.NameResolutionError => "no such host",
        HttpRequestError.ConnectionError => "no connection",
        HttpRequestError.SecureConnectionError => "no secure connection",
        HttpRequestError.ResponseEnded or HttpRequestError.Unknown => "connection broken",
        HttpRequestError.InvalidResponse or HttpRequestError.HttpProtocolError => "not HTTP",
        _ => "no answer",
    };

    // RFC 9110, section 10.2.3: seconds, or a date.
    private TimeSpan? Wait(RetryConditionHeaderValue? retryAfter) =>
        retryAfter?.Delta ?? (retryAfter?.Date is { } date ? date > time.GetUtcNow() ? date - time.GetUtcNow() : TimeSpan.Zero : null);

    private static async Task<(ReadOnlyMemory<byte> Body, bool IsCut)> ReadAsync(Stream stream, Func<ReadOnlyMemory<byte>, bool> isEnough, CancellationToken stop)
    {
        byte[] bytes = new byte[FirstRead];
        int length = 0;
        while (true)
        {
            int read = await stream.ReadAtLeastAsync(bytes.AsMemory(length), bytes.Length - length, throwOnEndOfStream: false, stop);
            length += read;
            if (length < bytes.Length) return (bytes.AsMemory(0, length), false);
            if (isEnough(bytes)) return (bytes, false);
            if (length == LongestBody) return (bytes, true);
            // Twice as much each time, so that looking at it all costs no more than looking twice.
            Array.Resize(ref bytes, bytes.Length * 2);
        }
    }
}
