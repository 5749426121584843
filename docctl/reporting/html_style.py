"""How the HTML report looks and how its keys work; no font, picture or script from elsewhere."""

STYLE = """
:root{--ink:#1c1c1c;--soft:#595959;--line:#d0d0d0;--paper:#fff;--back:#f4f4f2;
--error:#a4161a;--warning:#8a5300;--info:#0b4f8a;--error-back:#fde4e4;--warning-back:#fff1d6;--info-back:#e3effa}
*{box-sizing:border-box}
body{margin:0;color:var(--ink);background:var(--back);font:1rem/1.5 "Noto Serif","PT Serif",Georgia,serif}
h1,h2,h3,.facts,.bar,.finding,.verdict,summary,th,.ref,nav{font-family:"Noto Sans","PT Sans",Arial,sans-serif}
header,main,footer{max-width:60rem;margin:0 auto;padding:0 1.5rem}
h1{font-size:1.5rem}h2{font-size:1.3rem;margin:0 0 .3rem;overflow-wrap:anywhere}
h3{font-size:1rem;color:var(--soft);margin:1.5rem 0 .5rem;border-bottom:1px solid var(--line)}
.facts{color:var(--soft);font-size:.9rem;margin:.2rem 0;overflow-wrap:anywhere}.verdict{font-weight:bold}
article,.rules{background:var(--paper);border:1px solid var(--line);padding:1.5rem;margin:1.5rem 0}
.bar{display:inline-block;margin:0 1.5rem .5rem 0;cursor:pointer}.switch{margin:0 .4rem 0 1.5rem}
table{border-collapse:collapse;width:100%;margin:.5rem 0}
td,th{border:1px solid var(--line);padding:.25rem .5rem;text-align:left;vertical-align:top}
.line,td{white-space:pre-wrap}.line{margin:.4rem 0;overflow-wrap:anywhere}
.line.heading{font-weight:bold;margin-top:1rem}
.label{margin-right:.5em}.found{list-style:none;padding:0;margin:.4rem 0}
.finding{border-left:4px solid;padding:.4rem .8rem;margin:.4rem 0;font-size:.9rem}
.finding p{margin:.15rem 0;color:var(--ink)}.finding .where{color:var(--soft)}
.finding.error{border-color:var(--error);background:var(--error-back)}
.finding.warning{border-color:var(--warning);background:var(--warning-back)}
.finding.info{border-color:var(--info);background:var(--info-back)}
.ref{font-size:.75rem;margin-left:.4em}
.error>.code,.ref.error,.count.error{color:var(--error)}.warning>.code,.ref.warning,.count.warning{color:var(--warning)}
.info>.code,.ref.info,.count.info{color:var(--info)}.code{font-weight:bold}
mark{color:inherit;background:none;border-bottom:2px solid}
mark.error{background:var(--error-back);border-color:var(--error)}
mark.warning{background:var(--warning-back);border-color:var(--warning)}
mark.info{background:var(--info-back);border-color:var(--info)}
details{margin:.5rem 0}summary{cursor:pointer;font-weight:bold}
pre{white-space:pre-wrap;overflow-wrap:anywhere;margin:.3rem 0;padding:.5rem;border:1px solid var(--line)}
:focus-visible,:target{outline:3px solid var(--info);outline-offset:2px}
.skip{position:absolute;left:-100rem}.skip:focus{left:1rem;top:1rem;background:var(--paper);padding:.5rem}
#show-error:not(:checked)~main .finding.error,#show-error:not(:checked)~main .ref.error,
#show-warning:not(:checked)~main .finding.warning,#show-warning:not(:checked)~main .ref.warning,
#show-info:not(:checked)~main .finding.info,#show-info:not(:checked)~main .ref.info{display:none}
#show-error:not(:checked)~main mark.error,#show-warning:not(:checked)~main mark.warning,
#show-info:not(:checked)~main mark.info{background:none;border:0}
@media print{body{background:none;font-size:10pt}header,main,footer{max-width:none;padding:0}
article,.rules{border:0;padding:0}article+article,.rules{break-before:page}
.switch,.bar,.skip,nav{display:none}.finding,tr{break-inside:avoid}h2,h3,.heading{break-after:avoid}
details>*{display:block}details::details-content{content-visibility:visible;block-size:auto}
a{color:inherit;text-decoration:none}mark,.finding{print-color-adjust:exact}}
"""

SCRIPT = """
(function(){
var at=-1;
function shown(){return Array.prototype.filter.call(document.querySelectorAll(".finding"),
function(f){return f.offsetParent!==null});}
function go(step){var all=shown(),now=all.indexOf(document.activeElement);
if(!all.length)return;at=Math.max(0,Math.min(all.length-1,(now<0?at:now)+step));
all[at].focus();all[at].scrollIntoView({block:"center"});}
function open(){var e=location.hash.length>1&&document.getElementById(location.hash.slice(1)),
d=e&&e.closest("details");if(d){d.open=true;e.scrollIntoView();}}
document.addEventListener("keydown",function(e){if(e.ctrlKey||e.altKey||e.metaKey)return;
if(e.key==="j")go(1);if(e.key==="k")go(-1);});
window.addEventListener("hashchange",open);open();
window.addEventListener("beforeprint",function(){
document.querySelectorAll("details").forEach(function(d){d.open=true;});});
})();
"""
