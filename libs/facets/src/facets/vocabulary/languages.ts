import * as linguist from 'linguist-languages';
import type { Language } from 'linguist-languages';
import type { VocabularyEntry } from './entry.ts';

/**
 * Names that are ordinary words, names of people or things, or the file formats of one tool: as a skill such a label
 * stays as a member wrote it; in prose it must not be taken for a language. Those that people really list
 * (Go, Rust, Swift, …) stay, and match in prose only in their own case (see prose-matching-rules.ts).
 */
const leftOut = new Set(
  (
    '4D|AL|ASL|ATS|AGS Script|Aiken|Aleo|Alloy|Alpine Abuild|Answer Set Programming|Apex|Apollo Guidance Computer|' +
    'Arc|Asymptote|Augeas|B|BAML|Ballerina|Beef|Berry|BibTeX Style|Bicep|Bison|Boo|Boogie|CLIPS|CUE|CWeb|Cadence|' +
    'Cairo|Cairo Zero|CAP CDS|Carbon|Chapel|Charity|Circom|Cirru|Clarion|Clarity|Clean|Click|Clue|Common Workflow Language|' +
    'Cool|Crystal|Curry|Cypher|D|DM|DIGITAL Command Language|Dockerfile|Dune|Dylan|E|ECL|EQ|Earthly|Euphoria|F*|FLUX|' +
    'FPP|Factor|Fancy|Faust|Fennel|Filterscript|Flix|Fluent|Forth|GAP|GCC Machine Description|GDB|GSC|Genie|' +
    'Gentoo Ebuild|Gentoo Eclass|Gleam|Glimmer JS|Glimmer TS|Glyph|Gno|Golo|Gosu|Grace|HCL|HIP|Hack|Harbour|Hare|Hurl|' +
    'Hy|IDL|IL Assembly|Ink|Inno Setup|Io|Ioke|Isabelle|Isabelle ROOT|J|JASS|Jac|Jai|Janet|Jasmin|JavaScript+ERB|' +
    'Jison Lex|Jolie|Julia REPL|Just|KRL|Kakoune Script|KakouneScript|LSL|Lasso|Lean|Lean 4|Leo|Lex|Limbo|' +
    'Linear Programming|Linker Script|Literate Agda|Literate CoffeeScript|Literate Haskell|Lobster|Logos|M|M4|MUF|Mako|' +
    'Mathematical Programming System|Max|Mercury|Meson|Metal|Mint|Module Management System|Mojo|Monkey|Move|NCL|Nasal|' +
    'NetLinx+ERB|Nickel|Nit|Nix|Noir|Nu|NumPy|OMNeT++ MSG|OMNeT++ NED|Oberon|Odin|Opa|Opal|OpenRC runscript|Ox|' +
    'Oxygene|Oz|P4|Pact|Pan|Papyrus|Parrot|Parrot Assembly|Parrot Internal Representation|Pawn|Pep8|Pike|Polar|Pony|' +
    'Procfile|Puppet|Python console|Quake|Quint|RPC|Ragel|Rascal|Reason|Red|Rez|Ring|Roc|Rouge|SIP|SMT|Sage|Sail|Salt|' +
    'Scenic|Self|Shell|ShellSession|Shen|Sieve|Singularity|Slang|Slash|Slice|Smarty|Smithy|Squirrel|Stan|Sway|TSX|Tact|' +
    'Talon|Tape|Teal|Terra|Text|Thrift|TI Program|Toit|Tree-sitter Query|Turing|Uno|Unix Assembly|Untyped Plutus Core|V|VCL|Vala|' +
    'Verse|Vim script|Visual Basic .NET|Visual Basic 6.0|Volt|Wren|XC|XS|ZAP|ZIL|Zeek|eC|fish|hoon|jq|mupad|ooc|q|sed|' +
    'ucode|wisp|BASIC|Processing|Scheme|Racket|Elm'
  ).split('|'),
);

/** Languages whose data calls them markup, data or prose, and which people list as skills all the same. */
const notProgramming = new Set([
  'AsciiDoc',
  'BibTeX',
  'CSS',
  'GraphQL',
  'HTML',
  'Jinja',
  'JSON',
  'Less',
  'Markdown',
  'PostCSS',
  'PostScript',
  'Protocol Buffer',
  'Pug',
  'SCSS',
  'SPARQL',
  'SQL',
  'SVG',
  'Sass',
  'Svelte',
  'TOML',
  'TeX',
  'XML',
  'YAML',
  'reStructuredText',
]);

/** Other names of linguist's that people use with another meaning. */
const otherMeanings = new Set(
  (
    'abl,adobe,advpl,apples,asp,autoconf,b3d,bat,batch,bazel,be,bh,bplus,bro,bsv,byond,cake,cakescript,carto,cask,cds,cfc,' +
    'cfm,clipper,coffee,console,cperl,cucumber,delphi,eask,emacs,django,envrc,fb,flex,foxpro,gas,gf,gjs,gsp,gts,haskell,i7,inc,igor,' +
    'java server page,jruby,jte,latex,less css,lhaskell,lhs,lisp,live-script,ls,m2,macruby,make,mathematica,mf,mma,mps,' +
    'mumps,node,nvim,objectpascal,obj,octave,opy,osascript,pasm,pir,posh,progress,ql,qb,rake,rbx,rhtml,rs,rusthon,sdc,sml,' +
    'splus,squeak,tex,topojson,ts,vhs,vim,viml,visual basic,wl,wolfram,xdr,xhtml,xml+genshi,xml+kid,xsd,xten,yml,' +
    'md,typ,xdc,Carto,Ur,jsonl,geojson,sarif,webmanifest,mysql,pandoc,svg,wsdl,rss'
  ).split(','),
);

/** The programming languages of GitHub's linguist, with the other names that are safe. */
export function languageEntries(): VocabularyEntry[] {
  const languages: readonly Language[] = Object.values(linguist);
  return languages
    .filter(({ name, type }) => (type === 'programming' && !leftOut.has(name)) || notProgramming.has(name))
    .map(({ name, aliases = [] }) => ({
      label: name,
      aliases: aliases.filter((alias) => !otherMeanings.has(alias)),
    }));
}
