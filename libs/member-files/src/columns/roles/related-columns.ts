import { topicsOf } from '../headings/heading-topics.ts';
import { headingWords } from '../headings/heading-words.ts';
import type { Topic } from '../vocabulary/vocabulary.ts';
import type { Draft } from './draft.ts';
import { withTopic, withoutRole } from './draft.ts';

/** Settles the columns whose role depends on others: names, titles, places, web addresses. */
export function settleRelated(drafts: readonly Draft[]): Draft[] {
  return settleWeb(settlePlaces(settleTitle(settleNames(settleChildren(drafts)))));
}

function has(drafts: readonly Draft[], ...topics: Topic[]): boolean {
  return drafts.some(
    ({ topic, plan }) => plan === undefined && topic !== undefined && topics.includes(topic),
  );
}

const child =
  /(?<!\p{L})(?:child(?:['’]?s)?|children|kid|pupil|kind(?:es)?|enfant|alumn[oa]|hij[oa]|figli[oa]|criança)(?!\p{L})/giu;

/** The names of children are those of the members where nobody else is named, as in a list of a youth club. */
function settleChildren(drafts: readonly Draft[]): readonly Draft[] {
  if (has(drafts, 'full_name', 'first_name', 'last_name', 'display_name', 'nickname')) {
    return drafts;
  }
  return drafts.map((draft) => {
    const { text } = draft.heading;
    const rest = text.replace(child, ' ');
    if (
      draft.topic !== 'other_person' ||
      draft.plan !== undefined ||
      draft.facts.filled === 0 ||
      rest === text
    ) {
      return draft;
    }
    const name = topicsOf(rest).find(({ topic }) => names.has(topic))?.topic;
    return name === undefined
      ? draft
      : withTopic(draft, name, 'the name of a child, and nobody else is named');
  });
}

const names: ReadonlySet<Topic> = new Set<Topic>(['full_name', 'first_name', 'last_name']);

const bareNames = new Set(['name', 'nom', 'nombre', 'nome', 'naam']);

/** "Name" beside a first name is the last name, and the other way round; a nickname counts where there is no name. */
function settleNames(drafts: readonly Draft[]): Draft[] {
  const hasFirst = has(drafts, 'first_name');
  const hasLast = has(drafts, 'last_name');
  const named = drafts.map((draft) => {
    const isBare =
      draft.topic === 'full_name' &&
      draft.plan === undefined &&
      bareNames.has(headingWords(draft.heading.text).join(''));
    if (!isBare || hasFirst === hasLast || draft.facts.share('full name') > 0.6) {
      return draft;
    }
    return hasFirst
      ? withTopic(draft, 'last_name', `${draft.reason} beside a first name`)
      : withTopic(draft, 'first_name', `${draft.reason} beside a last name`);
  });
  const best = Math.max(
    0,
    ...named.filter((draft) => isFullName(draft)).map(({ facts }) => facts.share('full name')),
  );
  const hasName = has(named, 'full_name', 'first_name', 'last_name');
  let hasSubstitute = false;
  return named.map((draft) => {
    if (draft.plan !== undefined) {
      return draft;
    }
    if (isFullName(draft) && draft.facts.filled > 0) {
      const share = draft.facts.share('full name');
      const isWhole = share >= 0.3 || (best < 0.3 && !(hasFirst && hasLast));
      return isWhole ? draft : withoutRole(draft, 'other columns hold the whole name');
    }
    if (draft.topic !== 'display_name' && draft.topic !== 'nickname') {
      return draft;
    }
    if (hasName || hasSubstitute) {
      return withoutRole(draft, 'other columns hold the name');
    }
    hasSubstitute = true;
    return { ...withTopic(draft, 'full_name'), confidence: 0.6 };
  });
}

function isFullName({ topic, plan }: Draft): boolean {
  return plan === undefined && topic === 'full_name';
}

/** "Title" is a form of address by its values, or says less than a column of jobs beside it. */
function settleTitle(drafts: readonly Draft[]): Draft[] {
  const job = drafts.find(({ topic, plan }) => plan === undefined && topic === 'role');
  return drafts.map((draft) => {
    if (draft.plan !== undefined || (draft.topic !== 'title' && draft.topic !== 'role')) {
      return draft;
    }
    if (draft.facts.share('honorific') >= 0.5) {
      return withoutRole(draft, 'its values are forms of address', 0.9);
    }
    if (draft.topic === 'role') {
      return draft;
    }
    return job === undefined || job.facts.filled === 0
      ? { ...withTopic(draft, 'role'), confidence: Math.min(draft.confidence, 0.85) }
      : withoutRole(draft, `"${job.heading.name}" says more`);
  });
}

/** A country is the place where there is no city, and a trait beside one. */
function settlePlaces(drafts: readonly Draft[]): Draft[] {
  let hasPlace = has(drafts, 'location');
  return drafts.map((draft) => {
    if (draft.plan !== undefined || draft.topic !== 'country') {
      return draft;
    }
    if (hasPlace) {
      return withTopic(draft, 'all_traits', `${draft.reason}, beside a place`);
    }
    hasPlace = true;
    return withTopic(draft, 'location');
  });
}

/** A web address that tells nobody apart is the website, or one more address beside a website. */
function settleWeb(drafts: readonly Draft[]): Draft[] {
  let hasWebsite = has(drafts, 'website');
  return drafts.map((draft) => {
    if (draft.plan !== undefined || (draft.topic !== 'url' && draft.topic !== 'profile_url')) {
      return draft;
    }
    if (draft.facts.filled > 0 && draft.facts.share('url') < 0.3) {
      return withoutRole(draft, 'its values are no web addresses');
    }
    if (draft.topic === 'profile_url' || hasWebsite) {
      return withTopic(draft, 'urls');
    }
    hasWebsite = true;
    return withTopic(draft, 'website');
  });
}
