export { withoutContacts } from './contacts/contacts.ts';
export { stripInvisible } from './contacts/strip-invisible.ts';
export { facetFields, facetsOf, type Facet, type FacetFilter, type FacetSource } from './facets/facets.ts';
export { foldLabel } from './facets/fold.ts';
export {
  idioms,
  isAbbreviation,
  isSearchableInProse,
  caseSensitiveNames,
  technicalWords,
  type ProseMatchingRules,
  type WordContext,
} from './facets/prose-matching-rules.ts';
export { loadVocabulary } from './facets/load-vocabulary.ts';
export { ProseIndex, type ProseLabel } from './facets/prose.ts';
export { languageEntries } from './facets/vocabulary/languages.ts';
export type { VocabularyEntry } from './facets/vocabulary/entry.ts';
export { Vocabulary, VocabularyInvalid } from './facets/vocabulary.ts';
export { parseVocabulary } from './facets/vocabulary-file.ts';
export { similarity } from './focus/nearest.ts';
export { isInFocus, resolveFocus, type CountedFacet, type Focus } from './focus/focus.ts';
export { denies, keepsDistance, turningWord } from './sentences/turning-words.ts';
export { wordStem } from './sentences/word-stem.ts';
export { wholeSentences } from './sentences/whole-sentences.ts';
export {
  SensitiveWords,
  type OwnSensitiveWords,
  type SensitiveMention,
} from './sensitive/sensitive-words.ts';
export { loadSensitiveWords } from './sensitive/load-sensitive-words.ts';
export { SensitiveFileInvalid, parseSensitiveFile } from './sensitive/sensitive-file.ts';
