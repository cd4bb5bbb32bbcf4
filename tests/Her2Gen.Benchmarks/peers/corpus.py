#!/usr/bin/env python3
"""Writes the same review-like Markdown articles in the layout of each generator.

  corpus.py N [ROOT]    writes ROOT/N/neutral and ROOT/N/PEER for each peer (ROOT defaults to ./corpora)

The environment variable PEERS names the peers: by default "her2gen hugo zola eleventy jekyll".
Article i has the same text whatever N is, except for the targets of its internal links (taken modulo N).
"""
import datetime
import os
import random
import shutil
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
PEERS = "her2gen hugo zola eleventy jekyll"

WORDS = """trial patients therapy treatment response survival disease receptor tumour cohort endpoint analysis randomised
adjuvant neoadjuvant metastatic progression median confidence interval hazard ratio adverse events toxicity dose cycle
schedule antibody conjugate payload linker inhibitor tyrosine kinase pathway signalling resistance mutation expression
amplification immunohistochemistry hybridisation biopsy pathology staging surgery radiotherapy chemotherapy taxane
anthracycline platinum endocrine hormone oestrogen progesterone premenopausal postmenopausal guideline recommendation
consensus evidence systematic review meta heterogeneity subgroup baseline follow-up enrolment eligibility exclusion
criteria protocol amendment randomisation stratification blinding placebo comparator control arm crossover discontinuation
interruption reduction monitoring cardiac ejection fraction interstitial lung pneumonitis diarrhoea neutropenia anaemia
fatigue nausea grade serious fatal quality life reported outcome questionnaire instrument score change difference benefit
harm balance cost access availability reimbursement registry observational retrospective prospective real-world data
estimate uncertainty sensitivity specificity threshold assay concordance laboratory central local reading sample tissue
plasma circulating clone lineage brain central nervous system intracranial penetration activity durable complete partial
stable overall objective rate proportion number event free pathological invasive distant local recurrence relapse death
cause specific competing risk model assumption proportional covariate adjusted unadjusted matched propensity weighting
clinically meaningful statistically significant exploratory prespecified hypothesis generating consistent robust limited
small large early late long short term regimen combination sequence line setting first second third subsequent prior
exposed naive refractory sensitive population age performance status comorbidity visceral bone hepatic nodal burden volume
and the of in with for to was were by on at from that which these those among after before during between within across
however therefore although because while when where both either neither each most some several few many more less
showed suggests indicates supports remains appears differs improved reduced increased compared reported observed measured
""".split()
COMMON = "the of and in with for to was were by on at from that which among after between".split()
JOURNALS = ["J Clin Oncol", "Lancet Oncol", "N Engl J Med", "Ann Oncol", "Clin Cancer Res", "Eur J Cancer", "Breast"]
SURNAMES = """Almeida Becker Chandra Dubois Eriksen Fontana Grünwald Hernández Ivanova Jónsson Kowalski Lindqvist Müller
Nakamura O'Brien Petrov Quispe Rossi Šimić Tanaka Ueda Vasquez Wójcik Yilmaz Zhang""".split()

SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="640" height="320">' + "".join(
    f'<rect x="{x * 15}" y="{300 - (x * 37) % 280}" width="12" height="{(x * 37) % 280}"/>' for x in range(42)) + "</svg>\n"
CSS = ("body{font:16px/1.6 serif;max-width:44rem;margin:auto;padding:1rem}table{border-collapse:collapse}"
       "td,th{border:1px solid #999;padding:.2em .5em}\n") * 4


# Text. The order in which the random numbers are drawn is part of the corpus: keep it.

def word(r):
    return r.choice(COMMON) if r.random() < 0.42 else r.choice(WORDS)


def sentence(r, low=11, high=24):
    n = r.randint(low, high)
    words = [word(r) for _ in range(n)]
    words[0] = words[0].capitalize()
    if n > 14:
        words[n // 2] += ","
    x = r.random()
    if x < 0.16:
        words[-3] = f"*{words[-3]}*"
    elif x < 0.26:
        words[3] = f"**{words[3]}**"
    elif x < 0.42:
        words[-2] = "(HR 0.%02d, 95%% CI 0.%02d–0.%02d)" % (r.randint(50, 95), r.randint(30, 49), r.randint(96, 99))
    elif x < 0.50:
        words[-2] = "HER2‑low"
    elif x < 0.56:
        words[4] = "`ERBB2`"
    return " ".join(words) + "."


def paragraph(r, n, links):
    sentences = [sentence(r) for _ in range(n)]
    for k, link in enumerate(links):
        j = k % n
        is_note = link.startswith("[^")
        sentences[j] = sentences[j][:-1] + ("." + link if is_note else f" (see {link}).")
    return " ".join(sentences)


def title_of(i):
    r = random.Random(9000017 + i)
    return " ".join([r.choice(WORDS).capitalize()] + [r.choice(WORDS) for _ in range(r.randint(5, 8))]) + f" ({i})"


def slug(i):
    return f"article-{i:05}"


def date_of(i):
    return datetime.datetime(2012, 1, 1) + datetime.timedelta(hours=11 * i)


def site_image(alt, k):
    """An image as the peers write it, from the root of the site."""
    return f'![{alt}](/img/fig{k}.svg "Figure {k}")'


def article(i, n, link, image=site_image):
    """Front matter and body of article i of n; link(j) gives the target of a link to article j, image(alt, k) figure k."""
    r = random.Random(424242 + i)
    authors = [f"{s}, {r.choice('ABCDEFGHJKLMNPRST')}" for s in r.sample(SURNAMES, r.randint(2, 5))]
    plain = sentence(r, 14, 20)
    for mark in '*`"':
        plain = plain.replace(mark, "")
    front = dict(title=title_of(i), date=date_of(i), description=plain, authors=authors)

    targets = [(i * 7 + k * 131 + 1) % n for k in range(5)]
    inner = [f"[{' '.join(title_of(t).split()[:3])}]({link(t)})" for t in targets]
    outer = ["[%s](https://doi.org/10.%d/%s.%d)" % (
        " ".join(r.choice(WORDS) for _ in range(2)), r.randint(1000, 1099), r.choice("abcdef") * 4, r.randint(10000, 99999))
        for _ in range(10)]
    note = [f"[^{k}]" for k in range(1, 13)]
    lines = []

    def text(*links, n=3):
        lines.extend([paragraph(r, n, links), ""])

    def heading(level):
        words = [r.choice(WORDS).capitalize()] + [r.choice(WORDS) for _ in range(r.randint(1, 4))]
        lines.extend(["#" * level + " " + " ".join(words), ""])

    def items(n, *links, numbered=False):
        for k in range(n):
            item = sentence(r, 8, 14)
            if k < len(links):
                item = f"{item[:-1]} {links[k]}."
            lines.append((f"{k + 1}. " if numbered else "- ") + item)
        lines.append("")

    def table(rows):
        lines.extend(["| Study | Design | Patients | Outcome |", "|:------|:------:|---------:|---------|"])
        for _ in range(rows):
            lines.append("| %s %d | %s %s | %d | %s %s %s |" % (
                r.choice(SURNAMES), r.randint(2004, 2025), r.choice(WORDS), r.choice(WORDS), r.randint(40, 4800),
                r.choice(WORDS), r.choice(WORDS),
                r.choice(["0.%02d" % r.randint(1, 99), "*n.r.*", "**0.0%d**" % r.randint(1, 9)])))
        lines.append("")

    def definitions(n):
        for _ in range(n):
            lines.extend([r.choice(WORDS).capitalize() + " " + r.choice(WORDS), ":   " + sentence(r, 9, 15), ""])

    def figure(what, k):
        lines.extend([image(f"{what} of {r.choice(WORDS)}", k), ""])

    text(outer[0], note[0]); text(inner[0], note[1])
    heading(2); text(outer[1], note[2]); text(outer[2]); items(5, outer[3])
    heading(3); text(note[3]); definitions(3); text(inner[1])
    heading(2); text(note[4], outer[4]); text(note[5]); table(6); text(n=2); items(4, inner[2], numbered=True); text(note[6])
    heading(2); figure("Flow", 1); text(outer[5], note[7]); text(); table(5); text(note[8], outer[6])
    heading(3); text(inner[3]); lines.extend(["> " + sentence(r) + " " + sentence(r), ""]); text(outer[7], note[9])
    heading(2); text(); figure("Forest plot", 2); text(note[10], outer[8]); text(inner[4], n=2); items(4, outer[9])
    heading(2); text(note[11]); text(n=2)
    for k in range(1, 13):
        lines.append("[^%d]: %s %s, %s %s. %s *%s* %d;%d:%d–%d." % (
            k, r.choice(SURNAMES), r.choice("ABCD"), r.choice(SURNAMES), r.choice("EFGH"),
            sentence(r, 6, 9).replace("*", "").replace("`", ""), r.choice(JOURNALS),
            r.randint(2001, 2025), r.randint(1, 60), r.randint(1, 400), r.randint(401, 900)))
        lines.append("")
    return front, "\n".join(lines)


# Layouts.

def quoted(s):
    return '"' + s.replace("\\", "\\\\").replace('"', '\\"') + '"'


def write(path, text):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8", newline="\n") as f:
        f.write(text)


def yaml(front, extra=""):
    authors = "".join(f"  - {quoted(a)}\n" for a in front["authors"])
    return (f"---\ntitle: {quoted(front['title'])}\ndate: {front['date']:%Y-%m-%dT%H:%M:%SZ}\n"
            f"description: {quoted(front['description'])}\nauthors:\n{authors}{extra}---\n\n")


def toml(front):
    authors = ", ".join(quoted(a) for a in front["authors"])
    return (f"+++\ntitle = {quoted(front['title'])}\ndate = {front['date']:%Y-%m-%dT%H:%M:%SZ}\n"
            f"description = {quoted(front['description'])}\nauthors = [{authors}]\n+++\n\n")


def her2gen_front(front, is_front_article):
    day = f"{front['date']:%Y-%m-%d}"
    lines = [f"title: {quoted(front['title'])}", f"summary: {quoted(front['description'])}", f"date: {day}", "authors:"]
    for name in front["authors"]:
        family, given = name.split(", ")
        lines.append(f"  - {{family: {quoted(family)}, given: {quoted(given)}}}")
    if is_front_article:
        lines += ["lang: en", f"first-published: {day}", f"evidence-date: {day}", "keywords: [corpus]", "licence: CC-BY-4.0",
                  "whats-new: none", "funding: none", "competing-interests: none", "review-status: not-reviewed",
                  "data-availability: none", "ai-use: none", "disclaimer: none"]
    return "---\n" + "\n".join(lines) + "\n---\n\n"


def her2gen_path(i):
    """The source of article i: the first is the front article, the others are pages."""
    return f"content/pages/{slug(i)}.md" if i else "content/article.md"


def write_her2gen(folder, n):
    for i in range(n):
        here = os.path.dirname(her2gen_path(i))

        def link(j):
            return os.path.relpath(her2gen_path(j), here)

        def image(alt, k):
            return f'![{alt}]({os.path.relpath(f"content/figures/fig{k}.svg", here)}){{alt="{alt}" title="Figure {k}"}}'

        front, body = article(i, n, link, image)
        write(f"{folder}/{her2gen_path(i)}", her2gen_front(front, i == 0) + body)
    for k in (1, 2):
        write(f"{folder}/content/figures/fig{k}.svg", SVG)
    write(f"{folder}/templates/assets/style.css", CSS)


def write_others(folder, n, articles, static, front_matter, link):
    for k in (1, 2):
        write(f"{folder}/{static}/img/fig{k}.svg", SVG)
    write(f"{folder}/{static}/style.css", CSS)
    for i in range(n):
        front, body = article(i, n, link)
        write(f"{folder}/{articles}/{slug(i)}.md", front_matter(front) + body)


def jekyll(front):
    return yaml(front, "render_with_liquid: false\n") + "* toc\n{:toc}\n\n"


def file_of(i):
    return slug(i) + ".md"


def address_of(i):
    return f"/{slug(i)}/"


OTHERS = {"neutral": ("articles", "static", yaml, file_of),
          "hugo": ("content", "static", yaml, address_of),
          "zola": ("content", "static", toml, address_of),
          "eleventy": ("src", "static", yaml, address_of),
          "jekyll": ("_articles", ".", jekyll, address_of)}


def write_corpus(folder, n, layouts):
    """Writes FOLDER/LAYOUT for each layout, over nothing: what was in the folder is removed."""
    shutil.rmtree(folder, ignore_errors=True)
    for layout in layouts:
        target = f"{folder}/{layout}"
        if layout != "neutral":
            shutil.copytree(f"{HERE}/adapters/{layout}", target)
        if layout == "her2gen":
            write_her2gen(target, n)
        else:
            write_others(target, n, *OTHERS[layout])


if __name__ == "__main__":
    n, root = int(sys.argv[1]), sys.argv[2] if len(sys.argv) > 2 else "corpora"
    write_corpus(f"{root}/{n}", n, ["neutral"] + (os.environ.get("PEERS") or PEERS).split())
