#include "page.hpp"

namespace ceaseline::report {

// Colours of series: Okabe and Ito's, which all kinds of colour vision tell apart, lighter in the dark.
char const* page_style() {
  return R"css(
:root{--paper:#fff;--ink:#1b1f24;--soft:#57606a;--rule:#d0d7de;--faint:#f3f5f7;--band:#e9edf1;--accent:#0b57a4;
--warn:#8a4b00;--warnbg:#fff4e0;--s0:#0072b2;--s1:#d55e00;--s2:#009e73;--s3:#b5568f;--s4:#9a7400;--s5:#3a9bd0;
--land:#fbfaf6;--sea:#dbe9f2;--sidea:#7a9cc6;--sideb:#c69a7a;--tracka:#1f3f73;--trackb:#7a3d12;color-scheme:light dark}
@media screen and (prefers-color-scheme:dark){:root{--paper:#14171b;--ink:#e6eaee;--soft:#a3adb8;--rule:#3a424b;--faint:#1d2227;
--band:#262c33;--accent:#7cb7f2;--warn:#ffc978;--warnbg:#3a2a12;--s0:#56b4e9;--s1:#ff8a3d;--s2:#2fd1a2;--s3:#e39cc8;
--s4:#e6c14a;--s5:#9fd4f5;--land:#1d2227;--sea:#10202c;--sidea:#3e5a80;--sideb:#7d5638;--tracka:#b9d2f5;--trackb:#f0c3a0}}
*{box-sizing:border-box}
html{scroll-padding-top:3.2rem}
body{margin:0;background:var(--paper);color:var(--ink);font:16px/1.5 system-ui,"Segoe UI",Roboto,"DejaVu Sans",sans-serif}
header,main,footer{max-width:1120px;margin:0 auto;padding:0 1rem}
h1{font-size:1.6rem;line-height:1.25;margin:1.2rem 0 .3rem}
h2{font-size:1.3rem;margin:2.4rem 0 .6rem;padding-top:.6rem;border-top:1px solid var(--rule)}
h3{font-size:1.05rem;margin:1.4rem 0 .4rem}
[hidden]{display:none!important}
p{margin:.4rem 0;max-width:75ch}
a{color:var(--accent)}
code{font:0.88em ui-monospace,"DejaVu Sans Mono",monospace;overflow-wrap:anywhere}
.skip{position:absolute;left:-999px}.skip:focus{left:1rem;top:.5rem;background:var(--paper);padding:.3rem;z-index:9}
nav{position:sticky;top:0;z-index:5;background:var(--paper);border-bottom:1px solid var(--rule)}
nav ul{max-width:1120px;margin:0 auto;padding:.4rem 1rem;display:flex;gap:.2rem .9rem;overflow-x:auto;list-style:none;white-space:nowrap}
@media (min-width:760px){nav ul{flex-wrap:wrap}html{scroll-padding-top:5rem}}
nav a{text-decoration:none;font-size:.9rem}
.note,.warn{background:var(--warnbg);color:var(--warn);padding:.5rem .8rem;border-left:4px solid var(--warn)}
.verdict{font-size:1.15rem;font-weight:600}
.badge{background:var(--warnbg);color:var(--warn);border:1px solid currentColor;border-radius:3px;font-size:.72em;padding:0 .3em;white-space:nowrap;font-weight:400}
.tag{color:var(--soft);border:1px solid var(--rule);border-radius:3px;font-size:.72em;padding:0 .3em;white-space:nowrap;font-weight:400}
.wide{overflow-x:auto;max-width:100%}
table{border-collapse:collapse;font-size:.9rem;margin:.4rem 0}
caption{text-align:left;color:var(--soft);padding:.2rem 0}
th,td{text-align:left;vertical-align:top;padding:.28rem .6rem .28rem 0;border-bottom:1px solid var(--rule)}
th{font-weight:500}thead th{font-weight:700;border-bottom:2px solid var(--rule)}
tr.head th{background:var(--faint);font-weight:700;padding-left:.4rem}
.designs tbody th[scope=row]{min-width:11rem;max-width:19rem;padding-left:1.5rem;position:sticky;left:0;background:var(--paper)}
.designs td{font-variant-numeric:tabular-nums;min-width:8.5rem}
.designs tr.beside th,.designs tr.beside td{color:var(--soft);border-top:0}
.no{color:var(--soft);font-weight:400}
.diff{display:block;color:var(--soft);font-size:.92em}
.figures td:first-of-type{min-width:7rem}.figures td:last-child{min-width:14rem}
.count{color:var(--soft);font-size:.85em}
details{margin:.3rem 0}summary{cursor:pointer}
dl.titles,dl.odd{display:grid;grid-template-columns:max-content 1fr;gap:.15rem .9rem;margin:.4rem 0}
dl.titles dt,dl.odd dt{font-weight:600}dl.titles dd,dl.odd dd{margin:0;max-width:75ch}
.figure{margin:1rem 0 1.6rem}
figcaption{max-width:75ch;margin-bottom:.3rem}figcaption strong{display:block}
.legend{display:flex;flex-wrap:wrap;gap:.3rem .5rem;margin:.3rem 0}
button,select,input{font:inherit;color:inherit}
button,select{background:var(--faint);border:1px solid var(--rule);border-radius:4px;padding:.2rem .55rem;cursor:pointer;min-height:2rem}
.legend button{display:inline-flex;align-items:center;gap:.35rem}
button[aria-pressed=false]{opacity:.5;text-decoration:line-through}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px}
svg.chart{display:block;width:100%;height:auto;font-size:13px}
svg.full,svg.still{max-width:760px}svg.chart.narrow{display:none}
@media (max-width:640px){svg.chart.full{display:none}svg.chart.narrow{display:block;max-width:420px}
dl.titles,dl.odd{grid-template-columns:1fr}dl.titles dd,dl.odd dd{margin-bottom:.4rem}
.designs tbody th[scope=row]{min-width:8rem;padding-left:.2rem}}
.t{fill:var(--ink)}.n{fill:var(--soft);font-size:12px}
.g{stroke:var(--rule)}.z{stroke:var(--soft)}.band{fill:var(--band)}
.m{stroke:var(--paper);stroke-width:1}.w{stroke-width:2}.b{opacity:.35}.h{fill:none;stroke-width:2}.touch{fill:transparent}
.hollow .m{fill-opacity:.25;stroke-width:0}
.s0 .m,.s0 .b,svg.s0 .m{fill:var(--s0)}.s0 .w,.s0 .h{stroke:var(--s0)}
.s1 .m,.s1 .b,svg.s1 .m{fill:var(--s1)}.s1 .w,.s1 .h{stroke:var(--s1)}
.s2 .m,.s2 .b,svg.s2 .m{fill:var(--s2)}.s2 .w,.s2 .h{stroke:var(--s2)}
.s3 .m,.s3 .b,svg.s3 .m{fill:var(--s3)}.s3 .w,.s3 .h{stroke:var(--s3)}
.s4 .m,.s4 .b,svg.s4 .m{fill:var(--s4)}.s4 .w,.s4 .h{stroke:var(--s4)}
.s5 .m,.s5 .b,svg.s5 .m{fill:var(--s5)}.s5 .w,.s5 .h{stroke:var(--s5)}
.off{display:none}
#tip{position:fixed;z-index:20;pointer-events:none;max-width:20rem;background:var(--ink);color:var(--paper);padding:.3rem .5rem;border-radius:4px;font-size:.85rem;white-space:pre-line}
.view{position:relative;border:1px solid var(--rule);background:var(--land)}
.view canvas{display:block;width:100%;touch-action:pan-y}
.view canvas:focus-visible{outline-offset:-2px}
.controls{display:flex;flex-wrap:wrap;gap:.4rem .8rem;align-items:center;margin:.4rem 0}
.controls label{display:inline-flex;gap:.35rem;align-items:center}
.controls input[type=range]{flex:1 1 14rem;min-width:9rem}
fieldset{border:1px solid var(--rule);border-radius:4px;padding:.1rem .6rem .3rem;display:flex;flex-wrap:wrap;gap:.1rem .8rem;margin:0}
legend{color:var(--soft);font-size:.85rem;padding:0 .3rem}
.key{display:flex;flex-wrap:wrap;gap:.2rem .9rem;font-size:.88rem;margin:.3rem 0;color:var(--soft)}
.key span{display:inline-flex;align-items:center;gap:.3rem}
.key i{display:inline-block;width:14px;height:14px}
.clock{font-variant-numeric:tabular-nums;font-weight:600}
.list{max-height:22rem;overflow:auto;border:1px solid var(--rule)}
.list table{margin:0;width:100%}.list thead th{position:sticky;top:0;background:var(--paper)}
.list td,.list th{white-space:nowrap}
footer{color:var(--soft);font-size:.85rem;padding-bottom:2rem}
@media print{nav,.skip,.legend,.controls,button,.list,.live{display:none!important}
:root{--paper:#fff;--ink:#000;--soft:#333;--rule:#999;--faint:#f3f3f3;--band:#eee;--warn:#000;--warnbg:#fff}
body{font-size:10pt}h2{break-after:avoid}.figure,tr{break-inside:avoid}.wide{overflow:visible}a{color:inherit}}
)css";
}

}  // namespace ceaseline::report
