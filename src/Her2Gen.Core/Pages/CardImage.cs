using Her2Gen.Files;

namespace Her2Gen.Pages;

/// <summary>The picture that social sites show beside a link to any page.</summary>
/// <param name="Path">In the output.</param>
/// <param name="Size">In pixels.</param>
/// <param name="MediaType">As IANA registers it.</param>
/// <param name="Alt">What it shows, in words.</param>
public sealed record CardImage(FilePath Path, ImageSize Size, string MediaType, string Alt);
