"""The head of the HTML page: its look on a wide or narrow screen, in the dark, and on paper."""

# The policy lets a browser load nothing, whatever might ever get into the page.
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"

_STYLE = """\
:root {
  color-scheme: light dark;
  --paper: #fff; --ink: #1b1b1b; --dim: #595959; --line: #d0d0d0; --link: #0b57a4;
  --mark: #ffe98a; --disputed: #a80f1f; --corroborated: #17692c; --unclear: #7a4d00;
  --single-source: #245a86;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #16181b; --ink: #e8e8e8; --dim: #a8a8a8; --line: #45494e; --link: #8ec2ff;
    --mark: #665400; --disputed: #ff8f96; --corroborated: #7fd492; --unclear: #f0c060;
    --single-source: #9cc9ee;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0 auto; padding: 1rem; max-width: 80rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.5 system-ui, sans-serif; overflow-wrap: anywhere;
}
header > *, section > :not(.wide) { max-width: 46rem; }
h1, h2, h3 { line-height: 1.25; margin: 0 0 .5rem; }
h2 { margin-top: 2.5rem; }
h3 { font-size: 1.1rem; }
p { margin: 0 0 .5rem; }
a { color: var(--link); }
cite { font-style: normal; font-weight: 600; }
cite, mark, th, td, h3 { unicode-bidi: isolate; }
mark { background: var(--mark); color: inherit; padding: 0 .1em; }
.summary { font-size: 1.15rem; }
.contents { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; padding: 0; list-style: none; }
.notes, .reasons, .documents { padding-left: 1.25rem; }
article { margin: 1.25rem 0; padding-left: 1rem; border-left: .3rem solid var(--line); }
article.disputed { border-color: var(--disputed); }
article.corroborated { border-color: var(--corroborated); }
article.unclear { border-color: var(--unclear); }
article.single-source { border-color: var(--single-source); }
.verdict.disputed { color: var(--disputed); }
.verdict.corroborated { color: var(--corroborated); }
.verdict.unclear { color: var(--unclear); }
.verdict.single-source { color: var(--single-source); }
figure { margin: .75rem 0; padding: .25rem .5rem; }
figure:target { outline: .15rem solid var(--link); }
figcaption, .read, time, caption { color: var(--dim); font-size: .9em; }
cite { color: var(--ink); }
blockquote { margin: .15rem 0; }
.id { font-family: ui-monospace, monospace; font-size: .85em; }
details { margin: .5rem 0; }
summary { cursor: pointer; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; font-size: .9em; width: max-content; }
caption { text-align: left; padding-bottom: .5rem; }
th, td {
  min-width: 5rem; max-width: 20rem; padding: .4rem .6rem; border: 1px solid var(--line);
  text-align: left; vertical-align: top; overflow-wrap: break-word;
}
@media screen and (max-width: 50rem) { th, td { max-width: 11rem; } }
@media screen and (min-width: 50rem) {
  th[scope="row"] { position: sticky; left: 0; background: var(--paper); }
}
@page wide { size: landscape; margin: 1cm; }
@media print {
  :root {
    --paper: #fff; --ink: #000; --dim: #444; --line: #999; --link: #000; --mark: #e6e6e6;
    --disputed: #000; --corroborated: #000; --unclear: #000; --single-source: #000;
    font-size: 10pt;
  }
  body { max-width: none; padding: 0; }
  header > *, section > :not(.wide) { max-width: none; }
  figure { margin: .4rem 0; padding: 0; }
  nav { display: none; }
  h2, h3, figcaption { break-after: avoid; }
  figure, tr { break-inside: avoid; }
  mark { border-bottom: 1px solid; }
  details::details-content { display: block; content-visibility: visible; }
  #table { page: wide; }
  .wide { overflow: visible; }
  table { font-size: 7pt; line-height: 1.3; width: 100%; table-layout: fixed; }
  th, td { min-width: 0; max-width: none; padding: .15rem; overflow-wrap: anywhere; }
}"""

HEAD = f"""\
<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="{_POLICY}">
<title>Cross-check</title>
<style>
{_STYLE}
</style>
</head>
<body>"""
