/** What a member is named by. */
export interface Named {
  id: number;
  first_name: string;
  last_name: string;
  email?: string | null;
  external_id?: string | null;
}

/** Name of a member, else what is known of them: the e-mail address, the operator's id, or the id. */
export function nameOf({ id, first_name, last_name, email, external_id }: Named): string {
  const name = `${first_name} ${last_name}`.trim();
  return [name, email ?? '', external_id ?? ''].find((text) => text !== '') ?? `Member ${id}`;
}
