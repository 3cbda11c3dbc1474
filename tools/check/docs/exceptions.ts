/** Names in the documents that no source of ours has, each with the reason. */
export const foreignNames: Readonly<Record<string, string>> = {
  'docker-compose.override.yml': 'a file of the operator, which docker compose reads by itself',
  'maya.studio': 'an example of an address of a page',
  'no-redeclare': 'a rule of ESLint that is documented as left out',
  'no-undef': 'a rule of ESLint that is documented as left out',
  'no-unsafe-enum-assignment': 'a rule of typescript-eslint that is documented as left out',
  'noun.past-participle': 'stands for the subject of any event',
  'noun.verb': 'stands for the subject of any request',
};
