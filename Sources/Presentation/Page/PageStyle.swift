import ReproducibleNumbers

/// The page's style sheet, for screens, paper and grey.
enum PageStyle {
  /// Dims on the map what does not belong to the run that is chosen; without script.
  static func mapFilter(letters: [String]) -> String {
    letters.map { letter in
      "#map:has(#show-\(letter):checked) .way:not(.run-\(letter)){opacity:.06}"
        + "#map:has(#show-\(letter):checked) .place:not(.on-\(letter)){opacity:.15}\n"
    }.joined()
  }

  /// The SHA-256 of a style sheet in base 64, for the content security policy.
  static func digest(of style: String) -> String {
    var hash = SHA256()
    hash.update(style)
    return base64(hash.digest)
  }

  private static func base64(_ bytes: [UInt8]) -> String {
    let signs = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
    var text = ""
    var index = 0
    while index < bytes.count {
      let group = Array(bytes[index..<min(index + 3, bytes.count)])
      let padded = group + Array(repeating: 0, count: 3 - group.count)
      let value = Int(padded[0]) << 16 | Int(padded[1]) << 8 | Int(padded[2])
      for place in 0..<4 {
        text.append(place <= group.count ? signs[(value >> (18 - 6 * place)) & 63] : "=")
      }
      index += 3
    }
    return text
  }

  /// Inks and papers in the dark, for the pages that have them.
  static let darkInks =
    "--ink:#e8ecf0;--soft:#a9b4bf;--line:#3b4651;--pale:#1c242c;--dark:#9cc5ea;--alarm:#ff9a90;"
    + "--paper:#11161b;--edge:#fff;--grid:#36404a"

  static let sheet = """

    :root{--ink:#15191e;--soft:#4c5661;--line:#c3cad1;--pale:#f1f4f7;--dark:#1b3a5c;--alarm:#8c1d18}
    *{box-sizing:border-box}
    body{margin:0 auto;padding:1rem 1.25rem 3rem;max-width:84rem;color:var(--ink);background:#fff;
    font:1rem/1.45 system-ui,"Segoe UI",Roboto,"Liberation Sans",Arial,sans-serif}
    h1{font-size:1.6rem;line-height:1.2;margin:.75rem 0}
    h2{font-size:1.25rem;margin:2.25rem 0 .5rem;border-bottom:2px solid var(--ink);padding-bottom:.2rem}
    h3{font-size:1.15rem;margin:0 0 .25rem}
    p{margin:.35rem 0}
    a{color:var(--dark)}
    :focus-visible{outline:3px solid #f5a800;outline-offset:2px}
    .skip{position:absolute;left:-100vw;background:#fff;padding:.5rem 1rem;z-index:2}
    .skip:focus{left:1rem;top:.5rem}
    nav ul{list-style:none;display:flex;flex-wrap:wrap;gap:.25rem 1.1rem;margin:.4rem 0;padding:0}
    nav .runs{font-size:.9rem;gap:.15rem .9rem}
    code{font-size:.8em;color:var(--soft)}
    .faint{color:var(--soft)}
    span.faint{font-size:.85em;font-weight:normal}
    .left-out{border:3px solid var(--alarm);padding:.25rem 1rem .5rem;margin-bottom:1rem}
    .left-out h2{border:0;margin:.25rem 0;color:var(--alarm)}
    .left-out ul{margin:.2rem 0;padding-left:1.2rem}
    .warnings{border-left:6px solid var(--ink);background:var(--pale);margin:.5rem 0;padding:.5rem 1rem .5rem 1.8rem}
    .numbers{display:grid;grid-template-columns:repeat(auto-fit,minmax(10rem,1fr));gap:.5rem;margin:1rem 0}
    .numbers div{border:1px solid var(--line);padding:.45rem .7rem;background:var(--pale)}
    .numbers dt{font-size:.85rem;color:var(--soft)}
    .numbers dd{margin:0;font-size:1.15rem;font-weight:600}
    .numbers .is-short{border:2px solid var(--alarm);border-left-width:8px;background:#fff}
    .facts{display:grid;grid-template-columns:repeat(auto-fit,minmax(18rem,1fr));gap:.3rem 1.5rem}
    .facts dt{font-size:.85rem;color:var(--soft)}
    .facts dd{margin:0;overflow-wrap:anywhere}
    .wide{overflow-x:auto}
    table{border-collapse:collapse;width:100%;font-size:.93rem}
    th,td{text-align:left;vertical-align:top;padding:.35rem .55rem;border-bottom:1px solid var(--line)}
    thead th{border-bottom:2px solid var(--ink);font-size:.85rem;white-space:nowrap}
    tbody th{font-weight:600;white-space:nowrap}
    #score tbody th,#making tbody th{white-space:normal}
    #score td:nth-child(3){min-width:11rem}
    #making td:nth-child(3){min-width:18rem}
    #making tbody th{min-width:9rem}
    td ul{margin:0;padding-left:1.1rem}
    .short td:nth-child(2){width:15%}
    .short td:nth-child(3){width:27%}
    table.short{min-width:52rem}
    td.why{min-width:13rem}
    .number{text-align:right}
    tr.grave th:first-child{border-left:8px solid var(--alarm);color:var(--alarm)}
    .all-well{font-size:1.1rem}
    details{margin:.75rem 0}
    summary{cursor:pointer;font-weight:600}
    .sheet{border:1px solid var(--line);padding:1rem 1.1rem;margin:1rem 0}
    .sheet .day{color:var(--soft);font-size:.9rem}
    .stops .notes{width:14%}
    .stops td:nth-child(4){width:24%}
    .on-paper{display:none}
    .rest td,.rest th{background:var(--pale);font-weight:normal}
    .mark{font-weight:600;font-size:.88em}
    .key{list-style:none;display:flex;flex-wrap:wrap;gap:.25rem 1.2rem;padding:0;margin:.5rem 0;font-size:.88rem}
    .key li,.key label{display:inline-flex;align-items:center;gap:.4rem}
    fieldset.key{border:1px solid var(--line);padding:.5rem .8rem}
    .sample{width:36px;height:24px;flex:none}
    svg text{font-family:inherit;fill:var(--ink)}
    .timeline{display:block;width:100%;min-width:66rem;height:auto}
    .hour{stroke:#d5dae0;stroke-width:1}
    .hour-label{font-size:13px}
    .zone{font-size:11px}
    .stripe{fill:#f7f9fa}
    .worker{font-size:14px;font-weight:600}
    .role{font-size:11px;fill:var(--soft)}
    .letter{font-size:14px;font-weight:700}
    .duty{fill:#e6eaee;stroke:#9aa5b0;stroke-width:1}
    .overtime{fill:none;stroke:#9aa5b0;stroke-width:1;stroke-dasharray:4 3}
    .leg{stroke:#333;stroke-width:2}
    .bar{stroke:#1d2630;stroke-width:1}
    .first{fill:#1b3a5c}
    .essential{fill:#a9c6dc}
    .low{fill:#fff}
    .late{stroke-width:3.5}
    .double{fill:none;stroke:#1d2630;stroke-width:1}
    .first + .double{stroke:#fff}
    .bar-label{font-size:11.5px}
    svg .on-first{fill:#fff}
    .critical{fill:#fff;stroke:#000;stroke-width:1.8}
    .late-flag{fill:#000;stroke:#fff;stroke-width:1.2}
    svg .late-sign{fill:#fff;font-size:11.5px;font-weight:700}
    .break{stroke:#333;stroke-width:1}
    .agreed{fill:none;stroke:#7b8691;stroke-width:.8}
    .preferred{fill:#4c5661}
    .pair{stroke:#000;stroke-width:1.6;stroke-dasharray:2 2}
    .pair-end{fill:#000}
    .now{stroke:#000;stroke-width:1.5;stroke-dasharray:8 4}
    .now-label{font-size:12px;font-weight:600}
    .map{display:block;width:100%;height:auto;border:1px solid var(--line);background:#fff}
    #map .map{min-width:44rem}
    .sheet .map{max-width:30rem;margin-top:.75rem}
    .way path,.sample path[stroke]{fill:none}
    .to-base{stroke-opacity:.4}
    .way:hover path{stroke-width:5;stroke-opacity:1}
    .stop{fill:#fff;stroke:#000;stroke-width:1.6}
    .stop-label{font-size:12px;font-weight:600;paint-order:stroke;stroke:#fff;stroke-width:3px}
    .open{fill:#fff;stroke:#000;stroke-width:2}
    .base{fill:#000}
    .base-label{font-size:13px;font-weight:700;paint-order:stroke;stroke:#fff;stroke-width:3px}
    svg .patch{font-size:22px;letter-spacing:.15em;fill:#8d97a1;text-transform:uppercase}
    .scale path{fill:none;stroke:#000;stroke-width:1.5}
    .scale text,.north text{font-size:12px}
    footer{margin-top:2rem;border-top:1px solid var(--line);color:var(--soft);font-size:.9rem}
    @media (max-width:40rem){body{padding:.75rem}h1{font-size:1.3rem}}
    @page{size:A4;margin:13mm}
    @page wide{size:A4 landscape;margin:10mm}
    @media print{
    *{print-color-adjust:exact;-webkit-print-color-adjust:exact}
    html{font-size:9.5pt}
    body{max-width:none;padding:0}
    table.short,td.why{min-width:0}
    .numbers{grid-template-columns:repeat(5,1fr)}
    nav,.skip,.key input{display:none}
    h1{font-size:15pt}h2{font-size:12.5pt;break-after:avoid}h3{font-size:14pt}
    .wide{overflow:visible}
    .timeline,#map .map{min-width:0}
    #timeline,#map{page:wide;break-before:page;break-inside:avoid}
    #map .map{max-height:128mm}
    #map label:first-of-type{display:none}
    #sheets > h2{display:none}
    .sheet{break-before:page;border:0;padding:0;margin:0}
    .sheet .map{max-width:70mm;break-inside:avoid}
    #score{break-before:page}
    #score tr.faint{display:none}
    .on-paper{display:block}
    tr{break-inside:avoid}
    thead{display:table-header-group}
    .stops td,.stops th{padding:1.6mm 1.4mm;font-size:9pt}
    .sheet:not([data-fit=roomy]) .map{display:none}
    [data-fit=tight] .stops td,[data-fit=tight] .stops th{padding:.8mm 1.2mm;font-size:7.5pt}
    [data-fit=tightest] .stops td,[data-fit=tightest] .stops th{padding:.4mm 1mm;font-size:6pt}
    #short details::details-content{content-visibility:visible;block-size:auto}
    a{color:inherit;text-decoration:none}
    }

    """
}
