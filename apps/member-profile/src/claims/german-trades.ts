import type { ProseLabel } from '@warren/facets';
import { foldLabel } from '@warren/facets';

/**
 * German names of trades, crafts and pastimes, by the label of the vocabulary that they mean in a claim; `*` stands for
 * the endings of a person's trade: Imker, Imkerin, Imkerinnen. Lists of members keep their own words.
 */
const german: Readonly<Record<string, string>> = {
  Beekeeping: 'imker*, imkern, imkert, imkerei',
  Carpentry:
    'tischler*, tischlert, tischlerei, schreiner*, schreinert, schreinerei, zimmerer*, zimmermann, zimmerleute',
  Woodworking: 'holzarbeiten, holzbau, holzarbeiter*',
  Woodturning: 'drechsler*, drechselt, drechseln',
  Welding: 'schweißer*, schweißen, schweißt',
  Blacksmithing: 'schmied, schmiedin, schmiede, schmieden, schmiedet',
  Pottery: 'töpfer*, töpfert, töpferei, keramiker*',
  'Glass blowing': 'glasbläser*',
  Brewing: 'brauer*, brauen, braut bier, bierbrauer*, gebraut',
  'Wine making': 'winzer*, weinbau',
  'Bread baking': 'bäcker*, brotbacken',
  Baking: 'bäcker*, backen, backt, bäckt',
  Cooking: 'koch, köche, köchin, köchinnen, kochen, kocht, kochkunst',
  Gardening: 'gärtner*, gärtnert, gartenarbeit, gartenbau',
  Farming: 'landwirt, landwirtin, landwirte, landwirtschaft, bauer, bäuerin, bauern',
  Sewing: 'schneider*, nähen, näht, näherin, näherinnen',
  Knitting: 'stricken, strickt, strickende, strickerin, strickerinnen',
  Weaving: 'weber*, weben, webt, weberei',
  Painting: 'maler*, malerei',
  Drawing: 'zeichner*, zeichnen, zeichnet',
  Photography: 'fotograf, fotografin, fotografinnen, fotografen, fotografieren, fotografiert, fotografie',
  Music: 'musiker*',
  Cello: 'cellist, cellistin, cellisten, cellistinnen',
  Organ: 'organist, organistin, organisten, orgel, orgelspiel',
  Singing: 'sänger*, singen, singt, gesang',
  'Choir singing': 'chor, chöre, chorgesang, chorsänger*, chorleiter*',
  Acting: 'schauspieler*, schauspielern, schauspiel',
  Dancing: 'tänzer*, tanzen, tanzt',
  Hiking: 'wanderer, wanderin, wanderinnen, wandern, wandert',
  Programming: 'programmierer*, programmieren, programmiert, softwareentwickler*',
  'Web design': 'webdesigner*, webgestaltung',
  Engineering: 'ingenieur, ingenieurin, ingenieure, ingenieurinnen',
  Teaching: 'lehrer*, lehrkraft, lehrkräfte',
  Nursing: 'krankenpfleger*, krankenschwester, krankenschwestern, pflegekraft, pflegekräfte',
  Medicine: 'arzt, ärztin, ärzte, ärztinnen',
  Law: 'anwalt, anwältin, anwälte, anwältinnen, jurist, juristin, juristen',
  Journalism: 'journalist, journalistin, journalisten, journalistinnen',
  Architecture: 'architekt, architektin, architekten, architektinnen',
  Plumbing: 'klempner*',
  Electrical: 'elektriker*',
  Masonry: 'maurer*',
  Translation: 'übersetzer*, dolmetscher*',
  Sailing: 'segler*, segeln, segelt, seemann, seeleute, matrosen',
  Fishing: 'fischer*, angler*, angeln',
  'Bicycle repair': 'fahrradmechaniker*, fahrradreparatur',
  'Board games': 'brettspiel, brettspiele, gesellschaftsspiele',
  Accounting: 'buchhalter*, buchhaltung, steuerberater*',
};
const endings = ['', 'in', 'innen', 'n'];

const namesOf = (names: string): string[] =>
  names
    .split(', ')
    .flatMap((name) =>
      name.endsWith('*') ? endings.map((ending) => `${name.slice(0, -1)}${ending}`) : [name],
    )
    .map(foldLabel);
const entries = Object.values(german).flatMap((names) => names.split(', '));
const isPerson = (entry: string): boolean => entry.endsWith('*');
const persons = new Set(entries.filter(isPerson).flatMap(namesOf));
const others = new Set(entries.filter((entry) => !isPerson(entry)).flatMap(namesOf));
/** Ends like a trade, and is none. */
const noTrade = /augenbrauen$/;
const shortestName = 4;
const shortestBefore = 3;

/** The German names as labels to be found in claims. */
export function germanTrades(canonical: (label: string) => string): ProseLabel[] {
  return Object.entries(german).flatMap(([label, names]) =>
    namesOf(names).map((name) => ({ name, canonical: canonical(foldLabel(label)) })),
  );
}

/**
 * The trade that a German compound ends with: "chor" of Kirchenchor; undefined if there is none. A word for a person is a
 * noun: "grafischer" is no Fischer.
 */
export function tradeAtEnd(word: string): string | undefined {
  const folded = foldLabel(word);
  const isNoun = /^\p{Lu}/u.test(word);
  for (let at = shortestBefore; at <= folded.length - shortestName; at += 1) {
    const tail = folded.slice(at);
    if (!noTrade.test(folded) && (others.has(tail) || (isNoun && persons.has(tail)))) {
      return tail;
    }
  }
  return undefined;
}
