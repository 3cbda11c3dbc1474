import { MemberPage } from '@warren/contracts';
import type { ScriptedRequest, System } from '@warren/testing';

/** Tools whose results the naive baseline does not need: it has every profile. */
const replaced: readonly string[] = ['get_community_profile_analysis', 'get_member_profiles'];

/** Bytes that every member's profile takes in a tool result, as JSON in a JSON string. */
export async function bytesOfProfiles(system: System): Promise<number> {
  let bytes = 2;
  for (let page = 1; ; page += 1) {
    const { body } = await system.call(`members?page=${page}&per_page=200`);
    const { members } = MemberPage.parse(body);
    for (const member of members) {
      bytes += bytesInString(JSON.stringify(member)) + 1;
    }
    if (members.length < 200) {
      return bytes;
    }
  }
}

/**
 * Bytes of the same conversation where the first tool result is every profile instead of an analysis, repeated in each
 * later request as all results are; the profiles read later are left out, since the model has them.
 */
export function plainBytes(requests: readonly ScriptedRequest[], profiles: number): number {
  return requests.reduce((sum, { text, turn, body }) => {
    const names = new Map(
      body.messages.flatMap(({ content }) =>
        (typeof content === 'string' ? [] : content).flatMap((block) =>
          block.type === 'tool_use' ? [[block.id, String(block['name'])] as const] : [],
        ),
      ),
    );
    const left = body.messages.flatMap(({ content }) =>
      (typeof content === 'string' ? [] : content).map((block) =>
        block.type === 'tool_result' && replaced.includes(names.get(block.tool_use_id) ?? '')
          ? bytesInString(String(block['content']))
          : 0,
      ),
    );
    return sum + Buffer.byteLength(text) - left.reduce((a, b) => a + b, 0) + (turn > 0 ? profiles : 0);
  }, 0);
}

function bytesInString(text: string): number {
  return Buffer.byteLength(JSON.stringify(text)) - 2;
}
