import Table from 'cli-table3';
import { printLine } from '../measure/print-results.ts';
import { readArguments } from '../mining/arguments.ts';
import { measureTexts, sum } from './benchmark.ts';
import type { Found } from './benchmark.ts';
import { usualErrors } from './coder.ts';
import { plans, writeCommunity } from './communities.ts';

/**
 * Relations that stand in prose only, in no word that the related members have in common, and in no list: how many of them
 * a whole system finds with a scripted model that knows the truth and errs at stated rates (coder.ts). It measures what
 * Warren makes of a model's answers, not the model.
 *
 *   npm run bench:text -- [communities 5] [seed 4711]
 *     --fooled 0       share of sentences near a theme (denied, past, of others) that the model takes for it
 *     --no-errors      the model makes none
 */
const options = readArguments([plans.length, 4711], { options: ['fooled'], flags: ['no-errors'] });
const [communities = 0, seed = 0] = options.numbers;
const fooled = Number(options.option('fooled') ?? 0);
const errors = options.flag('no-errors')
  ? { missing: 0, wrongMember: 0, altered: 0, fooled: 0, broad: 0 }
  : { ...usualErrors, fooled };

const table = new Table({
  head: ['community', 'reached', 'codes', 'relations', 'common words', 'introduced', 'quote amiss', 's'],
  style: { head: [], border: [] },
});
const caught = new Table({
  head: [
    'community',
    'told',
    'missing',
    'wrong member',
    'altered',
    'codes refused',
    'saves refused',
    'too broad',
  ],
  style: { head: [], border: [] },
});
for (const plan of plans.slice(0, communities)) {
  const result = await measureTexts(writeCommunity(plan, seed), seed, errors);
  const { reached, members, codes, relations, common, introductions, told, refused, broad } = result;
  table.push([
    `${plan.name} (${members})`,
    `${reached.judged} judged, ${reached.read} read`,
    textOf(codes),
    textOf(relations),
    textOf(common),
    textOf(introductions),
    result.notCarrying,
    (result.ms / 1000).toFixed(1),
  ]);
  caught.push([
    plan.name,
    told.codes,
    told.missing,
    told.wrongMember,
    told.altered,
    refused.codes,
    refused.saves.join(', '),
    `${broad.members} members, pattern ${broad.basis ?? 'none'}`,
  ]);
  printLine(
    JSON.stringify({ name: plan.name, ...result, all: sum(codes, relations, common, introductions) }),
  );
}
printLine(table.toString());
printLine(caught.toString());
process.exit(0);

function textOf({ planted, found, wrong }: Found): string {
  return `${found} of ${planted}${wrong === 0 ? '' : `, ${wrong} wrong`}`;
}
