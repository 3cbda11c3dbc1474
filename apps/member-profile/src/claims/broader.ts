import { foldLabel, languageEntries } from '@warren/facets';

/** Narrower terms of a broader label, separated by commas: each of them implies the label. */
const narrower: Readonly<Record<string, string>> = {
  Programming:
    'd3.js, react, vue, angular, svelte, node.js, three.js, ggplot2, matplotlib, plotly, pandas, numpy, django, flask, .net, ' +
    'web development, front-end development, back-end development, full-stack development, game development, ' +
    'mobile app development, embedded systems, generative art',
  'Software development':
    'web development, front-end development, back-end development, full-stack development, game development, ' +
    'mobile app development, embedded systems, .net, react, vue, angular, node.js, c++, c#, java',
  'Web development':
    'javascript, typescript, css, html, html and css, php, react, vue, angular, svelte, d3.js, wordpress',
  'Front-end development':
    'javascript, typescript, css, html, html and css, react, vue, angular, svelte, d3.js',
  Databases:
    'sql, postgresql, mysql, mariadb, sqlite, mongodb, sql server, microsoft access, oracle database, plsql, tsql',
  'Data visualization':
    'd3.js, ggplot2, matplotlib, plotly, tableau, power bi, vega-lite, vega, chart.js, looker, qlik, infographics',
  Cartography: 'gis, qgis, arcgis, mapbox, leaflet, kepler.gl, openstreetmap, postgis',
  Spreadsheets: 'excel, google sheets',
  Design:
    'user experience, user interface design, figma, adobe xd, graphic design, web design, typography, illustrator, indesign',
  Drawing: 'illustration, comics and cartoons, cad',
  Accounting: 'bookkeeping, quickbooks',
  Cooking: 'baking, bread baking, barbecue, food preservation, supper clubs',
  Music:
    'singing, choir singing, songwriting, music composition, guitar, bass guitar, double bass, drums, piano, violin, fiddle, ' +
    'cello, ukulele, banjo, folk music, jazz, classical music, electronic music',
  Singing: 'choir singing, opera, songwriting',
  Woodworking:
    'carpentry, joinery, furniture making, woodturning, wood carving, green woodworking, timber framing',
  Metalworking: 'welding, blacksmithing, machine shop work',
  Printmaking: 'screen printing, letterpress, risograph printing, block printing',
  'Digital fabrication': '3d printing, laser cutting, cnc machining',
  Construction: 'timber framing, natural building, masonry, plastering, carpentry, plumbing',
};

let byNarrower: Map<string, string[]> | undefined;

/** The broader labels that a folded label falls under: who writes Python writes code. */
export function broaderThan(folded: string): readonly string[] {
  byNarrower ??= buildIndex();
  return byNarrower.get(folded) ?? [];
}

function buildIndex(): Map<string, string[]> {
  const languages = languageEntries().map(({ label }) => label);
  const all = Object.entries(narrower).flatMap(([broader, names]) =>
    names.split(', ').map((name) => [name, broader]),
  );
  const index = new Map<string, string[]>();
  for (const [name = '', broader = ''] of [...all, ...languages.map((name) => [name, 'Programming'])]) {
    const folded = foldLabel(name);
    const known = index.get(folded) ?? [];
    index.set(folded, [...new Set([...known, foldLabel(broader)])]);
  }
  return index;
}
