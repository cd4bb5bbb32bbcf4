using Her2Gen.Links;
using Her2Gen.Probing;
using Her2Gen.References;
using Her2Gen.References.Csl;

namespace Her2Gen.Fetching;

/// <summary>Asks Crossref for a DOI and PubMed for a PMID, one after another.</summary>
internal sealed class Registries(Requests requests, FetchSettings settings)
{
    public async Task<Fetched> FetchAsync(Asked work, CancellationToken stop)
    {
        RedirectPath path = new(AddressOf(work));
        while (true)
        {
            Reply reply = await requests.SendAsync(HttpMethod.Get, path.Here, _ => false, stop);
            if (StatusCode.IsRedirect(reply.Status))
            {
                if (path.Follow(reply.Status, reply.Location) is { } refused) return Silent($"{work.Registry} {refused}");
                continue;
            }

            if (reply.Failure is { } failure) return Silent($"{work.Registry} could not be asked: {failure}");
            if (reply.Status is 400 or 404) return Missing($"{work.Registry} has no {work}");
            if (StatusCode.Outcome(reply.Status) != LookOutcome.Alive) return Silent($"{work.Registry} did not answer: status {reply.Status}");
            if (reply.IsCut || RegistryRecord.Read(reply.Body) is not { } record) return Missing($"{work.Registry} has no record of {work} that can be read");
            return Check(work, record);
        }
    }

    private Uri AddressOf(Asked work) => work.Doi is { } doi ? new Uri(settings.Crossref + Uri.EscapeDataString(doi.Value)) : new Uri($"{settings.PubMed}{work.Pmid}");

    // An answer to another question is none.
    private static Fetched Check(Asked work, CslItem record)
    {
        Reference reference = new(record, default);
        if (work.Is(reference)) return new Fetched(record, "", IsSilent: false);
        return Missing($"{work.Registry} answered with another work than {work}: {(work.Doi is null ? $"PMID {reference.Pmid}" : $"DOI {reference.Doi}")}");
    }

    private static Fetched Silent(string fault) => new(null, fault, IsSilent: true);

    private static Fetched Missing(string fault) => new(null, fault, IsSilent: false);
}
