using static Her2Gen.Diagnostics.Severity;

namespace Her2Gen.Diagnostics;

/// <summary>Every rule there is. Bands: 1 command line, configuration and files; 2 templates; 3 article and references; 4 links; 5 structure and accessibility; 6 editions.</summary>
public static class Rules
{
    public static readonly Rule FileUnreadable = new("HG101", "file-unreadable", Error, "A file or folder could not be read: it is missing, forbidden, or not a regular file.");
    public static readonly Rule TextEncoding = new("HG102", "text-encoding", Error, "A text file is not valid UTF-8; its characters would be lost.");
    public static readonly Rule YamlSyntax = new("HG103", "yaml-syntax", Error, "The YAML cannot be read.");
    public static readonly Rule YamlFeature = new("HG104", "yaml-feature", Error, "Anchors, aliases and tags are refused: they hide what a key says.");
    public static readonly Rule DuplicateKey = new("HG105", "duplicate-key", Error, "A key stands twice; which one counts would be a guess.");
    public static readonly Rule UnknownKey = new("HG106", "unknown-key", Error, "A key is not in the schema; most are misspelt, and would be ignored in silence.");
    public static readonly Rule MissingKey = new("HG107", "missing-key", Error, "A required key is missing.");
    public static readonly Rule WrongType = new("HG108", "wrong-type", Error, "A value has the wrong type or form for its key.");
    public static readonly Rule AmbiguousDate = new("HG109", "ambiguous-date", Error, "A date is not written YYYY-MM-DD; 01/03/2025 is January in one country and March in another.");
    public static readonly Rule OutputBlocked = new("HG110", "output-blocked", Error, "The output could not be written, or would overwrite a file that no build made.");
    public static readonly Rule OutputCollision = new("HG111", "output-collision", Error, "Two sources would be written to one place, on some disk or other.");
    public static readonly Rule FileName = new("HG112", "file-name", Error, "A file's name cannot be used in an address or on every disk.");
    public static readonly Rule UnsafePath = new("HG113", "unsafe-path", Error, "A symbolic link, a device or a path out of the site's folder is not followed.");
    public static readonly Rule SuppressionUnused = new("HG114", "suppression-unused", Warning, "A suppression in site.yml covers no finding: what it was for is mended, or it is misspelt.");
    public static readonly Rule SuppressionExpired = new("HG115", "suppression-expired", Error, "A suppression in site.yml is past its end, and what it covers is still there.");
    public static readonly Rule CheckedNothing = new("HG116", "checked-nothing", Error, "There was no page to check; an empty folder is never sound.");

    public static readonly Rule TemplateSyntax = new("HG201", "template-syntax", Error, "A template cannot be parsed.");
    public static readonly Rule TemplateError = new("HG202", "template-error", Error, "A template names something that it is not given, or fails while it draws.");
    public static readonly Rule TemplateMissing = new("HG203", "template-missing", Error, "A template, partial, directive or asset that is asked for does not exist.");

    public static readonly Rule UnknownCitation = new("HG301", "unknown-citation", Error, "A citation names no reference in the library.", OneCause: true);
    public static readonly Rule UncitedReference = new("HG302", "uncited-reference", Warning, "A reference is in the library, and no text cites it.");
    public static readonly Rule DuplicateReference = new("HG303", "duplicate-reference", Error, "Two references share a key or an identifier.");
    public static readonly Rule ReferenceSyntax = new("HG304", "reference-syntax", Error, "A library of references, or a record in it, cannot be read.");
    public static readonly Rule IdentifierMalformed = new("HG305", "identifier-malformed", Error, "A DOI, PMID, ORCID iD or similar identifier does not have the form that its registry gives it.");
    public static readonly Rule FootnoteWithoutText = new("HG306", "footnote-without-text", Error, "A footnote is called, and has no text.");
    public static readonly Rule FootnoteUncalled = new("HG307", "footnote-uncalled", Warning, "A footnote has a text, and nothing calls it.");
    public static readonly Rule RawHtml = new("HG308", "raw-html", Error, "Raw HTML is off: site.yml can allow it with `raw-html: true`.");
    public static readonly Rule AttributeRefused = new("HG309", "attribute-refused", Error, "An attribute is not on the list of those that can do no harm.");
    public static readonly Rule MarkdownRefused = new("HG310", "markdown-refused", Error, "The Markdown is nested too deeply, or is built to exhaust the reader.");
    public static readonly Rule DirectiveMalformed = new("HG311", "directive-malformed", Error, "A directive is not closed, or says something that its template would never see.");
    public static readonly Rule UnknownCrossReference = new("HG312", "unknown-cross-reference", Error, "A cross-reference names no figure, table or section of its page.", OneCause: true);
    public static readonly Rule UnmentionedFigure = new("HG313", "unmentioned-figure", Warning, "A numbered figure or table is never mentioned in its text: a reader does not know when to look at it.");
    public static readonly Rule DataSyntax = new("HG314", "data-syntax", Error, "A CSV file cannot be read as a table (RFC 4180), or two of its rows share an id.");
    public static readonly Rule DataColumn = new("HG315", "data-column", Error, "The columns of a CSV file and those of its description differ.");
    public static readonly Rule DataValue = new("HG316", "data-value", Error, "A cell does not hold what its column is described to hold.");
    public static readonly Rule UnknownData = new("HG317", "unknown-data", Error, "A text or a directive names a table, row, column or value that the data do not have.", OneCause: true);
    public static readonly Rule NumberDiffers = new("HG318", "number-differs", Error, "A number typed by hand differs from the one that the data have for it.");
    public static readonly Rule UnknownTerm = new("HG319", "unknown-term", Error, "A marked term or abbreviation is not in the glossary.", OneCause: true);
    public static readonly Rule TermUnused = new("HG320", "term-unused", Warning, "A term is in the glossary, or an abbreviation is defined in a text, and no text uses it.");
    public static readonly Rule AbbreviationUnexplained = new("HG321", "abbreviation-unexplained", Warning, "An abbreviation stands in the running text of a page before its words do.");
    public static readonly Rule SvgUnsafe = new("HG323", "svg-unsafe", Error, "An SVG that is put into the page holds something that could run, load or restyle the page.");
    public static readonly Rule ImageUnreadable = new("HG324", "image-unreadable", Error, "An image's bytes cannot be read as what its name says.");
    public static readonly Rule NumberTyped = new("HG325", "number-typed", Warning, "A number typed by hand stands in the data too: when one changes, the other will not.");
    public static readonly Rule ReadingGrade = new("HG326", "reading-grade", Warning, "A plain-language summary asks more than eight years of school of its reader.");
    public static readonly Rule StyleUnreadable = new("HG327", "style-unreadable", Error, "A citation style or locale is not there, or is not CSL 1.0.");
    public static readonly Rule DoiMalformed = new("HG328", "doi-malformed", Error, "A link to a DOI does not have its form: a prefix of `10.` and a number, a slash, a suffix, at https://doi.org/.");
    public static readonly Rule DoiUnusual = new("HG329", "doi-unusual", Warning, "A DOI has signs that hardly any has; most such are typing errors.");
    public static readonly Rule DoiMismatch = new("HG330", "doi-mismatch", Error, "A text shows one DOI and links to another.");
    public static readonly Rule ReviewOverdue = new("HG331", "review-overdue", Warning, "A text is past the day by which it was to be reviewed.");
    public static readonly Rule RetractedWorkCited = new("HG333", "retracted-work-cited", Error, "A work is cited that has been retracted.");
    public static readonly Rule CorrectedWorkCited = new("HG334", "corrected-work-cited", Warning, "A work is cited that a correction or an expression of concern speaks of; or such a notice, without its work.");
    public static readonly Rule RetractionsStale = new("HG335", "retractions-stale", Warning, "The list of retractions is more than a year older than the article.");
    public static readonly Rule ClaimUnsourced = new("HG336", "claim-unsourced", Warning, "A paragraph speaks of evidence, numbers or effects and names no source.");
    public static readonly Rule SectionMissing = new("HG337", "section-missing", Warning, "A review lacks its introduction, its method or its conclusion.");
    public static readonly Rule TermAvoided = new("HG338", "term-avoided", Warning, "A name is used that the glossary asks to avoid, such as a trade name.", OneCause: true);
    public static readonly Rule ReferencesTyped = new("HG339", "references-typed", Warning, "A list of references is typed by hand, where nothing can check or number it.");
    public static readonly Rule IdentifierMismatch = new("HG340", "identifier-mismatch", Error, "An identifier stands beside a citation whose reference has another one.");
    public static readonly Rule Draft = new("HG341", "draft", Warning, "A text is marked as a draft, or holds a note of what is still to do.");

    public static readonly Rule LinkTargetMissing = new("HG401", "link-target-missing", Error, "A link leads to a file that is not in the site.", OneCause: true);
    public static readonly Rule FragmentMissing = new("HG402", "fragment-missing", Error, "A link leads to a place that its page does not have.", OneCause: true);
    public static readonly Rule PathCaseMismatch = new("HG403", "path-case-mismatch", Error, "A link differs from its file by upper and lower case: it works on some disks and fails on the host.");
    public static readonly Rule LinkEscapesRoot = new("HG404", "link-escapes-root", Error, "A link climbs out of the site.");
    public static readonly Rule UrlMalformed = new("HG405", "url-malformed", Error, "An address cannot be parsed as the URL standard says.");
    public static readonly Rule UnsafeUrlScheme = new("HG406", "unsafe-url-scheme", Error, "An address or an attribute would run as a program, or hides a document.");
    public static readonly Rule BasePathIgnored = new("HG407", "base-path-ignored", Error, "A root-relative address forgets the path below which the site is published.");
    public static readonly Rule AssetMissing = new("HG408", "asset-missing", Error, "An image, script, style sheet or other file that a page loads is not in the site.", OneCause: true);
    public static readonly Rule CssAssetMissing = new("HG409", "css-asset-missing", Error, "A style loads a file that is not in the site.", OneCause: true);
    public static readonly Rule OwnOriginUrlMissing = new("HG410", "own-origin-url-missing", Error, "An address that tells machines where a page of this site is leads to no file of it.", OneCause: true);
    public static readonly Rule SriMismatch = new("HG411", "sri-mismatch", Error, "A file does not have the hash that `integrity` promises, so that browsers refuse it.");
    public static readonly Rule SriMissing = new("HG412", "sri-missing", Warning, "A script or style sheet of another site is loaded without a hash: who changes it there changes this page.");
    public static readonly Rule MixedContent = new("HG413", "mixed-content", Error, "A page loads a file without encryption; browsers block it.");
    public static readonly Rule LinkHrefMissing = new("HG414", "link-href-missing", Error, "A `link` element has no address, and does nothing.");
    public static readonly Rule SitemapDiffers = new("HG415", "sitemap-differs", Warning, "The sitemap and the pages that may be indexed are not the same.");
    public static readonly Rule OrphanPage = new("HG416", "orphan-page", Warning, "No links lead from the home page to a page.");
    public static readonly Rule RedirectChain = new("HG417", "redirect-chain", Error, "A redirect leads to another redirect, back to itself, or nowhere.");
    public static readonly Rule ContactUriMalformed = new("HG418", "contact-uri-malformed", Warning, "A `mailto:` or `tel:` address cannot be used as it is written.");
    public static readonly Rule InsecureLink = new("HG419", "insecure-link", Warning, "A link is not encrypted, has no scheme, relies on a redirect to a folder, or leads nowhere.");
    public static readonly Rule LinkWithoutHref = new("HG420", "link-without-href", Warning, "An `a` element has no address, and is no place to link to.");
    public static readonly Rule ExternalDead = new("HG421", "external-dead", Error, "An address outside the site was gone (404, 410, no such DOI) on two days, and never answered since.", OneCause: true, NeedsNetwork: true);
    public static readonly Rule ExternalSuspect = new("HG422", "external-suspect", Warning, "An address outside the site was gone on one day; a second look on another day will tell.", OneCause: true, NeedsNetwork: true);
    public static readonly Rule ExternalFragmentMissing = new("HG423", "external-fragment-missing", Warning, "A link leads to a place that a page of another site does not have.", OneCause: true, NeedsNetwork: true);
    public static readonly Rule ExternalMoved = new("HG424", "external-moved", Warning, "An address outside the site says that it has moved for good.", OneCause: true, NeedsNetwork: true);
    public static readonly Rule FileMalformed = new("HG425", "file-malformed", Error, "A sitemap, feed, drawing or manifest cannot be read as XML or JSON.");

    public static readonly Rule DuplicateId = new("HG501", "duplicate-id", Error, "Two elements of a page share an id, so links reach only the first.");
    public static readonly Rule HeadingLevelSkipped = new("HG502", "heading-level-skipped", Warning, "A heading skips a level; readers who walk by headings lose the outline.");
    public static readonly Rule HeadingOneCount = new("HG503", "heading-one-count", Warning, "A page has no first-level heading, or several.");
    public static readonly Rule ImageAltMissing = new("HG504", "image-alt-missing", Error, "An image has no text alternative.");
    public static readonly Rule LinkNameMissing = new("HG505", "link-name-missing", Error, "A link has no text, so a screen reader has nothing to say.");
    public static readonly Rule PageLangMissing = new("HG506", "page-lang-missing", Error, "A page does not say its language, or not as BCP 47 has it.");
    public static readonly Rule PageTitle = new("HG507", "page-title", Error, "A page has no title.");
    public static readonly Rule PageDescription = new("HG508", "page-description", Warning, "A page has no description for search results and previews.");
    public static readonly Rule PageTitleShared = new("HG510", "page-title-shared", Warning, "Two pages have one title; in a list of results nobody can tell them apart.");
    public static readonly Rule MetadataDisagreement = new("HG511", "metadata-disagreement", Error, "What a page shows, what it tells machines and what its downloads hold are not the same.");
    public static readonly Rule StructuredDataSyntax = new("HG512", "structured-data-syntax", Error, "A block of structured data is not JSON, so that no machine reads it.");
    public static readonly Rule TemplateLeftover = new("HG513", "template-leftover", Error, "A text or an address holds what a template, a converter or an author left undone.");
    public static readonly Rule IdrefMissing = new("HG514", "idref-missing", Error, "An attribute names an element that its page does not have.");
    public static readonly Rule ImageAltText = new("HG515", "image-alt-text", Warning, "A text alternative says nothing: it is white space, or the name of the file.");
    public static readonly Rule CitationWithoutReference = new("HG516", "citation-without-reference", Error, "A citation leads to something that is no reference.");
    public static readonly Rule BacklinkBroken = new("HG517", "backlink-broken", Warning, "A return link of a reference does not lead back to a citation.");
    public static readonly Rule FrameTitleMissing = new("HG518", "frame-title-missing", Error, "A frame does not say what it shows.");
    public static readonly Rule TableHeaderMissing = new("HG519", "table-header-missing", Warning, "A table has no header cell, so that its numbers have no names.");
    public static readonly Rule ControlLabelMissing = new("HG520", "control-label-missing", Error, "A form control has no label.");
    public static readonly Rule LandmarkMain = new("HG521", "landmark-main", Warning, "A page has no main part or several, or navigations that cannot be told apart.");
    public static readonly Rule SizeBudget = new("HG522", "size-budget", Warning, "A page, an image or what a page loads is too large, or elements are nested too deeply.");
    public static readonly Rule ImageSizeMissing = new("HG523", "image-size-missing", Warning, "An image does not say its width and height, so that the page moves when it arrives.", OneCause: true);

    public static readonly Rule BagDeclaration = new("HG601", "bag-declaration", Error, "A bag's `bagit.txt` is missing or is not as its version of BagIt writes it (RFC 8493, 2.1.1).");
    public static readonly Rule ManifestSyntax = new("HG602", "manifest-syntax", Error, "A bag has no manifest, or one with a line that cannot be read or that contradicts another.");
    public static readonly Rule BagPortability = new("HG603", "bag-portability", Warning, "A bag is sound here, and other disks or programs may stumble over it.");
    public static readonly Rule PathUnsafeInBag = new("HG604", "path-unsafe-in-bag", Error, "A path in a bag climbs out of it, or cannot stand on every disk as it is written.");
    public static readonly Rule PayloadMissing = new("HG605", "payload-missing", Error, "A file that a manifest lists is not there.");
    public static readonly Rule PayloadChanged = new("HG606", "payload-changed", Error, "A file's bytes are not those that were sealed.");
    public static readonly Rule PayloadExtra = new("HG607", "payload-extra", Error, "A file is there that a manifest does not list: nobody sealed it.");
    public static readonly Rule PayloadLink = new("HG608", "payload-link", Error, "A link, a pipe or a device stands where a bag has a file: what it leads to is not sealed.");
    public static readonly Rule SealBroken = new("HG609", "seal-broken", Error, "A tag file is missing, was changed, or is not listed by the tag manifest.");
    public static readonly Rule BagMetadata = new("HG610", "bag-metadata", Error, "A bag's `bag-info.txt` cannot be read, or counts other files than there are.");
    public static readonly Rule EditionMetadata = new("HG611", "edition-metadata", Error, "What an edition says of itself is missing, or differs from place to place.");
    public static readonly Rule EditionUnsealed = new("HG612", "edition-unsealed", Error, "A folder stands among the editions and is none: it has no seal, or no edition's name.");
    public static readonly Rule ChainBroken = new("HG613", "chain-broken", Error, "An edition names a predecessor that is not there, or whose seal is another one.");
    public static readonly Rule ChainForked = new("HG614", "chain-forked", Error, "Two editions follow the same one: which of them counts would be a guess.");
    public static readonly Rule EditionExists = new("HG615", "edition-exists", Error, "An edition of this date is sealed already, with other bytes.");
    public static readonly Rule EditionOrder = new("HG616", "edition-order", Error, "An edition would be dated before the newest sealed one, which cannot name it any more.");
    public static readonly Rule NotReproducible = new("HG617", "not-reproducible", Error, "Two buildings of the same sources gave different bytes, so nobody could repeat the edition.");
    public static readonly Rule EditionUnknown = new("HG618", "edition-unknown", Error, "There is no sealed edition of this name.");
    public static readonly Rule SealLeftovers = new("HG619", "seal-leftovers", Warning, "A sealing was interrupted and left its half-made folder; no edition is harmed.");
    public static readonly Rule NoticeEdition = new("HG620", "notice-edition", Error, "A notice is about an edition that is not sealed here.");
    public static readonly Rule NoticeSeal = new("HG621", "notice-seal", Error, "A notice names its edition by another seal than that has.");
    public static readonly Rule NoticeIncomplete = new("HG622", "notice-incomplete", Error, "A notice does not say what, why, when, or about which edition (ICMJE).");
    public static readonly Rule NoticeType = new("HG623", "notice-type", Error, "A notice is of no type that Crossref knows.");
    public static readonly Rule NoticeDate = new("HG624", "notice-date", Error, "A notice is dated before the edition that it is about.");
    public static readonly Rule WithdrawnUnsaid = new("HG625", "withdrawn-unsaid", Error, "The newest edition was withdrawn, and the article does not say so.");
    public static readonly Rule PermalinkLost = new("HG630", "permalink-lost", Error, "An edition published an address that the current site has no more, and no redirect covers it.");

    public static readonly IReadOnlyList<Rule> All =
    [
        FileUnreadable, TextEncoding, YamlSyntax, YamlFeature, DuplicateKey, UnknownKey, MissingKey, WrongType, AmbiguousDate,
        OutputBlocked, OutputCollision, FileName, UnsafePath, SuppressionUnused, SuppressionExpired, CheckedNothing,
        TemplateSyntax, TemplateError, TemplateMissing,
        UnknownCitation, UncitedReference, DuplicateReference, ReferenceSyntax, IdentifierMalformed, FootnoteWithoutText, FootnoteUncalled,
        RawHtml, AttributeRefused, MarkdownRefused, DirectiveMalformed, UnknownCrossReference, UnmentionedFigure, DataSyntax, DataColumn,
        DataValue, UnknownData, NumberDiffers, UnknownTerm, TermUnused, AbbreviationUnexplained, SvgUnsafe, ImageUnreadable, NumberTyped,
        ReadingGrade, StyleUnreadable, DoiMalformed, DoiUnusual, DoiMismatch, ReviewOverdue, RetractedWorkCited, CorrectedWorkCited,
        RetractionsStale, ClaimUnsourced, SectionMissing, TermAvoided, ReferencesTyped, IdentifierMismatch, Draft,
        LinkTargetMissing, FragmentMissing, PathCaseMismatch, LinkEscapesRoot, UrlMalformed, UnsafeUrlScheme, BasePathIgnored,
        AssetMissing, CssAssetMissing, OwnOriginUrlMissing, SriMismatch, SriMissing, MixedContent, LinkHrefMissing, SitemapDiffers,
        OrphanPage, RedirectChain, ContactUriMalformed, InsecureLink, LinkWithoutHref, ExternalDead, ExternalSuspect,
        ExternalFragmentMissing, ExternalMoved, FileMalformed,
        DuplicateId, HeadingLevelSkipped, HeadingOneCount, ImageAltMissing, LinkNameMissing, PageLangMissing, PageTitle, PageDescription,
        PageTitleShared, MetadataDisagreement, StructuredDataSyntax, TemplateLeftover, IdrefMissing, ImageAltText,
        CitationWithoutReference, BacklinkBroken, FrameTitleMissing, TableHeaderMissing, ControlLabelMissing, LandmarkMain, SizeBudget,
        ImageSizeMissing,
        BagDeclaration, ManifestSyntax, BagPortability, PathUnsafeInBag, PayloadMissing, PayloadChanged, PayloadExtra, PayloadLink,
        SealBroken, BagMetadata, EditionMetadata, EditionUnsealed, ChainBroken, ChainForked, EditionExists, EditionOrder, NotReproducible,
        EditionUnknown, SealLeftovers, NoticeEdition, NoticeSeal, NoticeIncomplete, NoticeType, NoticeDate, WithdrawnUnsaid, PermalinkLost,
    ];

    /// <summary>The rule with an id or a name.</summary>
    public static Rule? Named(string idOrName) => All.FirstOrDefault(rule => rule.Id == idOrName || rule.Name == idOrName);
}
