/** Words of the third person, each with one of the first that stands in the same places. */
const persons: Readonly<Record<string, string>> = {
  // English
  they: 'we',
  them: 'us',
  their: 'our',
  theirs: 'ours',
  themselves: 'ourselves',
  he: 'i',
  she: 'i',
  his: 'my',
  her: 'my',
  // German
  sie: 'wir',
  ihnen: 'uns',
  ihr: 'unser',
  ihre: 'unsere',
  ihrem: 'unserem',
  ihren: 'unseren',
  ihrer: 'unserer',
  // French
  ils: 'nous',
  elles: 'nous',
  leur: 'notre',
  leurs: 'nos',
  // Spanish, Portuguese
  ellos: 'nosotros',
  ellas: 'nosotras',
  sus: 'mis',
  su: 'mi',
  eles: 'nós',
  elas: 'nós',
  seus: 'meus',
  seu: 'meu',
  suas: 'minhas',
  sua: 'minha',
  // Italian
  loro: 'nostri',
  // Dutch
  zij: 'wij',
  hun: 'ons',
};
// "Our kind" of an event is no child, as it is in German.
const words = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(?:${Object.keys(persons).join('|')})(?![\p{L}\p{N}]| kind\b)`,
  'giu',
);

/**
 * A text about others as these would say it of themselves: a vocabulary of what members write knows "my faith", and a
 * pattern says "their faith". Words that it does not have are left as they are, whatever becomes of the grammar.
 */
export function inFirstPerson(text: string): string {
  return text.replace(words, (word) => persons[word.toLowerCase()] ?? word);
}
