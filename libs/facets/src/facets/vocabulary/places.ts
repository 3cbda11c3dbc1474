import type { VocabularyData } from './data.ts';
import type { VocabularyEntry } from './entry.ts';

/** Countries and large cities under their short names; anything finer stays as members write it. */
const places: VocabularyData = {
  'United States':
    'usa, us, united states of america, u.s., u.s.a., america, the united states, the us, the usa, états-unis, vereinigte staaten',
  'United Kingdom':
    'uk, u.k., gb, great britain, the uk, the united kingdom, britain, united kingdom of great britain and northern ireland',
  Germany: 'deutschland, allemagne, federal republic of germany',
  Netherlands: 'the netherlands, holland, nederland',
  Switzerland: 'schweiz, suisse, svizzera',
  Austria: 'österreich, oesterreich',
  Spain: 'españa, espana',
  Italy: 'italia',
  Brazil: 'brasil',
  Mexico: 'méxico',
  Sweden: 'sverige',
  Norway: 'norge',
  Denmark: 'danmark',
  Finland: 'suomi',
  Poland: 'polska',
  'Czech Republic': 'czechia, cesko, česko',
  Turkey: 'türkiye, turkiye',
  'Russian Federation': 'russia',
  'South Korea': 'republic of korea, korea republic of',
  'United Arab Emirates': 'uae',
  'New Zealand': 'nz, aotearoa',
  'New York City': 'nyc, new york new york, new york ny',
  'San Francisco': 'sf, san francisco ca, san francisco california',
  'Los Angeles': 'los angeles ca, los angeles california',
  'Portland, OR': 'portland oregon, portland or usa',
  'Ashland, OR': 'ashland oregon, ashland or usa, ashland ore',
  'Medford, OR': 'medford oregon, medford or usa',
  'Talent, OR': 'talent oregon',
  'Phoenix, OR': 'phoenix oregon',
  'Jacksonville, OR': 'jacksonville oregon',
  'Seattle, WA': 'seattle washington',
  'Washington, DC': 'washington d.c., district of columbia',
  Remote: 'anywhere, worldwide, online, fully remote, work from home',
};

/** The entries for places. */
export function placeEntries(): VocabularyEntry[] {
  return Object.entries(places).map(([label, names]) => ({
    label,
    aliases: names.split(',').map((name) => name.trim()),
    kinds: ['location'],
  }));
}
