import type { ScriptedRequest } from '@warren/testing';

/** The JSON that is all of the first message of a single call; @throws where it is something else */
export function givenData({ body }: Pick<ScriptedRequest, 'body'>): unknown {
  const content = body.messages[0]?.content;
  return JSON.parse(typeof content === 'string' ? content : '');
}
