/// What the page of a plan adds to the style sheet of all pages.
enum PlanPageStyle {
  static let sheet = """

    .plan h3{font-size:1rem;margin:1rem 0 .25rem}
    .plan tbody th{white-space:normal}
    .plan table.narrow{width:auto}
    .plan .over{color:var(--alarm);font-weight:600}
    .plan .over .faint{color:var(--alarm)}
    .queue td{min-width:6.5rem}
    .queue td.why{min-width:15rem}
    .heat{width:auto;margin:.75rem 0;font-variant-numeric:tabular-nums}
    .heat caption{text-align:left;font-weight:600;padding:.2rem 0}
    .heat th,.heat td{font-size:.67rem;padding:.12rem 0;text-align:center;border:1px solid #fff}
    .heat td{min-width:1.6rem;height:1.5rem;vertical-align:middle;white-space:nowrap}
    .heat thead th{font-weight:normal;line-height:1.15}
    .heat thead .weekend{font-weight:700}
    .heat tbody th,.heat thead th:first-child{text-align:left;padding-right:.5rem}
    .nothing{color:var(--soft)}
    .u0{background:#eef4f8;color:#15191e}
    .u1{background:#c9dcea;color:#15191e}
    .u2{background:#93b8d3;color:#15191e}
    .u3{background:#1b3a5c;color:#fff;font-weight:700}
    .u4{background:#8c1d18;color:#fff;font-weight:700}
    .swatch{display:inline-block;min-width:2.4rem;text-align:center;font-size:.75rem;padding:.1rem .2rem}
    .lines td,.lines th{padding:.15rem .45rem;font-size:.85rem;vertical-align:middle}
    .lines tbody th{min-width:9rem}
    .lines code,.queue code{display:block;white-space:nowrap}
    .lines td:nth-child(2){min-width:10rem}
    .lines .line{width:42rem;min-width:32rem;padding-left:0;padding-right:0}
    .strip{display:block;width:100%;height:auto}
    .week{stroke:#d5dae0;stroke-width:1;fill:none}
    .today{stroke:#000;stroke-width:1.2;stroke-dasharray:3 2;fill:none}
    .week-label{font-size:11px}
    .today-label{font-size:11px;font-weight:600}
    .behind{fill:#1b3a5c;stroke:#1b3a5c}
    .foreseen{fill:#c9dcea;stroke:#1b3a5c}
    .bridging{fill:#8c1d18;stroke:#8c1d18}
    .to-bridge{fill:#fff;stroke:#8c1d18;stroke-width:1.2}
    .rail{stroke:#4c5661;stroke-width:1.5;fill:none}
    .extension{stroke:#4c5661;stroke-width:2.5;stroke-dasharray:5 3;fill:none}
    .limit{stroke:#000;stroke-width:2.6;fill:none}
    .held{fill:#1b3a5c;stroke:#fff;stroke-width:1.4}
    .coming{fill:#fff;stroke:#000;stroke-width:1.4}
    .earlier{fill:#fff;stroke:#000}
    .by-ear{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
    @media print{
    #load,#episodes{page:wide;break-before:page}
    #making{break-before:auto}
    .heat{break-inside:avoid}
    .heat th,.heat td{font-size:6.5pt;padding:.4mm .2mm}
    .heat td{min-width:0}
    .lines th,.lines td{font-size:7.5pt}
    .lines .line{width:125mm;min-width:0}
    .lines tbody th,.lines td:nth-child(2){min-width:0}
    .queue td,.queue td.why{min-width:0}
    .plan details::details-content{content-visibility:visible;block-size:auto}
    }

    """
}
