import { MemberInput, Pattern, Run, RunProgress, StoredIntroduction, Theme } from '@warren/contracts';
import type { Member } from '@warren/contracts';

const at = '2026-03-01T10:00:00.000Z';
const spend = {
  input_tokens: 0,
  output_tokens: 0,
  cache_read_tokens: 0,
  cache_write_tokens: 0,
  cost_usd: null,
  uncertain_usd: 0,
};

/** Builds a pattern over a rule, as pattern-finder answers it. */
export function aPattern(id: number, change: Partial<Pattern> = {}): Pattern {
  return Pattern.parse({
    id,
    name: `Pattern ${id}`,
    description: 'Members who draw, and prototype what they draw.',
    category: 'skill_cluster',
    member_count: 2,
    related_member_ids: [1, 2],
    evidence: {
      basis: 'shared',
      rule: { clauses: [{ at_least: 1, of: ['skill:figma', 'skill:drawing'] }] },
      facets: [{ key: 'skill:figma', label: 'Figma', in_pattern: 2, in_community: 2 }],
      statistics: {
        observed: 2,
        share: 0.5,
        share_low: 0.15,
        share_high: 0.85,
        expected: 1.1,
        lift: 1.8,
        lift_low: 0.4,
        lift_high: 5.1,
        p_value: 0.3,
        q_value: 0.4,
        tested: 12,
      },
    },
    question_prompts: ['What do you draw with?', 'Whom would you show a prototype?'],
    is_active: true,
    created_at: at,
    updated_at: at,
    version: 1,
    state: 'new',
    since_run_id: null,
    member_change: null,
    joined_count: 0,
    left_count: 0,
    pinned: false,
    analyst: 'statistical',
    run_id: 1,
    ...change,
  });
}

/** Builds an introduction, as pattern-finder answers it. */
export function anIntroduction(id: number, change: Partial<StoredIntroduction> = {}): StoredIntroduction {
  return StoredIntroduction.parse({
    id,
    seeker: 1,
    giver: 2,
    need: { key: 'looking_for:figma', label: 'Figma' },
    offer: { key: 'skill:figma', label: 'Figma' },
    shared: [],
    mutual: false,
    seekers: 1,
    givers: 2,
    state: 'proposed',
    reason: null,
    holds: true,
    run_id: 1,
    created_at: at,
    updated_at: at,
    ...change,
  });
}

/** Builds a theme, as member-profile answers it. */
export function aTheme(id: number, change: Partial<Theme> = {}): Theme {
  return Theme.parse({
    id,
    key: 'theme:leftover oven heat',
    label: 'leftover oven heat',
    side: 'has',
    definition: 'Has an oven that stays warm after the baking, and could be shared.',
    excludes: 'Ovens for sale',
    status: 'active',
    merged_into: null,
    same_as: [{ key: 'skill:baking', label: 'Baking', members: 4 }],
    members: 12,
    judged: 48,
    written: 60,
    share: 0.25,
    share_low: 0.15,
    share_high: 0.39,
    untested: null,
    ...change,
  });
}

/** Builds a run, as pattern-finder answers it. */
export function aRun(id: number, change: Partial<Run> = {}): Run {
  return Run.parse({
    id,
    kind: 'discover',
    status: 'queued',
    reason: null,
    focus_areas: [],
    analyst: 'statistical',
    model: null,
    turns: 0,
    spend,
    max_cost: null,
    patterns: [],
    rejected: [],
    response_text: '',
    tested: null,
    starts: 0,
    worker: null,
    created_at: at,
    started_at: null,
    finished_at: null,
    ...change,
  });
}

/** Builds a step of a run. */
export function aStep(run: Run, step: RunProgress['step'], message = ''): RunProgress {
  return RunProgress.parse({
    run_id: run.id,
    status: run.status,
    step,
    message,
    turns: run.turns,
    patterns_found: run.patterns.length,
    spend,
    at,
  });
}

/** Builds a member, as member-profile answers it. */
export function aMember(id: number, input: Partial<MemberInput> = {}): Member {
  const email = `member${id}@example.org`;
  return {
    id,
    ...MemberInput.parse({ email, first_name: `First${id}`, ...input }),
    created_at: at,
    updated_at: at,
  };
}
