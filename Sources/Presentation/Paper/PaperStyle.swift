/// What the pages that are made to be printed add to the style sheet of all pages.
enum PaperStyle {
  static let sheet = """

    .paper h1{font-size:1.3rem}
    .paper .day{color:var(--soft);font-size:.9rem}
    .grid{table-layout:fixed;font-size:.75rem}
    .grid th,.grid td{border:1px solid var(--line);padding:.2rem .3rem;overflow-wrap:anywhere}
    .grid thead th:first-child{width:9rem}
    .grid tbody th{white-space:normal}
    .grid ul,.rung ul{list-style:none;margin:0;padding:0}
    .grid li{padding:.1rem 0}
    .grid li + li,.rung li + li{border-top:1px dotted var(--line)}
    .grid .nobody{border:2px solid var(--alarm)}
    .grid .nobody th{color:var(--alarm)}
    .grid .pause{color:var(--soft)}
    abbr{text-decoration:none;font-weight:700}
    .rung tbody th{white-space:normal;min-width:9rem}
    .rung .tick{width:2.2rem}
    .box{display:inline-block;width:1rem;height:1rem;border:1.5px solid var(--ink)}
    .desk{max-width:none}
    @page desk{size:A3 landscape;margin:10mm}
    @media print{
    .paper h1{margin:0}
    .paper p{margin:.5mm 0}
    .desk{page:desk}
    .desk .grid{font-size:6.5pt}
    .desk .grid .faint{font-size:.92em}
    .desk .grid li{padding:0}
    .grid th,.grid td{padding:.6mm .8mm}
    .grid li{padding:.2mm 0;break-inside:avoid}
    .grid thead th:first-child{width:30mm}
    .runs > header,.runs > footer{display:none}
    .runs .sheet:first-child{break-before:auto}
    .rung tbody{break-inside:auto}
    .paper footer{margin-top:3mm;font-size:7pt}
    }

    """
}
