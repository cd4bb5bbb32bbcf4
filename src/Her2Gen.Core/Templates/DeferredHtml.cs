namespace Her2Gen.Templates;

/// <summary>Markup that is made when a template writes it: citations in it are numbered in the order of the page.</summary>
public sealed record DeferredHtml(Lazy<string> Markup);
