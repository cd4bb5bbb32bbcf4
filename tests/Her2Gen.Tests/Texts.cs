using CsCheck;

namespace Her2Gen.Tests;

/// <summary>Texts to trouble a reader with.</summary>
internal static class Texts
{
    /// <summary>Any text at all, lone surrogates and control characters too.</summary>
    public static readonly Gen<string> Any = Gen.String;

    /// <summary>Pieces of a language in any order: what is nearly right goes deeper than what is wholly wrong.</summary>
    public static Gen<string> Of(params string[] pieces) =>
        Gen.OneOf(Gen.OneOf(pieces), Gen.OneOf(pieces), Gen.OneOf(pieces), Gen.String[0, 3]).Array[0, 40].Select(string.Concat);

    /// <summary>A text with one stretch cut out or replaced.</summary>
    public static Gen<string> Damaged(string sound, params string[] pieces) =>
        Gen.Select(Gen.Int[0, sound.Length], Gen.Int[0, 12], Gen.OneOf(Gen.OneOf(pieces), Gen.String[0, 4]))
            .Select((at, length, put) => sound[..at] + put + sound[Math.Min(sound.Length, at + length)..]);
}
