using System.CommandLine;
using Her2Gen.Disk;
using Her2Gen.Files;

namespace Her2Gen.Commands;

/// <summary><c>her2gen new DIR</c>: a small site that builds and checks clean.</summary>
internal static class NewCommand
{
    public static Command Create()
    {
        Argument<string> folder = new("DIR") { Description = "The folder to make; it may exist if it is empty" };
        Command command = new("new", "Make a small site to start from") { folder };
        command.SetAction(parsed => Run(parsed.GetRequiredValue(folder)));
        return command;
    }

    private static int Run(string folder)
    {
        if (File.Exists(folder) || (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any()))
        {
            Console.Error.Write($"her2gen: {folder} is there and not empty; nothing was written\n");
            return ExitCode.CouldNotRun;
        }

        try
        {
            foreach ((FilePath path, ReadOnlyMemory<byte> bytes) in Embedded.Under("starter/"))
            {
                string file = Path.Combine(folder, path.Value);
                Directory.CreateDirectory(Path.GetDirectoryName(file) ?? folder);
                File.WriteAllBytes(file, bytes.Span);
            }
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            Console.Error.Write($"her2gen: {refused.Message}\n");
            return ExitCode.CouldNotRun;
        }

        Console.Out.Write($"made a site in {folder}; next: her2gen serve --site {folder}\n");
        return ExitCode.Sound;
    }
}
