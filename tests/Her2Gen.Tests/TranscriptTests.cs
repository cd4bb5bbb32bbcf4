using System.Text;
using System.Text.RegularExpressions;

namespace Her2Gen.Tests;

/// <summary>Behaviours of the whole program: the files, the commands, what they printed and how they ended, in one text file each.</summary>
/// <remarks>
/// <c>== path</c> starts a file over the sound site of <see cref="TestSite"/> (<c>-- path</c> removes one), <c>$ her2gen …</c> runs the program in the site's folder,
/// <c>$ ls DIR</c> lists a folder's files, <c>$ cat FILE</c> prints one. What follows a command is what is expected of it.
/// </remarks>
public sealed partial class TranscriptTests
{
    [GeneratedRegex(@"\.[0-9a-f]{10}\.")]
    private static partial Regex Fingerprint { get; }

    // Of the theme too, and so no more about an edition than a fingerprint is.
    [GeneratedRegex(@"[0-9a-f]{128}|[0-9a-f]{16}…|\b\d{6}(\.\d+)?\b")]
    private static partial Regex DigestOrSize { get; }

    private const string Folder = "transcripts";

    public static TheoryData<string> All => Cases.Names(Folder, ".txt");

    [Theory]
    [MemberData(nameof(All))]
    public void The_program_behaves_as_its_transcript_says(string name)
    {
        string file = Path.Combine(Cases.Folder(Folder), name + ".txt");
        using TemporaryFolder folder = new();
        folder.Write(new TestSite().Sources());
        StringBuilder seen = new();
        StringBuilder? text = null;
        string path = "";
        void Finish()
        {
            if (text is not null) folder.Write(path, text.ToString());
            text = null;
        }

        bool inExpectation = false;
        foreach (string line in File.ReadAllText(file).TrimEnd('\n').Split('\n'))
        {
            if (line.StartsWith("== ", StringComparison.Ordinal) || line.StartsWith("-- ", StringComparison.Ordinal) || line.StartsWith("$ ", StringComparison.Ordinal))
            {
                Finish();
                inExpectation = line[0] == '$';
                seen.Append(line).Append('\n');
                if (line[0] == '=') (path, text) = (line[3..], new StringBuilder());
                if (line[0] == '-') File.Delete(folder[line[3..]]);
                if (line[0] == '$') seen.Append(Run(folder, line[2..].Split(' ')));
            }
            else if (!inExpectation)
            {
                text?.Append(line).Append('\n');
                seen.Append(line).Append('\n');
            }
        }

        Cases.Compare(file, seen.ToString());
    }

    private static string Run(TemporaryFolder folder, string[] command)
    {
        // A fingerprint says nothing that a transcript is about.
        if (command[0] == "ls") return string.Concat(TemporaryFolder.Snapshot(folder[command[1]]).Keys.Select(file => Fingerprint.Replace(file, ".HASH.") + "\n"));
        if (command[0] == "cat") return File.ReadAllText(folder[command[1]]);
        ProcessResult result = Her2GenProcess.Run(folder.Path, command[1..]);
        string output = (result.Output + result.Error).Replace(folder.Path, "FOLDER", StringComparison.Ordinal);
        return $"{DigestOrSize.Replace(Fingerprint.Replace(output, ".HASH."), "N")}[{result.ExitCode}]\n";
    }
}
