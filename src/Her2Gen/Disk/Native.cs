using System.Runtime.InteropServices;

namespace Her2Gen.Disk;

/// <summary>The calls of Linux that .NET has no name for. Elsewhere callers do without.</summary>
internal static partial class Native
{
    private const int CurrentFolder = -100;
    private const uint ExchangeNames = 2;
    private const int ReadOnly = 0;
    private const int NoFollow = 0x100;
    private const uint TypeOnly = 1;
    private const int FileTypeMask = 0xF000;
    private const int RegularFile = 0x8000;

    // struct statx is the same on every architecture: 256 bytes, the mode at 28.
    private const int StatxSize = 256;
    private const int StatxMode = 28;

    /// <summary>Makes two names change places in one step: renameat2(2) with RENAME_EXCHANGE.</summary>
    public static bool TryExchange(string one, string other) =>
        OperatingSystem.IsLinux() && RenameAt2(CurrentFolder, one, CurrentFolder, other, ExchangeNames) == 0;

    /// <summary>Gives a file a second name: link(2).</summary>
    public static bool TryLink(string file, string name) => !OperatingSystem.IsWindows() && Link(file, name) == 0;

    /// <summary>Makes the names in a folder last through a loss of power: fsync(2) of the folder.</summary>
    public static void SyncFolder(string folder)
    {
        if (!OperatingSystem.IsLinux()) return;
        int handle = Open(folder, ReadOnly);
        if (handle < 0) return;
        _ = FSync(handle);
        _ = Close(handle);
    }

    /// <summary>Whether opening the file may wait for ever, as a pipe's does.</summary>
    public static bool IsRegularFile(string path)
    {
        if (!OperatingSystem.IsLinux()) return true;
        byte[] status = new byte[StatxSize];
        return Statx(CurrentFolder, path, NoFollow, TypeOnly, status) == 0 && (BitConverter.ToUInt16(status, StatxMode) & FileTypeMask) == RegularFile;
    }

    /// <summary>The error of a watch that the system does not grant: ENOSPC.</summary>
    public const int NoSpace = 28;

    private const int CloseOnExec = 0x80000;

    /// <summary>A queue of events in folders, or a negative number: inotify_init1(2).</summary>
    public static int OpenWatch() => InotifyInit(CloseOnExec);

    /// <summary>Adds a folder to such a queue: inotify_add_watch(2). Its number, or a negative one.</summary>
    public static int AddWatch(int queue, string folder, uint events) => InotifyAddWatch(queue, folder, events);

    /// <summary>Waits for bytes and reads them: read(2). How many, or a number that is not positive.</summary>
    public static int Read(int handle, byte[] buffer) => (int)ReadBytes(handle, buffer, buffer.Length);

    public static void CloseHandle(int handle) => _ = Close(handle);

    [LibraryImport("libc", EntryPoint = "inotify_init1")]
    private static partial int InotifyInit(int flags);

    [LibraryImport("libc", EntryPoint = "inotify_add_watch", StringMarshalling = StringMarshalling.Utf8, SetLastError = true)]
    private static partial int InotifyAddWatch(int queue, string path, uint mask);

    [LibraryImport("libc", EntryPoint = "read")]
    private static partial nint ReadBytes(int handle, [Out] byte[] buffer, nint count);

    [LibraryImport("libc", EntryPoint = "renameat2", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int RenameAt2(int oldFolder, string oldPath, int newFolder, string newPath, uint flags);

    [LibraryImport("libc", EntryPoint = "link", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Link(string oldPath, string newPath);

    [LibraryImport("libc", EntryPoint = "open", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync")]
    private static partial int FSync(int handle);

    [LibraryImport("libc", EntryPoint = "close")]
    private static partial int Close(int handle);

    [LibraryImport("libc", EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Statx(int folder, string path, int flags, uint mask, [Out] byte[] status);
}
