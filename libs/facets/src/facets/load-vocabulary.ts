import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseVocabulary } from './vocabulary-file.ts';
import { Vocabulary } from './vocabulary.ts';

/** Loads the built-in vocabulary, overlaid with the operator's file if there is one. */
export async function loadVocabulary(file: string | undefined): Promise<Vocabulary> {
  if (file === undefined) {
    return new Vocabulary();
  }
  let text: string;
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    throw new Error(`VOCABULARY_FILE ${file} cannot be read: correct the path or unset it`, { cause: error });
  }
  return new Vocabulary(undefined, parseVocabulary(text, basename(file)));
}
