import type { Place, Write } from './breakpoints.ts';

const stored = (turn: number): Write => ({ table: 'run_turn', on: 'insert', when: `new.turn = ${turn}` });

const closed = (turn: number): Write => ({
  table: 'run_turn',
  on: 'update',
  when: `new.turn = ${turn} and new.results is not null`,
});

const tool = (position: number): Write => ({
  table: 'run_tool_result',
  on: 'insert',
  when: `new.turn = 2 and new.position = ${position}`,
});

/** A reading may use fewer output tokens than any turn. */
const added = 'new.uncertain_output_tokens - old.uncertain_output_tokens';

const reserved = (turns: number): Write => ({
  table: 'run',
  on: 'update',
  when: `new.turns = ${turns} and ${added} > 1000`,
});

const readingReserved: Write = { table: 'run', on: 'update', when: `new.turns = 2 and ${added} = 1000` };

const read: Write = { table: 'run_reading', on: 'insert', when: 'new.turn = 2' };

const finished: Write = { table: 'run', on: 'update', when: `new.status = 'succeeded'` };

/**
 * A place in a run of four turns (the second with four tool calls), the turns requested of the model, from 0, and the
 * readings of the three saves.
 */
interface Boundary {
  readonly name: string;
  readonly place: Place;
  readonly asked: readonly number[];
  readonly readings?: number;
}

const once = [0, 1, 2, 3];

/** Every boundary of the model loop at which a worker writes. */
export const boundaries: readonly Boundary[] = [
  { name: 'while the first message is stored', place: { ...stored(0), at: 'write' }, asked: once },
  { name: 'after the first message is stored', place: { ...stored(0), at: 'commit' }, asked: once },
  {
    name: 'before the first call, once it is reserved',
    place: { ...reserved(0), at: 'commit' },
    asked: once,
  },
  { name: 'before a later call is reserved', place: { ...reserved(2), at: 'write' }, asked: once },
  { name: 'before the response is stored', place: { ...stored(2), at: 'write' }, asked: [0, 1, 1, 2, 3] },
  { name: 'before the first tool of a stored turn', place: { ...stored(2), at: 'commit' }, asked: once },
  { name: 'after a tool that reads', place: { ...tool(0), at: 'commit' }, asked: once },
  { name: 'before a reading is reserved', place: { ...readingReserved, at: 'write' }, asked: once },
  { name: 'before a reading, once it is reserved', place: { ...readingReserved, at: 'commit' }, asked: once },
  { name: 'before a reading is stored', place: { ...read, at: 'write' }, asked: once, readings: 4 },
  { name: 'before a stored reading is used', place: { ...read, at: 'commit' }, asked: once },
  { name: 'in the midst of a save', place: { ...tool(1), at: 'write' }, asked: once },
  { name: 'after a tool that saves', place: { ...tool(1), at: 'commit' }, asked: once },
  { name: 'after a tool call that was rejected', place: { ...tool(2), at: 'commit' }, asked: once },
  { name: 'after the last tool of a turn', place: { ...tool(3), at: 'commit' }, asked: once },
  { name: 'while a turn is closed', place: { ...closed(2), at: 'write' }, asked: once },
  { name: 'after a turn is closed', place: { ...closed(2), at: 'commit' }, asked: once },
  { name: 'after the last turn is stored', place: { ...stored(4), at: 'commit' }, asked: once },
  { name: 'before the run is ended', place: { ...finished, at: 'write' }, asked: once },
  { name: 'after the run is ended', place: { ...finished, at: 'commit' }, asked: once },
];
