import type { Rejection } from '../readers/source.ts';

/** What members are told apart by. */
export interface Identity {
  external_id: string | null;
  email: string | null;
}

/** Whose line it is (undefined: a new member's), and why it is not taken where it is not. */
export interface Owner<Known> {
  member: Known | undefined;
  refused: Rejection | undefined;
}

/**
 * Finds members as an import does, line after line: by external_id, else by e-mail. A member without external_id is
 * taken over by a line that has its e-mail.
 */
export class Identities<Known extends Identity> {
  readonly #byExternalId = new Map<string, Known>();
  readonly #byEmail = new Map<string, Known>();

  constructor(known: Iterable<Known> = []) {
    for (const member of known) this.#note(member);
  }

  /** Whose line one with this identity is; a line with an e-mail of somebody else is not taken. */
  ownerOf({ external_id, email }: Identity): Owner<Known> {
    const own = external_id === null ? undefined : this.#byExternalId.get(external_id);
    const mailed = email === null ? undefined : this.#byEmail.get(email);
    const isOther =
      mailed !== undefined &&
      mailed !== own &&
      (own !== undefined || (external_id !== null && mailed.external_id !== null));
    return {
      member: own ?? mailed,
      refused: isOther ? { field: 'email', reason: takenBy(mailed) } : undefined,
    };
  }

  /** Gives a member, known already or new, the identity of a line; an external_id once given stays. */
  take(member: Known, { external_id, email }: Identity): void {
    if (member.email !== null) this.#byEmail.delete(member.email);
    member.external_id = external_id ?? member.external_id;
    member.email = email;
    this.#note(member);
  }

  #note(member: Known): void {
    if (member.external_id !== null) this.#byExternalId.set(member.external_id, member);
    if (member.email !== null) this.#byEmail.set(member.email, member);
  }
}

function takenBy({ external_id }: Identity): string {
  const whose = external_id === null ? 'imported without external_id' : `external_id ${external_id}`;
  return `belongs to another member (${whose}): correct it or leave it out`;
}
