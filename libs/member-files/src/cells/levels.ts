import { folded } from './value.ts';

/** A label and how well it is mastered, as written; no level where the label says none. */
export interface Levelled {
  label: string;
  level?: string;
}

const levelWords = new Set(
  [
    // English
    'beginner; novice; elementary; basic; basics; basic knowledge; intermediate; upper intermediate; pre-intermediate',
    'advanced; expert; proficient; fluent; native; native speaker; mother tongue; bilingual; conversational; good',
    'very good; excellent; strong; weak; poor; some; a little; a bit; some experience; limited; limited working',
    'professional working; full professional; native or bilingual; elementary proficiency; experienced; learning',
    'limited working proficiency; professional working proficiency; full professional proficiency; competent; high',
    'native or bilingual proficiency; working knowledge; low; medium; lower intermediate; learner; near native',
    // German
    'anfanger; anfangerin; anfanger/in; grundkenntnisse; grundlagen; einsteiger; fortgeschritten; fortgeschrittene',
    'fortgeschrittener; experte; expertin; profi; gut; sehr gut; fliessend; muttersprache; muttersprachler; mittel',
    'muttersprachlerin; verhandlungssicher; erweiterte kenntnisse; gute kenntnisse; sehr gute kenntnisse; wenig',
    'schulkenntnisse; mittelstufe; erfahren; etwas; hoch; niedrig; ausgezeichnet',
    // French
    'debutant; debutante; notions; intermediaire; avance; avancee; confirme; confirmee; bon; bien; tres bien; tres bon',
    'courant; langue maternelle; bilingue; moyen; faible; maitrise; experte; eleve; scolaire',
    // Spanish
    'principiante; basico; basica; intermedio; intermedia; avanzado; avanzada; experto; experta; bueno; buena',
    'muy bueno; fluido; nativo; nativa; lengua materna; medio; alto; bajo',
    // Italian
    'base; di base; elementare; intermedio; avanzato; avanzata; esperto; esperta; buono; buona; ottimo; ottima; fluente',
    'madrelingua; scolastico; discreto; sufficiente',
    // Dutch
    'beginneling; basis; basiskennis; gemiddeld; gevorderd; gevorderde; goed; zeer goed; vloeiend; moedertaal; matig',
    'redelijk; uitstekend; ervaren',
    // Portuguese
    'iniciante; basica; intermediario; intermediaria; avancado; avancada; especialista; bom; boa; muito bom; lingua materna',
  ].flatMap((words) => words.split('; ')),
);

const years =
  /^(?:[<>~+]\s?)?\d{1,2}(?:[.,]5|\s?[-–]\s?\d{1,2})?\s?\+?\s?(?:years?|yrs?|y|months?|mos?|jahren?|jahre?|j\.|monaten?|monate?|ans?|annees?|mois|anos?|meses|mes|anni|anno|mesi|jaar|jaren|maanden)(?:\s(?:of\s)?(?:experience|exp\.?|erfahrung|d'experience|de experiencia|di esperienza|ervaring))?$/;
const europeanLevel = /^(?:level |niveau |nivel |livello )?[abc][12](?:[.+-]\d?)?(?:\s?[-–/]\s?[abc][12])?$/;
const numberedLevel = /^(?:level|lvl|stufe|niveau|nivel|livello)\s?\d{1,2}$/;
const stars = /^[★☆⭐✩✪●○]{1,10}$/u;

/** Returns whether a text names how well something is mastered. */
function isLevel(text: string): boolean {
  const word = folded(text);
  return (
    levelWords.has(word) ||
    years.test(word) ||
    europeanLevel.test(word) ||
    numberedLevel.test(word) ||
    stars.test(text) ||
    isShare(word) ||
    (/[/–]| to | bis /.test(word) &&
      word.split(/\s?[/–]\s?| to | bis /).every((part) => levelWords.has(part)))
  );
}

/** "4/5", "8 / 10", "4 of 5", "80%". */
function isShare(word: string): boolean {
  const [, value, most] = /^(\d{1,3})\s?(?:\/|of|von|sur|de|di|van)\s?(\d{1,3})$/.exec(word) ?? [];
  if (value !== undefined) {
    return [3, 4, 5, 6, 7, 10, 100].includes(Number(most)) && Number(value) <= Number(most);
  }
  return /^(?:100|\d{1,2})\s?%$/.test(word);
}

/** Characters of the longest label that has a level; prose has none. */
const longest = 200;

const inBrackets = /^(.*\S)\s*[([]\s*([^()[\]]+?)\s*[)\]]$/su;
const behindDash = /^(.*\S)(?:\s+[-–—]+\s*|\s*[–—]\s*|\s*[:：=]\s*)(\S.*)$/su;
const behindBlank = /^(.*\S)\s+(\d{1,2}\s?\/\s?\d{1,2}|\d{1,3}\s?%|[★☆⭐✩✪●○]+)$/su;
const starsAtEnd = /^(.*[^\s★☆⭐✩✪●○])([★☆⭐✩✪●○]+)$/su;

/** The parts of a label in which a level can stand behind it. */
function* ends(label: string): Generator<[base: string, end: string]> {
  if (label.length > longest) {
    return;
  }
  for (const form of [inBrackets, behindDash, behindBlank, starsAtEnd]) {
    const [, base, end] = form.exec(label) ?? [];
    if (base !== undefined && end !== undefined && /\p{L}/u.test(base)) {
      yield [base.trim(), end.trim()];
    }
  }
}

/**
 * Takes the level from behind a label: "Python (advanced)", "German: C1", "Chess ★★★". Numbers are part of the name
 * ("Python 3", "Formula 1"); with `numbers` one in brackets or behind a colon or dash is a level, as `hasScale` tells.
 */
export function withoutLevel(label: string, numbers = false): Levelled {
  for (const [base, end] of ends(label)) {
    if (isLevel(end) || (numbers && isGrade(end))) {
      return { label: base, level: end };
    }
  }
  return { label };
}

function isGrade(text: string): boolean {
  return /^(?:10|\d)(?:[.,]\d)?$/.test(text);
}

/**
 * Returns whether the numbers behind the labels of a column are a scale ("Welding (5)", "Baking: 2"): the same labels
 * occur with different ones, or nearly all labels have one. "Vue (3)" beside "Baking" is not.
 */
export function hasScale(labels: Iterable<string>): boolean {
  const grades = new Map<string, Set<string>>();
  let graded = 0;
  let all = 0;
  let beyond = 0;
  for (const label of labels) {
    all += 1;
    for (const [base, end] of ends(label)) {
      if (isGrade(end)) {
        graded += 1;
        const key = folded(base);
        grades.set(key, (grades.get(key) ?? new Set()).add(end));
      } else if (/^\d+$/.test(end)) {
        beyond += 1;
      } else {
        continue;
      }
      break;
    }
  }
  const different = new Set(grades.values().flatMap((values) => values)).size;
  const varied = Array.from(grades.values()).filter((values) => values.size > 1).length;
  if (grades.size < 2 || different < 2 || beyond > 0.05 * graded) {
    return false;
  }
  return varied >= 2 || (grades.size >= 3 && graded >= 0.8 * all);
}
