/// What the page of a service adds to the style sheet of all pages.
enum ServicePageStyle {
  static let sheet = """

    body.service{max-width:72rem}
    .service h3{font-size:1rem}
    .charts{display:grid;grid-template-columns:repeat(auto-fit,minmax(24rem,1fr));gap:1.2rem 1.6rem}
    .charts table{font-size:.9rem}
    .charts tbody th{white-space:normal}
    .service .numbers{grid-template-columns:repeat(auto-fit,minmax(12.5rem,1fr))}
    figure{margin:0 0 .4rem}
    figcaption{font-size:.85rem;color:var(--soft);max-width:60ch}
    .wide-figure{margin-top:1rem}
    .wide-figure figcaption{max-width:none}
    .chart{display:block;width:100%;height:auto}
    .grid{stroke:#d5dae0;stroke-width:1;fill:none}
    .tick,.name,.value,.axis{font-size:12.5px}
    svg .tick,svg .axis{fill:var(--soft)}
    svg .value{font-weight:600}
    .lower{fill:#1b3a5c;stroke:#1d2630}
    .upper{fill:#fff;stroke:#1d2630}
    .duty-assistants{fill:#c3d3e0;stroke:#1d2630}
    .wanted{fill:none;stroke:#000;stroke-width:2.4}
    .wanted-back{fill:none;stroke:#fff;stroke-width:5}
    \(PlaceMap.signs)
    .service .facts div:last-child{grid-column:1/-1}
    .service footer h2{font-size:1rem;color:var(--ink)}
    @media print{.charts{grid-template-columns:1fr 1fr}figure,section{break-inside:avoid}}

    """
}
