/** Small number words, which questions may use: "Which two tools would you keep?" "Elf" is an English word too. */
const small =
  'two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|zwei|drei|vier|fünf|sechs|sieben|acht(?! geben)|neun|zehn|zwölf';
const large =
  'thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|' +
  'twent(?:y|ies)|thirt(?:y|ies)|fort(?:y|ies)|fift(?:y|ies)|sixt(?:y|ies)|sevent(?:y|ies)|eight(?:y|ies)|ninet(?:y|ies)|' +
  'dozens?|hundreds?|thousands?|millions?|billions?|per ?cent|percentage|' +
  '(?:drei|vier|fünf|sech|sieb|acht|neun)zehn|(?:zwan|vier|fünf|sech|sieb|acht|neun)zig|dreißig|dutzende?|hunderte?|tausende?|millionen|prozent';
/** Nouns of time, with which such phrases count nobody: twice a week, six hours. */
const times =
  "(?:minutes?|hours?|days?|weeks?|weekends?|months?|years?|mornings?|evenings?|nights?|seasons?|events?|o[’']clock|" +
  'minuten|stunden|tagen?|wochen|monaten?|jahren?|uhr)';
/** Words that are numbers only in context: "one in five". */
const parts =
  `zero(?![- ]waste)|twice(?! (?:a|an|as good|every) )|thrice|thirds|fifths|tenths|(?:fifth|tenth)(?= of\\b)|(?:double|triple)(?= (?:the|what)\\b)|` +
  'doubled|tripled|one(?= (?:in|out of)\\b)|(?:only|just|exactly) one|every (?:fourth|fifth|tenth)' +
  `(?! ${times}\\b)|doppelt so viele|dreimal so viele`;
/** Small numbers that count nobody: turns of phrase, times of day, spans of time. */
const idioms = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:two and two|(?:the )?two (?:ends|ways|halves|minds|sides|worlds)|in two|ten to one|nine times out of ten|one or two ways|` +
    `(?:zwei|beide) (?:enden|seiten|welten)|unter vier augen|(?:at|by|before|after|until|um|bis|gegen|vor|nach) (?:${small})(?! (?:of|or|members|people|von))|` +
    `(?:${small})[- ]${times}(?! of (?:them|the)))(?![\\p{L}\\p{N}])`,
  'giu',
);

const whole = (words: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])(?:${words})(?![\\p{L}\\p{N}])`, 'iu');
const digits = /\S*\p{N}\S*/u;
const anywhere = whole(`${small}|${large}|${parts}`);
const inQuestions = whole(`${large}|${parts}`);

/** Finds the first number in a text, in digits or in English or German words; undefined if there is none. */
export function numberIn(text: string, isQuestion = false): string | undefined {
  // As written first: NFKC makes letters of numerals (Ⅻ).
  const folded = text.normalize('NFKC');
  return (
    digits.exec(text) ??
    digits.exec(folded) ??
    (isQuestion ? inQuestions : anywhere).exec(folded.replace(idioms, ' '))
  )?.[0];
}
