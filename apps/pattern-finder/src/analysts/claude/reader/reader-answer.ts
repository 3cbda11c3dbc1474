import type Anthropic from '@anthropic-ai/sdk';
import { z } from 'zod';
import { SensitiveKind } from '@warren/contracts';
import type { Reading } from '@warren/contracts';
import type { ReadSubject } from '../../../gate/second-reader.ts';
import { answerIn } from '../single-calls/forced-tool.ts';
import { standIn } from '../single-calls/standing-words.ts';

/** Name of the one tool that a second reader has, and must call. */
export const reportReading = 'report_reading';

/** The only answer that a second reader can give; nothing in it is free text of its own. */
const ReaderAnswer = z.strictObject({
  beyond: z
    .array(z.string())
    .describe('Words that claim what the evidence does not say, each copied from what is judged; often none'),
  sensitive: z
    .array(
      z.strictObject({
        kind: SensitiveKind.describe('What they tell'),
        words: z.string().describe('Copied from what is judged or a quote'),
      }),
    )
    .describe(
      'Words that tell something sensitive of these people, also in other words or between the lines',
    ),
  singles_out: z.array(z.string()).describe('Words that are about one person alone, each copied; often none'),
  carries: z.boolean().describe('Whether the evidence, and nothing else, carries what is claimed'),
});
type ReaderAnswer = z.infer<typeof ReaderAnswer>;

/** The tool of a second reader. */
export const readerTool = {
  name: reportReading,
  description: 'Reports what the pattern says beyond its evidence, and what it must not tell.',
  answer: ReaderAnswer,
};

/** Words repeated of one kind; a pattern has more than enough reasons with these. */
const mostWords = 10;
const longestWords = 600;

/**
 * The verdict in a response; undefined where it is anything but one whole call of the tool. Only words of the pattern and
 * its quotes are kept: they are shown to operators and to the analyst, and a quote may have told the reader what to write.
 */
export function verdictIn(
  message: Anthropic.Message,
  subject: ReadSubject,
): Pick<Reading, 'verdict' | 'beyond' | 'sensitive' | 'singles_out'> | undefined {
  const answer = answerIn(message, readerTool);
  return answer && verdictOf(answer, subject);
}

function verdictOf(
  { carries, beyond, sensitive, singles_out }: ReaderAnswer,
  subject: ReadSubject,
): Pick<Reading, 'verdict' | 'beyond' | 'sensitive' | 'singles_out'> {
  const own = ownTexts(subject);
  const all = [...own, ...quotedTexts(subject)];
  const kept = (words: readonly string[], of: readonly string[]): string[] =>
    words.map((each) => wordsIn(of, each)).slice(0, mostWords);
  return {
    verdict: carries && beyond.length === 0 ? 'carried' : 'beyond',
    beyond: kept(beyond, own).filter((words) => words !== ''),
    sensitive: sensitive.slice(0, mostWords).map(({ kind, words }) => ({ kind, words: wordsIn(all, words) })),
    singles_out: kept(singles_out, all),
  };
}

/** What is judged. */
function ownTexts(subject: ReadSubject): string[] {
  if ('introduction' in subject) {
    return [subject.introduction.why];
  }
  const { name, description, questions } = subject.pattern;
  return [name ?? '', description, ...questions];
}

/** What members say of it. */
function quotedTexts(subject: ReadSubject): string[] {
  if ('introduction' in subject) {
    return [subject.seeker, subject.giver].flatMap((reason) => ('words' in reason ? [reason.words] : []));
  }
  const { evidence } = subject;
  return 'quotes' in evidence ? evidence.quotes.map(({ words }) => words) : [];
}

/** These words as one of the texts has them; empty where none does. */
function wordsIn(texts: readonly string[], words: string): string {
  return texts.some((text) => standIn(text, words))
    ? words.replace(/\s+/gu, ' ').trim().slice(0, longestWords).toWellFormed()
    : '';
}
