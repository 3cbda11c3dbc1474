import { readFile } from 'node:fs/promises';
import { CsvError, parse } from 'csv-parse/sync';

/** Content of a file of the operator's: JSON, or the rows of CSV as records by their headings in lower case. */
export interface OperatorFile {
  readonly json?: unknown;
  /** undefined where it is JSON */
  readonly rows?: readonly unknown[];
}

/** Reads the file that a variable names. @throws Error that names both */
export async function readOperatorFile(variable: string, file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw new Error(`${variable} ${file} cannot be read: correct the path or unset it`, { cause: error });
  }
}

/**
 * Parses a file of the operator's as JSON where it begins as that, else as CSV.
 * @param invalid the error to throw for a problem
 */
export function parseOperatorFile(
  text: string,
  invalid: (problem: string, options: ErrorOptions) => Error,
): OperatorFile {
  const content = text.replace(/^\ufeff/, '');
  try {
    return /^\s*[[{]/.test(content)
      ? { json: JSON.parse(content) as unknown }
      : { rows: parse(content, { columns: lowerCase, trim: true, skip_empty_lines: true }) };
  } catch (error) {
    if (!(error instanceof CsvError || error instanceof SyntaxError)) {
      throw error;
    }
    throw invalid(error.message, { cause: error });
  }
}

function lowerCase(header: string[]): string[] {
  return header.map((column) => column.toLowerCase());
}
