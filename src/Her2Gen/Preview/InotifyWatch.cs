using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;
using Her2Gen.Disk;

namespace Her2Gen.Preview;

/// <summary>Watches a site's folder by inotify(7), which tells when a file that was written is closed: no save is seen half done, and none has to wait.</summary>
internal sealed class InotifyWatch : IDisposable
{
    // inotify.h
    private const uint Modified = 0x2;
    private const uint AttributesChanged = 0x4;
    private const uint WrittenAndClosed = 0x8;
    private const uint MovedFrom = 0x40;
    private const uint MovedTo = 0x80;
    private const uint Created = 0x100;
    private const uint Deleted = 0x200;
    private const uint SelfDeleted = 0x400;
    private const uint SelfMoved = 0x800;
    private const uint Overflow = 0x4000;
    private const uint IsFolder = 0x40000000;
    private const uint All = Modified | AttributesChanged | WrittenAndClosed | MovedFrom | MovedTo | Created | Deleted | SelfDeleted | SelfMoved;
    private const int HeaderSize = 16;

    private static readonly string[] Parts = ["content", "templates"];

    private readonly string root;
    private readonly Action<FileEvent> note;
    private readonly Dictionary<int, string> folders = [];
    private readonly byte[] buffer = new byte[1 << 16];
    private volatile bool isDisposed;
    private int queue;

    /// <exception cref="IOException">The system grants no watch.</exception>
    public InotifyWatch(string root, Action<FileEvent> note)
    {
        this.root = root;
        this.note = note;
        Open();
        new Thread(Run) { IsBackground = true, Name = "inotify" }.Start();
    }

    // Its thread notices with the next event, or ends with the process.
    public void Dispose() => isDisposed = true;

    private void Run()
    {
        while (!isDisposed)
        {
            int length = Native.Read(queue, buffer);
            // A folder came or went: the watches are made anew, before anybody looks at what is there now.
            if (length > 0 && Tell(buffer.AsSpan(0, length))) continue;
            Native.CloseHandle(queue);
            try
            {
                Open();
            }
            catch (IOException refused)
            {
                Console.Error.Write($"her2gen: {refused.Message}; changes are not seen any more\n");
                return;
            }

            note(new FileEvent(null, IsSettled: false));
        }
    }

    // False when the watches are no longer right.
    private bool Tell(ReadOnlySpan<byte> read)
    {
        while (read.Length >= HeaderSize)
        {
            int watch = BinaryPrimitives.ReadInt32LittleEndian(read);
            uint what = BinaryPrimitives.ReadUInt32LittleEndian(read[4..]);
            int nameLength = BinaryPrimitives.ReadInt32LittleEndian(read[12..]);
            string name = Encoding.UTF8.GetString(read.Slice(HeaderSize, nameLength)).TrimEnd('\0');
            read = read[(HeaderSize + nameLength)..];
            if ((what & Overflow) != 0) return false;
            if (!folders.TryGetValue(watch, out string? folder)) continue;
            bool isRoot = folder == root;
            if (isRoot && !Parts.Contains(name)) continue;
            if (isRoot || (what & (SelfDeleted | SelfMoved)) != 0 || ((what & IsFolder) != 0 && (what & (Created | Deleted | MovedFrom | MovedTo)) != 0)) return false;
            if (name.Length > 0 && (what & IsFolder) == 0) note(new FileEvent(Path.Combine(folder, name), IsSettled: (what & (WrittenAndClosed | MovedTo)) != 0));
        }

        return true;
    }

    private void Open()
    {
        queue = Native.OpenWatch();
        if (queue < 0) throw new IOException("the system grants no more watches of folders (fs.inotify.max_user_instances)");
        folders.Clear();
        Add(root, Created | Deleted | MovedFrom | MovedTo);
        foreach (string part in Parts) AddTree(new DirectoryInfo(Path.Combine(root, part)));
    }

    // The watch first, and then a look at what is in there: nothing comes in between.
    private void AddTree(DirectoryInfo folder)
    {
        if (!folder.Exists || !Add(folder.FullName, All)) return;
        try
        {
            foreach (DirectoryInfo inner in folder.EnumerateDirectories())
                if (inner.LinkTarget is null) AddTree(inner);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            // It went meanwhile, which the watch of the folder around it tells; or it may not be read, which reading reports.
        }
    }

    private bool Add(string folder, uint what)
    {
        int watch = Native.AddWatch(queue, folder, what);
        if (watch >= 0) folders[watch] = folder;
        else if (Marshal.GetLastPInvokeError() == Native.NoSpace) throw new IOException("the system grants no more watches of folders (fs.inotify.max_user_watches)");
        return watch >= 0;
    }
}
