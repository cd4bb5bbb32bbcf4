using System.Runtime;

namespace Her2Gen.Preview;

/// <summary>Collects garbage while an author thinks, so that nothing is collected between a save and its page.</summary>
/// <remarks>Of a site of a thousand pages a build leaves 4 MB behind, and a collection takes longer than the build.</remarks>
internal static class IdleCollection
{
    // Enough for some saves that follow each other; past it, collections come as they always do.
    private const long Granted = 32 << 20;

    public static void Collect()
    {
        try
        {
            if (GCSettings.LatencyMode == GCLatencyMode.NoGCRegion) GC.EndNoGCRegion();
            GC.TryStartNoGCRegion(Granted);
        }
        catch (InvalidOperationException)
        {
            // A collection came in between, and has ended what was granted.
        }
    }
}
