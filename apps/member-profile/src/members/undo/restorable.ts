import type { Identity } from '@warren/member-files';

type Known = Identity & { readonly id: number };

/**
 * The members who can be given these identifiers at once. `holders` are the stored members who have one of them now: one
 * who is not given others keeps them, and who wants the same cannot have it.
 */
export function restorable<M extends Known>(wanted: readonly M[], holders: readonly Known[]): M[] {
  let possible = [...wanted];
  for (;;) {
    const ids = new Set(possible.map(({ id }) => id));
    const staying = holders.filter(({ id }) => !ids.has(id));
    const externalIds = new Set(staying.map(({ external_id }) => external_id));
    const emails = new Set(staying.map(({ email }) => email));
    const next = possible.filter(
      ({ external_id, email }) =>
        (external_id === null || !externalIds.has(external_id)) && (email === null || !emails.has(email)),
    );
    if (next.length === possible.length) {
      return next;
    }
    possible = next;
  }
}
