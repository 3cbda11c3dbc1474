import type { Rejection } from '../source/source.ts';

/** What members are told apart by. */
export interface Identity {
  external_id: string | null;
  email: string | null;
}

/** What a line says of them; an e-mail that it does not speak of stays. */
export interface GivenIdentity {
  external_id?: string | null | undefined;
  email?: string | null | undefined;
}

/** Whose line it is (undefined: a new member's), and why its e-mail is not taken where it is not. */
export interface Owner<Known> {
  member: Known | undefined;
  withoutEmail: Rejection | undefined;
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

  /**
   * Whose line one with this identity is. An e-mail of somebody else costs the line its e-mail, and not the member:
   * that one is told apart by its external_id.
   */
  ownerOf({ external_id = null, email = null }: GivenIdentity): Owner<Known> {
    const own = external_id === null ? undefined : this.#byExternalId.get(external_id);
    const mailed = email === null ? undefined : this.#byEmail.get(email);
    const isOther =
      mailed !== undefined &&
      mailed !== own &&
      (own !== undefined || (external_id !== null && mailed.external_id !== null));
    return isOther
      ? { member: own, withoutEmail: { field: 'email', reason: takenBy(mailed) } }
      : { member: own ?? mailed, withoutEmail: undefined };
  }

  /** Gives a member, known already or new, the identity that it has from now on. */
  take(member: Known, { external_id, email }: Identity): void {
    if (member.email !== null && member.email !== email) this.#byEmail.delete(member.email);
    member.external_id = external_id;
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
