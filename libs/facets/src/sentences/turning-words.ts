/** Whoever is meant instead of the writer. */
const others =
  String.raw`\b(?:my|our|his|her|their) (?:\p{L}+ )?(?:neighbou?rs?|brothers?|sisters?|husband|wife|partner|sons?|daughters?|kids|child(?:ren)?|mother|father|mum|mom|dad|parents|cousins?|uncle|aunt|friends?|boss|colleagues?|flatmate|grand\p{L}+)\b|` +
  String.raw`(?<!\p{L})(?:mein|unser|ihr|sein)(?:e[mnrs]?)? (?:bruder|schwester|mann|frau|partner(?:in)?|nachbar(?:n|in)?|sohn|tochter|kinder|vater|mutter|eltern|cousin|onkel|tante|freund(?:e|in)?|chef(?:in)?|kolleg(?:e|en|in)|opa|oma|großvater|großmutter)(?!\p{L})`;
/** Whoever says it, where the writer may not. */
const hearsay = String.raw`\b(?:people|they|everyone|everybody|council) (?:think|thinks|say|says|believe|believes|claim|claims)\b|(?<!\p{L})(?:man sagt|alle sagen|die leute (?:sagen|denken|meinen))(?!\p{L})`;
/** What denies, doubts, wishes or puts into the past, in English and German, and plainly in a few languages more. */
const denials =
  String.raw`\b(?:not|never|no|none|nobody|no one|cannot|neither|nor|without|hardly|barely|scarcely|used to|stopped|gave up|given up|quit|wish|if only|doubt|refuse|rather than|instead of|unable|isnt|dont|cant)\b|n['’]t\b|` +
  String.raw`(?<!\p{L})(?:nicht|nie|niemals|niemand|kein(?:e[mnrs]?)?|ohne|kaum|weder|früher|bezweifle|zweifle|wünschte|aufgehört|aufgegeben|statt|anstatt|unfähig)(?!\p{L})|` +
  String.raw`(?<!\p{L})(?:jamais|aucune?|sans|n['’](?:ai|est|a|y)|ne|nunca|jamás|nadie|ningun[oa]?|sin|mai|nessuno|senza|nooit|niet|geen|zonder|aldrig|inte|utan)(?!\p{L})`;
/** What denies when it comes last: "could code once", "reden mag ich weniger". */
const late = String.raw`\b(?:once|less|no more)\b|(?<!\p{L})weniger(?!\p{L})`;
/** Where what was denied ends. */
const resets =
  /[;:–—]|(?<!\p{L})(?:but|though|however|because|yet|aber|sondern|doch|denn|weil|seitdem)(?!\p{L})|, (?:so |and |und |dann |then )?(?:which|who|whom|where|wo|i|my|we|they|he|she|it|the|ich|meine?|wir|sie|er|es|der|die|das)(?=\s)|(?<=\p{L}) and i (?=\p{L})|(?<=\p{L}) und ich (?=\p{L})/giu;

const before = new RegExp(`${denials}|${others}|${hearsay}`, 'iu');
const after = new RegExp(`${denials}|${late}`, 'iu');

/**
 * The word of a sentence that turns the meaning of a part of it: "never" for "weld" in "I would never weld"; undefined if
 * there is none. Denials, doubts, wishes, the past, and what others do or say; the part may have such a word of its own.
 */
export function turningWord(sentence: string, from: number, to: number): string | undefined {
  const tail = sentence.slice(to);
  const reset = [...sentence.matchAll(resets)].findLast(({ index }) => index < from);
  const governing = sentence.slice(reset?.index ?? 0, from);
  const clause = tail.split(resets, 1)[0] ?? '';
  // Behind a comma only what denies at once: ", not for me", and not ", starting is not".
  const rest = /^[^,]*(?:,(?: \p{L}+)? [^ ,]+)?/u.exec(clause)?.[0] ?? '';
  const contrary = /, (?:but|though|aber|doch)(?!\p{L}).*/iu.exec(tail)?.[0] ?? '';
  return (before.exec(governing) ?? after.exec(rest) ?? after.exec(contrary))?.[0];
}

const wishes =
  String.raw`\b(?:wants?|wanted|look(?:s|ing)? for|seek(?:s|ing)?|learn(?:s|ing)?|needs?|needed|miss(?:es)?|former|once)\b|` +
  String.raw`(?<!\p{L})(?:such(?:en|t)|lernen|lernt|möchten?|wollen|brauch(?:en|t)|einst|ehemals|weniger)(?!\p{L})`;
const distance = new RegExp(`${denials}|${others}|${wishes}`, 'iu');
const denial = new RegExp(`${denials}|${others}|${late}`, 'iu');

/** Whether a text itself denies, doubts, or speaks of others. */
export function denies(text: string): boolean {
  return denial.test(text);
}

/** Whether a sentence itself says of something that it is not done, no longer, not yet, or done by others. */
export function keepsDistance(sentence: string): boolean {
  return distance.test(sentence);
}
