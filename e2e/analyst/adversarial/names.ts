import { save, saveCandidate } from '../scripted-system.ts';
import type { RunOutcome } from '../scripted-system.ts';
import { candidates, rule, turns } from './scenario.ts';
import type { Facts, Scenario } from './scenario.ts';

const first = (facts: Facts) => candidates(facts, 'beyond_chance', 'skill_cluster')[0];
const second = (facts: Facts) => candidates(facts, 'beyond_chance', 'skill_cluster')[1];
const third = (facts: Facts) => candidates(facts, 'beyond_chance', 'skill_cluster')[2];

/** A run that saves one good pattern. */
const savedOne: NonNullable<Scenario['before']> = {
  model: (facts) => turns([saveCandidate(first(facts), { name: 'Straße der Träume' })]),
};

const idOf = (before: RunOutcome | undefined): number => before?.patterns[0]?.id ?? 0;

export const nameScenarios: Scenario[] = [
  {
    tries: 'a taken name in another case or Unicode form',
    before: savedOne,
    model: (facts) =>
      turns(
        [
          'STRASSE DER TRÄUME',
          'Straße  der\u00a0Tra\u0308ume',
          'Ｓtraße der Träume',
          'Stra\u00adße der \u200bTräume',
          'Stra\u034fße der Träume\ufe0f',
        ].map((name, at) => saveCandidate(at < 2 ? second(facts) : third(facts), { name })),
      ),
    rejections: ['name_taken', 'name_taken', 'name_taken', 'retry_limit', 'retry_limit'],
    reason: /choose another name|refused three times/,
    saved: ['Straße der Träume'],
  },
  {
    tries: 'the same pattern again under new names',
    before: savedOne,
    model: (facts) => {
      const { rule: same, category } = first(facts);
      const mirrored = JSON.parse(JSON.stringify(same), (key, value: unknown) =>
        key === 'of' && Array.isArray(value) ? value.toReversed() : value,
      ) as unknown;
      const twice = {
        clauses: [...('clauses' in same ? same.clauses : []), ...('clauses' in same ? same.clauses : [])],
      };
      return turns([
        saveCandidate(first(facts), { name: 'Another name' }),
        save({ category, rule: same, name: 'A third name' }),
        save({ category, rule: mirrored, name: 'A fourth name' }),
        save({ category, rule: twice, name: 'The last name' }),
      ]);
    },
    saved: ['Straße der Träume'],
    check: ({ run, results }) => {
      if (run.patterns.some(({ created }) => created)) {
        throw new Error('it was saved again');
      }
      if (!results.every((result) => result.includes('keeps its words'))) {
        throw new Error(results.join('\n'));
      }
    },
  },
  {
    tries: 'nearly the same pattern as a new one',
    before: savedOne,
    model: (facts) => {
      const { rule: same, category } = first(facts);
      const clauses = 'clauses' in same ? same.clauses : [];
      const any = rule(1, ...clauses.flatMap(({ of }) => of));
      return turns([
        save({ category, rule: { clauses: [...clauses, ...any.clauses] }, name: 'One clause more' }),
      ]);
    },
    rejections: ['near_duplicate'],
    reason: /give pattern_id \d+ to update that one, or leave it/,
    saved: ['Straße der Träume'],
  },
  {
    tries: 'a pattern_id that is unknown, padded, or out of range',
    model: (facts) =>
      turns([
        saveCandidate(first(facts), { pattern_id: 987_654, name: 'No such pattern' }),
        saveCandidate(first(facts), { pattern_id: 99_999_999_999, name: 'Out of range' }),
        saveCandidate(first(facts), { pattern_id: ' 1 ', name: 'A padded id' }),
        saveCandidate(first(facts), { pattern_id: -1, name: 'A negative id' }),
        save({ category: 'skill_cluster', pattern_id: 987_654, name: 'Words alone' }),
      ]),
    rejections: ['unknown_pattern', 'invalid_input', 'invalid_input', 'invalid_input', 'unknown_pattern'],
    reason: /leave pattern_id out|pattern_id: /,
  },
  {
    tries: 'a different rule under the id of a saved pattern',
    before: savedOne,
    model: (facts, before) =>
      turns([
        saveCandidate(second(facts), { pattern_id: idOf(before), name: 'Somebody else' }),
        saveCandidate(candidates(facts, 'share')[0], { pattern_id: idOf(before), name: 'A strength now' }),
        save({ category: 'interest_theme', pattern_id: idOf(before), name: 'Another category' }),
      ]),
    rejections: ['rule_mismatch', 'rule_mismatch', 'wrong_shape'],
    reason: /is about other members than this|keep that category/,
    saved: ['Straße der Träume'],
  },
  {
    tries: 'to bring back a pattern that the operator dismissed',
    before: {
      ...savedOne,
      then: async ({ system }, outcome) =>
        system.call(`patterns/${idOf(outcome)}`, {
          method: 'PATCH',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ is_active: false }),
        }),
    },
    model: (facts, before) =>
      turns([
        saveCandidate(first(facts), { name: 'Back again' }),
        saveCandidate(first(facts), { name: 'By its id', pattern_id: idOf(before) }),
        save({ category: 'skill_cluster', name: 'Words alone', pattern_id: idOf(before) }),
      ]),
    rejections: ['dismissed', 'dismissed', 'dismissed'],
    reason: /The operator dismissed this pattern .* leave it/,
  },
  {
    tries: 'to rename a pattern that the operator named',
    before: {
      ...savedOne,
      then: async ({ system }, outcome) =>
        system.call(`patterns/${idOf(outcome)}`, {
          method: 'PATCH',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ name: 'As the operator says' }),
        }),
    },
    model: (facts, before) =>
      turns([saveCandidate(first(facts), { name: 'As the model says', pattern_id: idOf(before) })]),
    saved: ['As the operator says'],
  },
  {
    tries: 'to take the name of another pattern in an update',
    before: {
      model: (facts) =>
        turns([
          saveCandidate(first(facts), { name: 'The first' }),
          saveCandidate(second(facts), { name: 'The second' }),
        ]),
    },
    model: (facts, before) => {
      const id = before?.patterns.find(({ name }) => name === 'The first')?.id;
      return turns([saveCandidate(first(facts), { name: 'THE  SECOND', pattern_id: id })]);
    },
    rejections: ['name_taken'],
    reason: /choose another name/,
    saved: ['The first', 'The second'],
  },
];
