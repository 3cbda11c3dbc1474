import { anyOf, wordsOf } from './cues.ts';
import type { Cues } from './cues.ts';

const kin =
  'frau|mann|partner|partnerin|sohn|sohnes|söhne|tochter|töchter|mutter|vater|vaters|eltern|bruder|bruders|brüder|schwester|schwestern|onkel|onkels|tante|cousin|cousine|' +
  'grossvater|grossmutter|oma|opa|grosseltern|nachbar|nachbarin|nachbarn|freund|freundin|freunde|mitbewohner|mitbewohnerin|chef|chefin|' +
  'kollege|kollegin|kollegen|kinder|kind|nichte|neffe|schwager|schwägerin|ex|lehrer|vorstand|leute|enkel|enkelin|verwandte|jungen|profis|rentner';

const doing =
  'mache|machen|spiele|spielen|betreibe|betreiben|unterrichte|lehre|gebe|geben|leite|leiten|beherrsche|spreche|kann|übe|baue|repariere|bastle|bastele|' +
  'arbeite|singe|fahre|gehe|helfe|zeige|zeig|biete|übernehme|pflege|lerne|praktiziere|beschäftige|kenne|verdiene|tue|sitze|unterstütze|organisiere|' +
  'berate|schreibe|studiere|trainiere|produziere|stelle|widme|teile|bringe|bin';

/** Cues of German, with ß folded to ss. */
export const german: Cues = {
  common: wordsOf(
    'ich und der die das ist mein meine meiner nicht mit für im am zum zur bei beim auf ein eine einen seit wir den dem von zu als ' +
      'gern gerne kein keine aber mir mich uns unser unsere wer jemand jemanden früher suche habe bin',
  ),
  conjunctions:
    /^(?:aber|weil|während|obwohl|wenn|falls|dass|bis (?:zum|ich|die|der)|denn|doch|sondern|damit|seitdem|und (?:ich|wir|mein\p{L}*|habe|bin|suche|wohne|nie|nicht|meine|er|sie|mache|arbeite|übe))(?!\p{L})/u,
  relatives: wordsOf('der die das den dem'),
  fillers: wordsOf(
    'und oder auch meistens meist vor allem manchmal gelegentlich etwas ein eine das der die den noch am liebsten alles dazu sowie beim im zum',
  ),
  self: anyOf('ich', 'wir', 'mich', 'mir', 'uns'),
  others: anyOf(
    `(?:mein\\p{L}*|unser\\p{L}*|ein|eine|einer|der|die|das|den|dem|mit|bei uns der|bei uns die)(?: \\p{L}+)? (?:${kin})`,
    'oma|opa|mama|papa|er|sie|ihr|ihre|sein|seine|man|jemand|niemand|alle|andere|anderer|leute|haben früher alle',
  ),
  negation: anyOf(
    'nicht|kein\\p{L}*|nie|niemals|nichts|ohne|weder|nein|niemand|hasse|hassen|gehasst|überlass\\p{L}*|ungern|niete|graus|langweilt|linke|finger|mühsam|zu teuer|zu hoch|teuer|hoch|' +
      'keine ahnung|bleiben lassen|lass|lasse|nervt|aufgegeben|aufgehört|verabschiedet|verkauft|verlernt|eingerostet|vorbei|gescheitert|hinter mir|abgelehnt|kaum|' +
      'grausam|ausstehen|fehlt|verwechsle|explodiert|gestohlen|furchtbar|gekündigt|staubt|still|streikt|anstatt|statt|ausser|verfilzt|lebensgefährlich|lohnt|schlafe ein|sollen|darf|leid',
  ),
  past: anyOf(
    'früher|damals|war|waren|hatte|hatten|wollte|wollten|musste|mussten|konnte|konnten|durfte|ehemalig\\p{L}*|einst|als kind|in meiner (?:jugend|kindheit)|einmal|gab|spielte|machte|' +
      'zuletzt|jahrelang habe|gezwungen|gezeigt|geworden|vergangen\\p{L}*|gibt es nicht|ruhestand',
    '(?:habe|hab|haben|hat) (?:\\p{L}+ )*(?!gelernt|gefunden)ge\\p{L}+(?:t|en)',
  ),
  hypothetical: anyOf(
    'wenn|falls|würde|würden|wäre|wären|könnte|könnten|hätte|hätten|vielleicht|irgendwann|eines tages|sollte|dürfte|angeblich|träume',
  ),
  needs: anyOf(
    'suche|suchen|sucht|such|brauche|brauchen|braucht|bräuchte|bräuchten|benötige|benötigen|möchte|möchten|will|wollen|wünsche|wünschen|auf der suche|gesucht|träume davon|' +
      '(?:würde|würden)(?: \\p{L}+){0,2} (?:gern|gerne)|(?:hätte|hätten)(?: \\p{L}+){0,2} (?:gern|gerne|lust)|zeigt mir (?:jemand|wer)|mangelt|fehlt uns',
  ),
  needed: anyOf(
    '(?:würde|möchte|will) ich(?: \\p{L}+)? ?(?:gern|gerne|lernen|ausprobieren)?|würde mich reizen|wird (?:\\p{L}+ )?gesucht|gesucht',
  ),
  wanting: anyOf(
    'lernen|brauchst|suchst|suchen|wünschst|möchtest|willst|fehlt|hilfe|früher|nie|nicht|kein\\p{L}*|würdest|könntest|wenn|andere\\p{L}*',
  ),
  asks: /^(?:wer (?:kann|bringt|zeigt|hat|geht|teilt|hilft|kennt|macht|weiss|möchte|will)|kann (?:mir|uns|jemand)|kennt sich jemand|hat jemand|gibt es jemanden|könnte (?:mir|jemand)|weiss jemand|zeigt mir)/,
  does: anyOf(
    `(?:ich|wir)(?: \\p{L}+){0,3}? (?:${doing})`,
    `(?:${doing}) (?:ich|wir)`,
    `^(?:gern|gerne) (?:zeige|helfe|gebe|biete)`,
    '(?:ich|wir) _ (?:im|in|mit|am|bei)',
    `mein (?:alltag|beruf|job|brotberuf|handwerk)(?: \\p{L}+)? ist`,
    'mich findet man|findet man mich|trifft man mich',
    'mein geld mit|jahre erfahrung (?:in|mit)',
    '^(?:mache|spiele|betreibe|unterrichte|gebe|baue|repariere|biete|arbeite|übe)',
  ),
  done: new RegExp(
    `^(?:${doing}) (?:ich|wir)(?!\\p{L})|^(?:ich|wir)(?!\\p{L})|^habe ich (?:\\p{L}+ )*(?:gelernt|angefangen|begonnen|gemacht und)|^ist mein (?:beruf|brotberuf|job|handwerk|alltag)`,
    'u',
  ),
  likes: anyOf(
    '(?:ich|wir)(?: \\p{L}+){0,2}? (?:liebe|lieben|mag|mögen|geniesse|interessiere|begeistere|schwärme)',
    '(?:liebe|mag|geniesse|interessiere|begeistere) ich',
    'mein\\p{L}* (?:(?:grosse|grösste|neue|alte|einzige|heimliche|zweite) )?(?:hobby|hobbys|hobbies|leidenschaft|leidenschaften|liebe|ding|interessen|ausgleich) (?:ist|sind|gilt|gehört|heisst)?',
    '(?:hobbys|hobbies|interessen|leidenschaften)',
    '(?:bin|ist) (?:ich )?(?:\\p{L}+ )?verfallen',
  ),
  own: /^(?:(?:\p{L}+ ){0,6}?)(?:ist|sind|gehört|gehören|hält|halten|macht|machen|begleitet|fasziniert|faszinieren|bleibt|hat mich|das ist|bin ich)(?!\p{L}).*(?<!\p{L})(?:mein\p{L}*|mir|mich|unser\p{L}*|ich|freiheit|meins)(?!\p{L})|^fasziniert mich|^begleitet mich/u,
  is: /(?:^|\s)(?:ich bin|bin ich|ich arbeite als|arbeite als|arbeite ich als|wir sind)(?: (?!nicht|kein)\p{L}+){0,3}$/u,
  qualities: wordsOf(
    'gelernte gelernter freie freier freiberufliche freiberuflicher leidenschaftliche leidenschaftlicher angehende angehender begeisterte begeisterter ' +
      'selbständige selbstständige selbständiger selbstständiger studierte studierter passionierte passionierter',
  ),
  followers: undefined,
  aside: /(?:^|\s)(?:neben|hinter|vor|gegenüber)(?: dem| der| einem| einer)?$/,
  verbs: anyOf(
    'ist|sind|war|waren|hat|haben|kann|können|wird|werden|macht|machen|steht|stehen|finde|findet|sagt|braucht|muss|müssen|soll|sollen|darf|geht|gehen|probt|klingt|lohnt|nervt|' +
      'streikt|gibt|hätte|würde|wäre|könnte|könntest|lassen|lasse|ich|verfehlt|verpasst|versetzt|verstanden|gerettet|hatte|übt|reiten|sprechen|habe|bin|man',
  ),
};
