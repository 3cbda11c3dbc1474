export { withoutContacts, type IsTerm } from './contacts/contacts.ts';
export { stripInvisible } from './contacts/strip-invisible.ts';
export { facetFields, facetsOf, type Facet, type FacetSource } from './facets/facets.ts';
export { foldLabel } from './facets/fold.ts';
export {
  idioms,
  isAbbreviation,
  mayStandInProse,
  ownCase,
  technicalWords,
  type ProseMatchingRules,
  type Place,
} from './facets/prose-matching-rules.ts';
export { loadVocabulary } from './facets/load-vocabulary.ts';
export { ProseIndex, type Mention, type ProseLabel } from './facets/prose.ts';
export { languageEntries } from './facets/vocabulary/languages.ts';
export type { VocabularyEntry } from './facets/vocabulary/entry.ts';
export { Vocabulary, VocabularyInvalid } from './facets/vocabulary.ts';
export { parseVocabulary } from './facets/vocabulary-file.ts';
export { isInFocus, resolveFocus, type CountedFacet, type Focus } from './focus/focus.ts';
