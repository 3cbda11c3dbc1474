import type { ColumnMapping } from '@warren/contracts';
import type { Column } from '../src/columns/column.ts';
import { planColumns } from '../src/columns/plan-columns.ts';

/** Values of four members, for columns whose values do not matter. */
export const emails = ['ada@example.org', 'ben@example.org', 'cem@example.org', 'dee@example.org'];
export const names = ['Ada Ash', 'Ben Birch', 'Cem Cedar', 'Dee Dogwood'];
export const ids = ['K-101', 'K-102', 'K-103', 'K-104'];

/** Plans a table given by its columns; a heading may hold an option after "§". */
export function plan(
  table: Record<string, readonly unknown[]>,
  mapping?: ColumnMapping,
): Record<string, Column> {
  const headings = Object.keys(table).map((name) => {
    const [text = '', option] = name.split('§');
    return option === undefined ? { name, text } : { name, text, option };
  });
  const columns = planColumns(headings, Object.values(table), mapping);
  return Object.fromEntries(columns.map((column) => [column.name, column]));
}

/** The roles of the columns of a table. */
export function roles(table: Record<string, readonly unknown[]>): Record<string, string> {
  return Object.fromEntries(Object.entries(plan(table)).map(([name, { role }]) => [name, role]));
}

/** The roles of the columns of a table, with their options. */
export function options(table: Record<string, readonly unknown[]>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(plan(table)).map(([name, { role, option }]) => [
      name,
      option === undefined ? role : `${role}: ${option}`,
    ]),
  );
}
