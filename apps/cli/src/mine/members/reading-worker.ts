import { parentPort, workerData } from 'node:worker_threads';
import { loadSensitiveWords, loadVocabulary } from '@warren/facets';
import { unpackRows } from '@warren/member-files';
import type { PackedRows, RowPlan } from '@warren/member-files';
import { transferredOf } from './part-table.ts';
import { Reader } from './reader.ts';

/** What a thread is started with. */
export interface WorkerData {
  vocabularyFile: string | undefined;
  sensitiveFile: string | undefined;
}

/** What a thread is sent: the plan first, then rows, a part of the file each, which it answers with a `PartRead`. */
export type ToWorker = { plan: RowPlan } | { rows: PackedRows };

const { vocabularyFile, sensitiveFile } = workerData as WorkerData;
const vocabulary = await loadVocabulary(vocabularyFile);
const sensitive = await loadSensitiveWords(sensitiveFile);
let reader: Reader | undefined;

parentPort?.on('message', (message: ToWorker) => {
  if ('plan' in message) {
    reader = new Reader(message.plan, vocabulary, sensitive);
    return;
  }
  const read = reader?.read(unpackRows(message.rows));
  if (read !== undefined) {
    parentPort?.postMessage(read, [read.summary.keys.buffer, ...transferredOf(read.table)]);
  }
});
