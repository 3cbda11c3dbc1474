import { PatternCategory, categories } from '@warren/contracts';
import type { Pattern } from '@warren/contracts';
import { counted, date } from '../../ui/format.ts';
import { ruleText } from '../rule-text.ts';
import { evidenceSentence, currentBasis, shareText } from '../text.ts';

/** Writes the patterns with their evidence as Markdown. The report names and quotes no member. */
export function patternsAsReport(patterns: readonly Pattern[], at: Date): string {
  const groups = Map.groupBy(patterns, ({ category }) => category);
  const parts = PatternCategory.options.flatMap((category) => {
    const own = groups.get(category) ?? [];
    return own.length === 0 ? [] : [`## ${categories[category].title}`, ...own.map(patternAsText)];
  });
  const head = [
    '# What runs through our community',
    `${counted(patterns.length, 'pattern')}, as of ${date(at.toISOString())}. Each says on what it stands; “may be chance” means just that.`,
  ];
  return `${[...head, ...parts].join('\n\n')}\n`;
}

function patternAsText(pattern: Pattern): string {
  const { evidence, question_prompts } = pattern;
  const rule = evidence.rule === undefined ? [] : ruleText(evidence.rule, evidence.facets, evidence.basis);
  const share = shareText(evidence);
  return [
    `### ${plain(pattern.name)}`,
    plain(pattern.description),
    [
      `- **${currentBasis(pattern).name}.** ${evidenceSentence(pattern)}`,
      `- ${counted(pattern.member_count, 'member')}${share === undefined ? '' : `, ${share} of all who say anything of themselves`}`,
      ...rule.map((sentence) => `- ${plain(sentence)}`),
    ].join('\n'),
    `Worth asking:\n\n${question_prompts.map((question) => `- ${plain(question)}`).join('\n')}`,
  ].join('\n\n');
}

/** Escapes text for Markdown: nothing in it becomes a heading, a link, an image or HTML. */
function plain(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_[\]<>#|~]/g, '\\$&')
    .replace(/^([-+]|\d+[.)]) /, '\\$1 ');
}
