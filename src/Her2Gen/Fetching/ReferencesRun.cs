using System.Text;
using Her2Gen.Diagnostics;
using Her2Gen.Disk;
using Her2Gen.Files;
using Her2Gen.Probing;
using Her2Gen.References;
using Her2Gen.References.Csl;
using Her2Gen.Reporting;

namespace Her2Gen.Fetching;

/// <summary>Fetches records into <c>content/references.json</c>: shows what is new or otherwise, field by field, and writes the file whole or not at all.</summary>
internal sealed class ReferencesRun(ReferencesRequest request, TextWriter output, TextWriter errors, TimeProvider time)
{
    private const string Shown = "content/references.json";

    private readonly DiagnosticBag diagnostics = new();
    private readonly string file = Path.Combine(request.Site, "content", "references.json");
    private IReadOnlyDictionary<string, Reference> library = new Dictionary<string, Reference>();
    private byte[] before = [];
    private byte[] after = [];
    private int faults;
    private bool isCutOff;

    /// <summary>Adds works that the library does not have. The exit code.</summary>
    public async Task<int> AddAsync(IReadOnlyList<Asked> works, CancellationToken stop)
    {
        if (!ReadLibrary()) return ExitCode.ProblemsFound;
        Dictionary<string, Reference> known = new(library, StringComparer.Ordinal);
        await AskAsync(works, work =>
        {
            if (known.Values.FirstOrDefault(work.Is) is not { } there) return true;
            Say($"{work} is there already, as `{there.Key}`");
            return false;
        }, Add, stop);
        return Finish();

        void Add(Asked work, CslItem record)
        {
            Reference added = new(record.As(FreeKey(record, known)), default);
            if (known.Values.FirstOrDefault(other => IsSame(other, added)) is { } twin)
            {
                Say($"{work} is there already, as `{twin.Key}`");
                return;
            }

            known[added.Key] = added;
            after = LibraryEdit.Add(after, added.Item);
            Say($"{added.Key}: new, from {work.Registry}");
            foreach ((string name, string value) in CslJsonWriter.Members(added.Item).Where(member => member.Name != "id")) Say($"  + {name}: {value}");
        }
    }

    /// <summary>Asks again for works of the library. The exit code.</summary>
    /// <param name="keys">Of the references to look at; all that have a DOI or a PMID when none are named.</param>
    public async Task<int> UpdateAsync(IReadOnlyList<string> keys, CancellationToken stop)
    {
        if (!ReadLibrary()) return ExitCode.ProblemsFound;
        foreach (string key in keys.Where(key => !library.ContainsKey(key))) Fail($"no reference `{key}`{(Nearest.Hint(key, library.Keys) is { } hint ? ": " + hint : "")}");
        foreach (string key in keys.Where(key => library.TryGetValue(key, out Reference? reference) && reference.Location.File != Shown)) Fail($"`{key}` stands in {library[key].Location.File}, and only {Shown} is written");
        foreach (string key in keys.Where(key => library.TryGetValue(key, out Reference? reference) && Asked.Of(reference) is null)) Fail($"`{key}` has neither a DOI nor a PMID to ask for");
        if (faults > 0) return ExitCode.CouldNotRun;
        Dictionary<Asked, Reference> due = library.Values
            .Where(reference => reference.Location.File == Shown && (keys.Count == 0 || keys.Contains(reference.Key)) && Asked.Of(reference) is not null)
            .ToDictionary(reference => Asked.Of(reference) ?? throw new InvalidOperationException());
        if (due.Count == 0)
        {
            Say($"no reference of {Shown} has a DOI or a PMID to ask for");
            return ExitCode.Sound;
        }

        await AskAsync([.. due.Keys], _ => true, (work, record) => Update(due[work], record), stop);
        return Finish();
    }

    private void Update(Reference reference, CslItem record)
    {
        IReadOnlyList<FieldChange> changes = FieldChange.Between(reference.Item, record);
        if (changes.Count == 0) return;
        after = LibraryEdit.Change(after, reference.Key, changes);
        Say($"{reference.Key}: {changes.Count} {(changes.Count == 1 ? "field" : "fields")}");
        foreach (FieldChange change in changes) Say($"  {change}");
    }

    // One work at a time; when a registry cannot be asked, nothing else is asked for.
    private async Task AskAsync(IReadOnlyList<Asked> works, Func<Asked, bool> isDue, Action<Asked, CslItem> take, CancellationToken stop)
    {
        RequestSettings settings = new(request.Timeout, request.Pace, Concurrency: 1, RequestSettings.AgentFor(request.Mail is null ? null : new Uri("mailto:" + request.Mail), "asks for the records of references"));
        using Requests requests = new(settings, time);
        Registries registries = new(requests, request.Registries);
        foreach (Asked work in works.Distinct().Where(isDue))
        {
            Fetched fetched = await FetchAsync(registries, work, stop);
            if (fetched.Record is { } record) take(work, record);
            else Fail(fetched.Fault);
            isCutOff |= fetched.IsSilent;
            if (isCutOff) return;
        }
    }

    private static async Task<Fetched> FetchAsync(Registries registries, Asked work, CancellationToken stop)
    {
        try
        {
            return await registries.FetchAsync(work, stop);
        }
        catch (OperationCanceledException)
        {
            return new Fetched(null, "stopped", IsSilent: true);
        }
    }

    private int Finish()
    {
        if (isCutOff)
        {
            errors.Write($"her2gen: {Shown} was left as it is\n");
            return ExitCode.CouldNotRun;
        }

        bool hasChanged = !after.AsSpan().SequenceEqual(before);
        if (!hasChanged) Say("nothing to change");
        else if (request.IsDry) Say($"{Shown} would change; nothing was written");
        else if (WholeFile.Write(file, Encoding.UTF8.GetString(after)) is { } refused)
        {
            errors.Write($"her2gen: {Shown} {Printable.Of(refused)}\n");
            return ExitCode.CouldNotRun;
        }
        else Say($"wrote {Shown}");
        return faults > 0 ? ExitCode.ProblemsFound : ExitCode.Sound;
    }

    // What is broken is not changed: nobody knows what would come of it.
    private bool ReadLibrary()
    {
        if (FolderReader.Read(Path.Combine(request.Site, "content"), "", diagnostics, except: "editions/") is not { } read) return Refuse();
        FileTree content = new(read);
        library = ReferenceReader.Read(content, "content/", diagnostics);
        if (diagnostics.Errors > 0) return Refuse();
        before = after = content.TryGet(ReferenceReader.FileNames[0], out ReadOnlyMemory<byte> json) ? json.ToArray() : [.. "[]\n"u8];
        return true;

        bool Refuse()
        {
            foreach (Diagnostic found in diagnostics.Sorted()) errors.Write($"{Printable.Of(found.ToString())}\n");
            errors.Write("her2gen: the references cannot be read; nothing was asked for\n");
            return false;
        }
    }

    // As people make keys: `slamon2001`, and `slamon2001b` where that is taken.
    private static string FreeKey(CslItem record, Dictionary<string, Reference> known)
    {
        CslName? first = record.Names("author") is [var one, ..] ? one : null;
        string name = first is null ? record.Text("title") ?? "" : first.Literal.Length > 0 ? first.Literal : first.Family;
        string letters = string.Concat(NameFold.Decomposed(name).Where(char.IsAsciiLetterOrDigit).Take(20)).ToLowerInvariant();
        string key = $"{(letters.Length > 0 ? letters : "work")}{record.Date("issued")?.Start.Year}";
        if (!known.ContainsKey(key)) return key;
        for (int i = 1; ; i++)
            if ($"{key}{(i < 26 ? (char)('a' + i) : "-" + i)}" is var other && !known.ContainsKey(other)) return other;
    }

    private static bool IsSame(Reference one, Reference other) => (one.Doi is { } doi && doi == other.Doi) || (one.Pmid is { } pmid && pmid == other.Pmid);

    private void Say(string line) => output.Write($"{Printable.Of(line)}\n");

    private void Fail(string fault)
    {
        faults++;
        errors.Write($"her2gen: {Printable.Of(fault)}\n");
    }
}
