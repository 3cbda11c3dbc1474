/** Small number words, which questions may use: "Which two tools would you keep?" */
const small = 'two|three|four|five|six|seven|eight|nine|ten|eleven|twelve';
const large =
  'thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|' +
  'twent(?:y|ies)|thirt(?:y|ies)|fort(?:y|ies)|fift(?:y|ies)|sixt(?:y|ies)|sevent(?:y|ies)|eight(?:y|ies)|ninet(?:y|ies)|' +
  'dozens?|hundreds?|thousands?|millions?|billions?|per ?cent|percentage';
/** Nouns of time, with which such phrases count nobody: every other week, nearly every event. */
const times = '(?:days?|weeks?|weekends?|months?|years?|mornings?|evenings?|nights?|seasons?|events?)';
/** Words that are numbers only in context: "half of them" is one, "half-timbered" is none. */
const parts =
  'zero(?![- ]waste)|twice|thrice|thirds|fifths|tenths|(?:third|fifth|tenth|quarters?)(?= of\\b)|' +
  'half(?= (?:of|the|a|as|again|our|all|these|those|their|its)\\b)|(?:double|triple)(?= (?:the|what)\\b)|' +
  'doubled|tripled|one(?= (?:in|out of)\\b)|(?:only|just|exactly) one|every (?:other|second|third|fourth|fifth|tenth)' +
  `(?! ${times}\\b)`;
/** Quantities without a number. */
const shares =
  '(?:a |the )?majority|most (?:of )?(?:the |our )?(?:members|people|community|membership)|' +
  `(?:nearly|almost|virtually) (?:all|every\\w*)(?! ${times}\\b)`;

const whole = (words: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])(?:${words})(?![\\p{L}\\p{N}])`, 'iu');
const digits = /\S*\p{N}\S*/u;
const anywhere = whole(`${small}|${large}|${parts}|${shares}`);
const inQuestions = whole(`${large}|${parts}|${shares}`);

/** Finds the first number in a text, in digits or in English words; undefined if there is none. */
export function numberIn(text: string, isQuestion = false): string | undefined {
  // As written first: NFKC makes letters of numerals (Ⅻ).
  const folded = text.normalize('NFKC');
  return (
    digits.exec(text) ??
    digits.exec(folded) ??
    (isQuestion ? inQuestions : anywhere).exec(folded)
  )?.[0];
}
