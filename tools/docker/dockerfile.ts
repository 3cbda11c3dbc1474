/** Instruction of a Dockerfile, as far as ours uses them. */
export type Instruction =
  | { kind: 'workdir'; folder: string }
  | { kind: 'copy'; from: string | undefined; sources: string[]; target: string }
  | { kind: 'run'; script: string }
  | { kind: 'env'; values: Record<string, string> }
  | { kind: 'healthcheck'; command: string[] }
  | { kind: 'command'; command: string[] }
  | { kind: 'metadata' };

/** Stage: its base (an image, or an earlier stage) and its instructions. */
interface Stage {
  name: string;
  from: string;
  instructions: Instruction[];
}

/** Parses the stages of a Dockerfile, in order. An unknown instruction is an error, not skipped. */
export function parseDockerfile(text: string): Stage[] {
  const stages: Stage[] = [];
  const lines = text
    .replaceAll(/^\s*#.*\n/gm, '')
    .replaceAll('\\\n', ' ')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  for (const line of lines) {
    const [, word = '', rest = ''] = /^(\w+)\s+(.*)$/.exec(line) ?? [];
    if (word === 'FROM') {
      const [from = '', , name = ''] = rest.split(/\s+/);
      stages.push({ name, from, instructions: [] });
      continue;
    }
    const stage = stages.at(-1);
    if (stage === undefined) {
      throw new Error(`${line}: is before the first FROM`);
    }
    stage.instructions.push(instructionOf(word, rest, line));
  }
  return stages;
}

function instructionOf(word: string, rest: string, line: string): Instruction {
  switch (word) {
    case 'WORKDIR':
      return { kind: 'workdir', folder: rest };
    case 'COPY':
      return copy(rest);
    case 'RUN':
      return { kind: 'run', script: rest };
    case 'ENV':
      return { kind: 'env', values: Object.fromEntries(rest.split(/\s+/).map(pair)) };
    case 'HEALTHCHECK':
      return { kind: 'healthcheck', command: words(rest.slice(rest.indexOf('CMD') + 3), line) };
    case 'CMD':
      return { kind: 'command', command: words(rest, line) };
    case 'USER':
    case 'EXPOSE':
      return { kind: 'metadata' };
    default:
      throw new Error(`${line}: tools/docker does not support ${word}; add it there, or leave it out`);
  }
}

function copy(rest: string): Instruction {
  const parts = rest.split(/\s+/);
  const from = parts[0]?.startsWith('--from=') ? parts.shift()?.slice('--from='.length) : undefined;
  return { kind: 'copy', from, sources: parts.slice(0, -1), target: parts.at(-1) ?? './' };
}

function pair(text: string): [string, string] {
  const at = text.indexOf('=');
  return [text.slice(0, at), text.slice(at + 1)];
}

function words(json: string, line: string): string[] {
  const value: unknown = JSON.parse(json);
  if (!Array.isArray(value) || !value.every((word) => typeof word === 'string')) {
    throw new Error(`${line}: write the command as a JSON list of words`);
  }
  return value;
}
