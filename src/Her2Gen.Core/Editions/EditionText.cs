namespace Her2Gen.Editions;

/// <summary>What the article's page of one edition says to its reader, in the order of reading.</summary>
/// <param name="Date">Of the edition, YYYY-MM-DD; empty when the page does not say it.</param>
/// <param name="LongDate">The same in words, as the page has it.</param>
/// <param name="WhatsNew">What its authors say is new; empty when they say nothing.</param>
/// <param name="ConclusionsChanged">Whether its authors say that conclusions changed; null when they do not say.</param>
/// <param name="Sections">In order; nested by their levels.</param>
/// <param name="References">The reference list.</param>
/// <param name="Metadata">Title, authors, dates, licence, statements: a name and what it says.</param>
public sealed record EditionText(
    string Title,
    string Lang,
    string Date,
    string LongDate,
    string WhatsNew,
    bool? ConclusionsChanged,
    IReadOnlyList<EditionSection> Sections,
    IReadOnlyList<TextBlock> References,
    IReadOnlyList<TextBlock> Metadata);
