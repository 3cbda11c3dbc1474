import { basename } from 'node:path';
import { readOperatorFile } from '../operator-file/operator-file.ts';
import { parseSensitiveFile } from './sensitive-file.ts';
import { SensitiveWords } from './sensitive-words.ts';

/** Loads the built-in sensitive words, with those that the operator's file adds and without those that it removes. */
export async function loadSensitiveWords(file: string | undefined): Promise<SensitiveWords> {
  if (file === undefined) {
    return new SensitiveWords();
  }
  const text = await readOperatorFile('SENSITIVE_FILE', file);
  return new SensitiveWords(parseSensitiveFile(text, basename(file)));
}
