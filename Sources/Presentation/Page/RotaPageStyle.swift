/// What the page of a rota and the pages to print add to the style sheet of all pages: filters, and colours for the dark.
enum RotaPageStyle {
  static let sheet = """

    :root{color-scheme:light dark;--paper:#fff;--edge:#000;--mark:#1b3a5c}
    .filters{display:flex;flex-wrap:wrap;gap:.5rem 1rem}
    .filtered{display:none;border-left:6px solid var(--alarm);padding:.3rem .8rem;font-weight:600}
    .chooses:has(.filters input:checked:not(.all)) .filtered{display:block}
    @media screen and (prefers-color-scheme:dark){
    :root{\(PageStyle.darkInks);--mark:#8fb8dc}
    body,.skip,.numbers .is-short{background:var(--paper)}
    .hour{stroke:var(--grid)}
    .stripe{fill:#161d24}
    .duty{fill:#26303a;stroke:#5b6874}
    .overtime{stroke:#5b6874}
    .leg{stroke:#b9c4ce}
    .bar,.double{stroke:#e8ecf0}
    .first{fill:#a9cdec}
    .first + .double{stroke:#0b1620}
    svg .on-first{fill:#0b1620}
    .essential{fill:#2b5675}
    .low,.critical{fill:var(--paper)}
    .critical,.late-flag{stroke:#fff}
    .late-flag{fill:#ff9a90}
    svg .late-sign{fill:#2a0705}
    .break{stroke:#b9c4ce}
    #hatch rect{fill:var(--paper)}
    #hatch line{stroke:#b9c4ce}
    .agreed{stroke:#8d9aa6}
    .preferred{fill:#b9c4ce}
    .pair,.now{stroke:#fff}
    .pair-end{fill:#fff}
    .map,#map .key .sample{--ink:#15191e;--soft:#4c5661;background:#fff}
    }
    @media print{#filters{display:none}}

    """
}
