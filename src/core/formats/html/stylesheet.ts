/** The look of an exported page: dark and light, both writing directions, ready for print. Loads nothing. */
export const stylesheet = `:root { color-scheme: light dark; --paper: #fdfcf9; --ink: #1d1c1a; --quiet: #5f5b54; --line: #d8d3c8; --link: #1a4f8b; }
@media (prefers-color-scheme: dark) { :root { --paper: #191816; --ink: #e9e5dc; --quiet: #a8a196; --line: #3d3a34; --link: #9cc3f0; } }
body { margin: 0; background: var(--paper); color: var(--ink); font: 1.125rem/1.6 ui-serif, Georgia, Cambria, "Noto Serif", "Times New Roman", serif; }
article { max-inline-size: 66ch; margin-inline: auto; padding: 2rem 1.25rem 4rem; overflow-wrap: break-word; }
p, h1, h2, h3, li, th, td, caption, figcaption { white-space: pre-wrap; }
ul, ol { white-space: normal; padding-inline-start: 1.5em; }
h1, h2, h3 { line-height: 1.2; text-wrap: balance; }
h1 { font-size: 2.25rem; margin-block: .2em .4em; }
h2 { font-size: 1.4rem; margin-block: 2em .5em; }
h3 { font-size: 1.15rem; margin-block: 1.6em .4em; }
p { margin-block: 0 1em; }
a { color: var(--link); text-underline-offset: .15em; }
abbr[title] { text-decoration: underline dotted; }
hr { inline-size: 6em; margin: 2.5em auto; border: 0; border-block-start: 1px solid var(--line); }
pre { padding: 1em; overflow-x: auto; border: 1px solid var(--line); font-size: .85em; tab-size: 4; }
header { margin-block-end: 2rem; padding-block-end: 1rem; border-block-end: 1px solid var(--line); }
.embargo { max-inline-size: 66ch; margin: 1rem auto 0; padding: .6em 1.25rem; border-block: 2px solid; font-weight: bold; }
.kicker { margin: 0; color: var(--quiet); font-variant-caps: all-small-caps; letter-spacing: .05em; }
.standfirst { font-size: 1.25rem; line-height: 1.45; }
.byline, .dateline, .dates, .breadcrumb { margin-block: .25em; color: var(--quiet); font-size: .9rem; }
.breadcrumb ol { display: flex; flex-wrap: wrap; margin: 0; padding: 0; list-style: none; }
.breadcrumb li + li::before { content: "/"; margin-inline: .5em; }
.quote { margin: 2em 0; padding-inline-start: 1.25em; border-inline-start: 3px solid var(--line); }
.quote blockquote { margin: 0; font-size: 1.15em; font-style: italic; }
.quote blockquote p:last-child { margin-block-end: .4em; }
.quote figcaption { color: var(--quiet); font-size: .9rem; }
.quote figcaption::before { content: "\\2014\\00a0"; }
.pullquote { margin: 2.5em 0; padding-block: 1em; border-block: 1px solid var(--line); text-align: center; text-wrap: balance; }
.pullquote p { margin: 0; font-size: 1.5em; line-height: 1.3; }
.pullquote .speaker { margin-block-start: .6em; color: var(--quiet); font-size: .9rem; }
.factbox { margin: 2em 0; padding: 1em 1.25em; border: 1px solid var(--line); border-block-start-width: 3px; font-size: .95rem; }
.factbox h2 { margin: 0 0 .5em; font-size: 1.1rem; }
.factbox > :last-child { margin-block-end: 0; }
.embed { margin: 2em 0; padding: .9em 1.1em; border: 1px solid var(--line); border-radius: .3em; font-size: .95rem; }
.embed p { margin: 0 0 .3em; overflow-wrap: anywhere; }
.embed .description, .embed figcaption { color: var(--quiet); }
.embed figcaption { font-size: .85rem; }
table { inline-size: 100%; margin: 2em 0; border-collapse: collapse; font-size: .9rem; line-height: 1.4; font-variant-numeric: tabular-nums; }
caption { padding-block-end: .6em; text-align: start; font-weight: 600; }
th, td { padding-block: .45em; padding-inline: 0 .8em; border-block-end: 1px solid var(--line); text-align: start; vertical-align: top; }
th { border-block-end-width: 2px; font-weight: 600; }
td p { margin: 0 0 .4em; }
td p:last-child { margin: 0; }
.picture { margin: 2em 0; }
.picture img { display: block; max-inline-size: 100%; block-size: auto; }
.picture figcaption { margin-block-start: .5em; color: var(--quiet); font-size: .9rem; line-height: 1.45; }
.credit { font-size: .85em; }
.related { margin: 1.75em 0; padding-block: .6em; border-block: 1px solid var(--line); font-size: .95rem; }
.related p { margin: 0; }
.label { color: var(--quiet); }
footer { margin-block-start: 3rem; padding-block-start: 1rem; border-block-start: 1px solid var(--line); font-size: .95rem; }
.tagline { font-style: italic; }
.corrections h2 { margin-block: 1em .3em; font-size: 1rem; }
.corrections time { color: var(--quiet); }
footer ul { padding: 0; list-style: none; }
@media print {
  :root { color-scheme: light; --paper: #fff; --ink: #000; --quiet: #333; --line: #999; --link: #000; }
  @page { margin: 2cm; }
  body { font-size: 11pt; line-height: 1.45; }
  article { max-inline-size: none; padding: 0; }
  p { orphans: 3; widows: 3; }
  h1, h2, h3 { break-after: avoid; }
  .quote, .pullquote, .factbox, .picture, .embed, .related, pre, tr { break-inside: avoid; }
  thead { display: table-header-group; }
  .related, footer { font-size: 10pt; }
}
`;
