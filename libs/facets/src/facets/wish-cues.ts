/**
 * Words by which people ask, offer and refuse in the field of wishes, in English, German, French, Spanish, Italian, Dutch
 * and Portuguese. All patterns are for folded text: no case, no apostrophes, no punctuation.
 */

/** Begins a clause that offers something. */
export const offering: readonly RegExp[] = [
  /^(?:i |we )?(?:(?:a|wa|we)?re |am |im |id be |would be )?(?:also |always |very |more than )?(?:happy|glad|willing|able|ready|pleased) to (?:teach|share|show|help|offer|lend|give|swap|trade|run|host)(?! me\b| us\b) /,
  /^(?:i |we )?(?:can|could|will|would|id|would happily|id happily|ill|happily) (?:also |happily |gladly )?(?:teach|offer|help with|help others with|share|show|lend|give|swap|trade)(?! me\b| us\b) /,
  /^(?:i |we )?(?:also )?(?:offer|offering|offered) /,
  /^(?:i|we) (?:also )?(?:teach|share|give|swap|trade|provide)(?! a\b) /,
  /^(?:ich |wir )?(?:biete|bieten|geboten|gebe|geben|unterrichte|unterrichten|verleihe|zeige|zeigen)(?! mir\b| uns\b) /,
  /^(?:ich |wir )?(?:kann|können|könnte|könnten)(?! mir\b| uns\b| jemand\b) .*(?:anbieten|beibringen|zeigen|helfen|unterrichten|geben|weitergeben)$/,
  /^gern(?:e)? (?:zeige|gebe|helfe|biete|teile) /,
  /^(?:je )?(?:propose|offre|donne|peux (?:enseigner|aider|apprendre|montrer|proposer)) /,
  /^(?:yo )?(?:ofrezco|enseño|doy clases|puedo (?:enseñar|ayudar|ofrecer)) /,
  /^(?:io )?(?:offro|insegno|posso (?:insegnare|aiutare|offrire)) /,
  /^(?:ik )?(?:bied |geef (?:les|lessen)|kan .*(?:aanbieden|leren|geven)$)/,
  /^(?:eu )?(?:ofereço|ensino|dou aulas|posso (?:ensinar|ajudar|oferecer)) /,
];

/** Says within a clause that it is no wish: nothing, not any more, found already. */
export const refusing: readonly RegExp[] = [
  /^(?:nothing|none|nope|nah|no(?! code| sew| dig)|n a|nil|nobody|noone|not|never|nein|nichts|nix|gar nichts|kein\p{L}*|rien|aucun\p{L}*|nada|niente|nulla|nessun\p{L}*|niets|niks|geen|ninguna?|nenhuma?)(?: |$)/u,
  /^(?:please |bitte )(?:no|not|kein\p{L}*) /u,
  /^(?:plus|pas|ya no|ya tengo|já não|já tenho|non .* più|ho già|jai déjà|je nai (?:plus|pas) besoin)(?: |$)/,
  /\b(?:no longer|not any ?more|any ?more|anymore|not looking|not interested|dont (?:need|want)|do not (?:need|want)|anything but|no need)\b/,
  /\balready (?:have|got|found|sorted)\b|^(?:have )?(?:already )?(?:found|got|sorted)\b|\b(?:found|sorted) already$/,
  /\b(?:nicht mehr|nichts|mehr nicht|keinen? .* mehr|schon gefunden|bereits gefunden|schon (?:einen?|habe)|habe schon|habe bereits)\b|\b(?:gefunden|erledigt)$/,
  /^(?:zurzeit|momentan|im moment|derzeit|aktuell) (?:nichts|kein\p{L}*)/u,
  /^(?:ich|wir) \p{L}+ (?:kein\p{L}*|nichts|nicht) ?/u,
  /\b(?:déjà trouvé|ya encontr\p{L}+|già trovato|al gevonden|já encontr\p{L}+)/u,
  /^(?:je )?ne \p{L}+ (?:rien|plus|pas)\b/u,
  /^(?:no|non|não) (?:busco|necesito|cerco|ho bisogno|procuro|preciso)\b/,
  /^(?:ik )?(?:zoek|heb) (?:niets|niks|geen)\b|\bgeen .* meer$/,
];

/** Begins a clause with a compound that refuses nothing: "no-till gardening"; for text as it is written. */
export const compound = /^(?:no|not|non|nil)[-‐‑](?=\p{L})/iu;

/** Negates what comes after it within its clause. */
export const negating =
  /\b(?:not|no|without|except|but no|nicht|kein\p{L}*|ohne|sans|sin|senza|zonder|sem)\b/u;

/** Begins a clause that asks, whatever the one before it does. */
export const asksFirst =
  /^(?:(?:i|we|ich|wir|je|ik|and|und) )?(?:am |im |are )?(?:also |still |would |d )?(?:looking|searching|seeking|need|want|wanted|sought|suche|suchen|brauche|brauchen|gesucht|möchte|cherche|recherche|busco|necesito|cerco|procuro|zoek)\b/;

/** Ends what an entry asks for: the rest says what for, where or with whom. */
export const cut =
  /^(.+?) (for|in exchange|für|fürs|pour|para|per|voor|to|who|whod|that|which|with|without|in|into|im|on|at|near|from|willing|am|bei|mit|zum|zur|der|die|das)(?: .*|$)/;

/** A way to ask; what it asks for is the group of its pattern. */
export interface Asking {
  readonly pattern: RegExp;
  /** `name`: a label even if nobody knows it; `someone`: begins with a verb, or is about a person. */
  readonly means: 'thing' | 'name' | 'someone';
}

const asks = (pattern: RegExp): Asking => ({ pattern, means: 'thing' });
const names = (pattern: RegExp): Asking => ({ pattern, means: 'name' });
const people = (pattern: RegExp): Asking => ({ pattern, means: 'someone' });

const someone =
  '(?:some ?one|some ?body|any ?one|any ?body|a person|people|person|persons|folks|others|a friend|friends|a group|companions?)';
const jemand = '(?:jemand(?:en|em)?|leute|menschen|eine person|wen|wer)';
const der = '(?:einen?|einem|einer|ein|den|dem|der|die|das|mein(?:e|en|em|er)?)';

/** Ways to ask, the outer ones first; each is tried again on what the one before leaves. */
export const asking: readonly Asking[] = [
  asks(/^(?:also|and|maybe|perhaps|auch|und|vielleicht) (.+)$/),
  // English
  asks(
    /^(?:i am |im |we are |were |am |are )?(?:also |still |currently |always )*(?:looking|searching|hoping|hunting) for (.+)$/,
  ),
  asks(
    /^(?:i |we |id |we d )?(?:also |really |urgently |would |do )*(?:need|needs|want|seek|seeking|wanted|wanting|love|like|wish for|require)(?: urgently)? (.+)$/,
  ),
  asks(/^(?:wanted|sought|needed|wish|wishes|looking for) (.+)$/),
  asks(
    /^(?:to )?(?:learn|learning|practi[sc]e|practi[sc]ing|try|trying|start|starting|get into|getting into|study|do) (?:how to |to |about |more about |more |some )?(.+)$/,
  ),
  names(
    new RegExp(`^${someone} (?:who|that) (?:can|could|knows? how to|is able to) (?:also |really )?(\\S+)$`),
  ),
  people(
    new RegExp(
      `^${someone} (?:who|that|whod|wholl) (?:can |could |would |will |is |are |already )?(?:teach(?:es)? (?:me |us |(?:my|our) \\S+ )?|help(?:s)? (?:me |us )?(?:with )?|do(?:es)? |know(?:s)? (?:about |how to )?|good at |into |like(?:s)? |love(?:s)? |enjoy(?:s)? |play(?:s)? |willing to teach )?(.+)$`,
    ),
  ),
  people(
    new RegExp(
      `^${someone} (?:to|who will|for|into|with) (?:teach (?:me|us|(?:my|our) \\S+) |help me (?:with )?|help (?:us )?(?:with )?|show me |do |play |practi[sc]e |go |learn |some |a )*(.+)$`,
    ),
  ),
  asks(
    /^(?:some |any |more |a little |a bit of |an? )?(?:help|support|advice|tips|lessons?|class(?:es)?|course|practice|access|introduction|mentor|teacher|tutor|guidance|feedback|partners?|budd(?:y|ies)|coaching)(?: with| in| on| for| to| about| from| by)+ (?:my |our |the |an? )?(.+)$/,
  ),
  names(/^(?:an?|my|our) (\S+(?: \S+)?)$/),
  asks(/^(?:an?|the|some|any|good|local|my|our|more|another|experienced|basic|fellow|free) (.+)$/),
  asks(
    /^(.+?) (?:lessons?|class(?:es)?|courses?|help|support|tips|advice|wanted|needed|teachers?|tutors?|mentors?|partners?|budd(?:y|ies)|friends?|groups?|circle|club|workshops?|opponents?|crew|companions?|practice|tandem|nights?|evenings?|please|urgently|sought|basics|conversation|person|people|time)$/,
  ),
  // German
  asks(
    /^(?:ich |wir )?(?:auch |noch |dringend )*(?:suche|suchen|brauche|brauchen|bräuchte|bräuchten|benötige|wünsche mir|möchte|möchten|will|wollen|würde|würden|hätte|hätten|gesucht|bin auf der suche nach)(?: gern| gerne| dringend| auch| noch| mir)* (.+)$/,
  ),
  asks(/^(.+?) (?:wird gesucht|gesucht|lernen|auffrischen|ausprobieren|gebraucht|dringend|bitte)$/),
  names(
    new RegExp(
      `^${jemand} (?:der|die|das) (?:mir |uns )?(?:gut |gern |gerne |das |den |die )?(\\S+) (?:kann|können)$`,
    ),
  ),
  names(
    new RegExp(
      `^${jemand} (?:der|die|das) (?:mir |uns )?(?:sich )?(?:gut |gern |gerne )?(?:mit |bei |beim |von )?(?:${der} )?(\\S+(?: \\S+)?) (?:auskennt|auskennen|beibringt|beibringen|beibringen kann|zeigt|zeigen|zeigen kann|hilft|helfen kann|macht|machen|spielt|spielen|lehrt|unterrichtet|versteht|liebt|mag|erklärt)$`,
    ),
  ),
  asks(
    new RegExp(
      `^${jemand} (?:mit ahnung von|mit erfahrung in|für|fürs|zum|zur|mir|uns|kann|macht|mit) (?:${der} )?(.+)$`,
    ),
  ),
  asks(/^(?:mir |uns )?(.+?) (?:beibringt|beibringen|zeigt|zeigen|kann|können)$/),
  names(
    new RegExp(
      `^(?:hilfe|unterstützung|kurs|kurse|unterricht|tipps|rat|nachhilfe|anleitung|einführung) (?:bei|beim|mit|in|im|zu|zum|zur|für|fürs) (?:${der} )?(\\S+)$`,
    ),
  ),
  asks(
    new RegExp(
      `^\\S*(?:hilfe|unterstützung|kurs|unterricht|partner|partnerin|leute|mitstreiter|mitsegler|mitspieler|freunde|gruppe|begleitung|austausch) (?:bei|beim|mit|in|im|zu|zum|zur|für|fürs) (?:${der} )?(.+)$`,
    ),
  ),
  names(new RegExp(`^(?:einen?|eine) (\\S+)$`)),
  asks(new RegExp(`^${der} (.+)$`)),
  asks(/^(.+?) (?:kurs|kurse|unterricht|stunden|gruppe|partner|partnerin|lehrer|lehrerin)$/),
  asks(/^(\p{L}{4,}?)s?(?:partner|partnerin|lehrer|lehrerin|kurs|unterricht|gruppe|freunde|stunden)$/u),
  // French
  asks(/^(?:je )?(?:cherche|recherche|voudrais|veux|besoin de|jai besoin de|jaimerais) (.+)$/),
  names(
    /^(?:quelquun|une personne|des gens|des personnes) qui (?:sait|sache|savent|peut|puisse|connaît|fait|fasse) (?:faire )?(?:de la |du |de |des |la |le |les )?(\S+)$/,
  ),
  names(
    /^(?:quelquun|une personne|des gens) pour (?:mapprendre |maider |nous aider )?(?:à |en |avec )?(?:faire )?(?:de la |du |la |le |les )?(\S+)$/,
  ),
  names(/^(?:de l )?(?:aide|cours|leçons|conseils) (?:pour|en|avec|de|sur) (?:la |le |les )?(\S+)$/),
  names(/^apprendre (?:à |la |le |les )?(\S+)$/),
  names(/^(?:un|une) (\S+)$/),
  // Spanish, Italian, Portuguese
  asks(/^(?:busco|necesito|quiero|cerco|vorrei|ho bisogno di|procuro|preciso de|quero) (?:a )?(.+)$/),
  names(
    /^(?:alguien|una persona|personas|gente|alguém|uma pessoa|pessoas|qualcuno|persone) (?:que|che) (?:sepa|sepan|pueda|quiera|haga|saiba|possa|faça|sappia|sa|faccia|sappiano) (?:de |fazer |hacer |fare |di )?(?:el |la |il |o |a )?(\S+)$/,
  ),
  names(
    /^(?:alguien|una persona|alguém|uma pessoa|qualcuno) (?:para|per) (?:el |la |il |lo |o |a |aprender |imparare )?(\S+)$/,
  ),
  names(
    /^(?:ayuda|clases|consejos|ajuda|aulas|aiuto|lezioni|corso|consigli) (?:con|de|com|di|per|para|em) (?:el |la |il |lo |o |a )?(\S+)$/,
  ),
  names(/^(?:aprender|imparare|apprendere) (?:a |el |la |il )?(\S+)$/),
  names(/^(?:uno|un|una|um|uma) (\S+)$/),
  // Dutch
  asks(/^(?:ik )?(?:zoek|wil|heb .* nodig)(?: naar)? (.+)$/),
  names(/^(?:iemand|mensen) die (?:goed )?(?:kan|kunnen) (\S+)$/),
  names(/^(?:iemand|mensen) die (?:goed )?(\S+) kan$/),
  names(/^(?:iemand|mensen) die (?:van|met) (\S+) (?:houdt|weet|werkt)$/),
  names(/^(?:hulp|les|lessen|cursus|advies) (?:bij|met|in|over)(?: de| het)? (\S+)$/),
  names(/^een (\S+)$/),
];

/** Words that no wish is named by, alone. */
export const empty = new Set(
  (
    'place places home house table room space pair piece time hand hands people person someone somebody anyone quiet thing ' +
    'things way chance bit lot little friend friends company one other others group meeting conversation opinion couple new ' +
    'good young old help support job work project projects idea ideas ort platz zeit hilfe arbeit gelegenheit paar freund ' +
    'freunde gruppe idee ideen projekt leute jemand lieu endroit personne travail amis persona amigos lugar trabajo posto ' +
    'amici lavoro plek vrienden werk amigo pessoa'
  ).split(' '),
);
