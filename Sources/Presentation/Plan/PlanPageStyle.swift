/// What the page of a plan adds to the style sheet of all pages.
enum PlanPageStyle {
  static let sheet = """

    :root{color-scheme:light dark;--paper:#fff;--edge:#000;--grid:#d5dae0;--mark:#1b3a5c;--mark-pale:#c9dcea}
    .plan h3{font-size:1rem;margin:1rem 0 .25rem}
    .lines tbody th{white-space:normal}
    .plan .number,.plan td code{white-space:nowrap}
    .plan table.narrow{width:auto}
    .plan .over{color:var(--alarm);font-weight:600}
    .plan .over .faint{color:var(--alarm)}
    .queue td{min-width:7.25rem}
    .queue td.why{min-width:15rem}
    .heat{width:auto;margin:.75rem 0;font-variant-numeric:tabular-nums}
    .heat caption{text-align:left;font-weight:600;padding:.2rem 0}
    .heat th,.heat td{font-size:.64rem;padding:.12rem 0;text-align:center;border:1px solid var(--paper)}
    .heat td{min-width:1.66rem;height:1.5rem;vertical-align:middle;white-space:nowrap}
    .heat thead th{font-weight:normal;line-height:1.15}
    .heat thead .weekend{font-weight:700}
    .heat tbody th,.heat thead th:first-child{text-align:left;padding-right:.5rem}
    .heat .u3,.heat .u4{letter-spacing:-.03em}
    .nothing{color:var(--soft)}
    .u0{background:#eef4f8;color:#15191e}
    .u1{background:#c9dcea;color:#15191e}
    .u2{background:#93b8d3;color:#15191e}
    .u3{background:#1b3a5c;color:#fff;font-weight:700}
    .u4{background:#8c1d18;color:#fff;font-weight:700}
    .swatch{display:inline-block;min-width:2.4rem;text-align:center;font-size:.75rem;padding:.1rem .2rem}
    .lines td,.lines th{padding:.15rem .45rem;font-size:.85rem;vertical-align:middle}
    .lines tbody th{min-width:9rem}
    .lines code,.queue code,.changes code{display:block;white-space:nowrap}
    .lines thead th{white-space:normal}
    .lines td:nth-child(2){min-width:8.5rem}
    .lines td:nth-child(3),.lines td:nth-child(4){min-width:6.5rem}
    .lines td:nth-child(5){white-space:nowrap}
    .heat tbody th,.lines tbody th{position:sticky;left:0;background:var(--paper);z-index:1}
    .lines{border-collapse:separate;border-spacing:0}
    .lines .line{width:42rem;min-width:32rem;padding-left:0;padding-right:0}
    .strip{display:block;width:100%;height:auto}
    .week{stroke:var(--grid);stroke-width:1;fill:none}
    .today{stroke:var(--edge);stroke-width:1.2;stroke-dasharray:3 2;fill:none}
    .week-label{font-size:11px}
    .today-label{font-size:11px;font-weight:600}
    .behind{fill:var(--mark);stroke:var(--mark)}
    .foreseen{fill:var(--mark-pale);stroke:var(--mark)}
    .away{fill:var(--paper);stroke:var(--mark)}
    .hatch{fill:none;stroke:var(--mark);stroke-width:1}
    .waited{fill:none;stroke:var(--soft);stroke-width:1.4;stroke-dasharray:1.5 2}
    .predicted{fill:var(--edge)}
    .predicted-before{fill:var(--paper);stroke:var(--edge);stroke-width:.8}
    .bridging{fill:var(--alarm);stroke:var(--alarm)}
    .to-bridge{fill:var(--paper);stroke:var(--alarm);stroke-width:1.2}
    .rail{stroke:var(--soft);stroke-width:1.5;fill:none}
    .extension{stroke:var(--soft);stroke-width:2.5;stroke-dasharray:5 3;fill:none}
    .limit{stroke:var(--edge);stroke-width:2.6;fill:none}
    .was-limit{stroke:var(--edge);stroke-width:1.3;fill:none}
    .held{fill:var(--mark);stroke:var(--paper);stroke-width:1.4}
    .coming{fill:var(--paper);stroke:var(--edge);stroke-width:1.4}
    .earlier{fill:var(--paper);stroke:var(--edge)}
    .by-ear{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
    .plan .numbers{grid-template-columns:repeat(auto-fit,minmax(8.5rem,1fr))}
    .plan th .faint,.lines td .faint{display:block;font-weight:normal}
    #making td:nth-child(3){min-width:0}
    @media screen and (prefers-color-scheme:dark){
    :root{\(PageStyle.darkInks);--mark:#8fb8dc;--mark-pale:#2b4a66}
    body,.skip,.numbers .is-short{background:var(--paper)}
    .u0{background:#1c2731;color:#e8ecf0}
    .u1{background:#254055;color:#ffffff}
    .u2{background:#33658a;color:#ffffff}
    .u3{background:#a9cdec;color:#0b1620}
    .u4{background:#ff9a90;color:#2a0705}
    }
    @media screen and (max-width:40rem){.plan table:not(.heat):not(.narrow){min-width:36rem}}
    @media print{
    .plan .numbers{grid-template-columns:repeat(4,1fr)}
    #load,#episodes{page:wide;break-before:page}
    #making{break-before:auto}
    .heat{break-inside:avoid}
    .heat th,.heat td{font-size:6.5pt;padding:.4mm .2mm}
    .heat td{min-width:0}
    .lines th,.lines td{font-size:7.5pt}
    .lines .line{width:125mm;min-width:0}
    .lines tbody th{min-width:27mm}
    .queue td,.queue td.why,.lines td:nth-child(n){min-width:0}
    .queue thead th{white-space:normal}
    .queue td.why{width:32%}
    .plan summary,.plan h3{break-after:avoid}
    .plan details::details-content{content-visibility:visible;block-size:auto}
    }

    """
}
