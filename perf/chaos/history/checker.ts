/** A pattern's version, as `pattern@version`. */
type Version = string;

/** The record of a scenario: the answers that clients received, and the stored state after healing and draining. */
export interface History {
  accepted: { runId: number; key: string | undefined }[];
  runs: { id: number; ended: boolean; status: string; fence: number; starts: number; turns: number }[];
  /** rows of `pattern_version` that consumers are told of */
  versions: Version[];
  /** `pattern.saved` in the outbox: one entry a row */
  published: Version[];
  /** what an independent consumer received: message id and version */
  received: { messageId: string; version: Version }[];
  /** question-generator: the latest version it has seen of each pattern; its active and its published questions */
  seen: Version[];
  wanted: { pattern: number; question: string }[];
  asked: { pattern: number; question: string }[];
  questions: number[];
  announced: number[];
  /** rows a run wrote, with the worker that wrote them and the one that had the newest claim at that moment */
  written: {
    runId: number;
    what: string;
    by: number | undefined;
    claimedBy: number;
    fence: number;
    at: number;
  }[];
  /** stored model turns */
  turns: { runId: number; turn: number; messageId: string; at: number }[];
  /** calls to the model; `runId` where the conversation shows it, from its second turn on */
  calls: {
    messageId: string;
    runId: number | undefined;
    turn: number;
    at: number;
    outcome: string;
    broken: boolean;
  }[];
  /** how often a worker's process ended, and how often a worker found that it had lost its lease */
  workerEnds: number;
  leasesLost: number;
  /** signals that stopped a worker */
  stops: number;
  /** parked runs, and those of them that succeeded when replayed */
  parked: number[];
  replayed: number[];
}

/** One promise: how many items were checked, and which break it. */
export interface Finding {
  promise: string;
  checked: number;
  broken: string[];
}

/** Checks every promise against a history. */
export function check(history: History): Finding[] {
  return [
    acceptedEnd(history),
    oneRunAKey(history),
    versionsHaveEvents(history),
    eventsHaveVersions(history),
    eventsAreReceived(history),
    effectsOnce(history),
    turnsPaidOnce(history),
    storedTurnsNotAskedAgain(history),
    noStaleWrites(history),
    fencesGrow(history),
    turnsWhole(history),
    parkedReplayable(history),
  ];
}

function acceptedEnd({ accepted, runs }: History): Finding {
  const ended = new Set(runs.flatMap(({ id, ended }) => (ended ? [id] : [])));
  const ids = [...new Set([...accepted.map(({ runId }) => runId), ...runs.map(({ id }) => id)])];
  return {
    promise: 'an accepted run ends',
    checked: ids.length,
    broken: ids.filter((id) => !ended.has(id)).map((id) => `run ${id} has not ended`),
  };
}

function oneRunAKey({ accepted }: History): Finding {
  const byKey = new Map<string, Set<number>>();
  for (const { key, runId } of accepted) {
    if (key !== undefined) {
      byKey.set(key, (byKey.get(key) ?? new Set()).add(runId));
    }
  }
  return {
    promise: 'requests with one key are one run',
    checked: byKey.size,
    broken: [...byKey].flatMap(([key, ids]) => (ids.size > 1 ? [`${key}: runs ${[...ids].join(', ')}`] : [])),
  };
}

function versionsHaveEvents({ versions, published }: History): Finding {
  return {
    promise: 'a version has one event',
    checked: versions.length,
    broken: [
      ...difference(versions, published).map((version) => `${version} has no event`),
      ...doubles(published).map((version) => `${version} has several events`),
    ],
  };
}

function eventsHaveVersions({ versions, published, received }: History): Finding {
  const events = [...published, ...received.map(({ version }) => version)];
  return {
    promise: 'an event has its version',
    checked: new Set(events).size,
    broken: difference(events, versions).map((version) => `${version} was published and is not stored`),
  };
}

function eventsAreReceived({ published, received }: History): Finding {
  const versions = new Map(received.map(({ messageId, version }) => [messageId, version]));
  return {
    promise: 'every event reaches a durable consumer',
    checked: published.length,
    broken: [
      ...difference(published, [...versions.values()]).map((version) => `${version} was not received`),
      ...doubles([...versions.values()]).map(
        (version) => `${version} was received under several message ids`,
      ),
    ],
  };
}

function effectsOnce({ versions, seen, wanted, asked, questions, announced }: History): Finding {
  const latest = new Map<number, number>();
  for (const version of versions) {
    const [pattern = 0, number = 0] = version.split('@').map(Number);
    latest.set(pattern, Math.max(latest.get(pattern) ?? 0, number));
  }
  const newest = [...latest].map(([pattern, version]) => `${pattern}@${version}`);
  const text = ({ pattern, question }: { pattern: number; question: string }): string =>
    `${pattern}: ${question}`;
  return {
    promise: 'an event has its effect once',
    checked: newest.length + questions.length,
    broken: [
      ...difference(newest, seen).map((version) => `${version} was not processed by question-generator`),
      ...difference(wanted.map(text), asked.map(text)).map((question) => `not asked: ${question}`),
      ...difference(asked.map(text), wanted.map(text)).map((question) => `active for no reason: ${question}`),
      ...doubles(asked.map(text)).map((question) => `asked twice: ${question}`),
      ...difference(questions, announced).map((id) => `question ${id} was not published`),
      ...difference(announced, questions).map((id) => `question ${id} was published and is not stored`),
      ...doubles(announced).map((id) => `question ${id} was published twice`),
    ],
  };
}

/**
 * Every call is one of: stored as a turn; broken by the model's server (rejected, cut, stalled); or lost. Lost are
 * those whose answer was whole and is not stored, and those the client broke off. A worker has one call in flight
 * at a time, so each of these can lose one: the end of a worker's process, a stop of it, a lost lease. No outage
 * of a server does: the worker keeps the answer and waits. So: lost ≤ ends + stops + leases lost, and calls = stored + broken by the server + lost.
 */
function turnsPaidOnce({ calls, turns, stops, workerEnds, leasesLost }: History): Finding {
  const stored = new Set(turns.map(({ messageId }) => messageId));
  const lost = calls.filter(({ messageId, broken }) => !broken && !stored.has(messageId));
  const allowed = stops + workerEnds + leasesLost;
  const unknown = difference(
    turns.map(({ messageId }) => messageId),
    calls.map(({ messageId }) => messageId),
  );
  return {
    promise: 'calls ≤ turns + those the model broke + kills, stops and leases lost',
    checked: calls.length,
    broken: [
      ...(lost.length > allowed
        ? [`${lost.length} calls were lost where ${allowed} may be: ${lost.map(describeCall).join('; ')}`]
        : []),
      ...doubles(turns.map(({ messageId }) => messageId)).map((id) => `${id} is stored as two turns`),
      ...unknown.map((id) => `${id} is stored and was never sent`),
    ],
  };
}

function describeCall({ messageId, runId, turn, at, outcome }: History['calls'][number]): string {
  const when = new Date(at).toISOString().slice(11);
  return `${messageId} (turn ${turn + 1} of run ${runId ?? '?'}, ${outcome}, arrived ${when})`;
}

/** Only a worker that was stopped between reservation and call can repeat a call that another has stored meanwhile. */
function storedTurnsNotAskedAgain({ calls, turns, stops }: History): Finding {
  const storedAt = new Map(turns.map(({ runId, turn, at }) => [`${runId}/${turn}`, at]));
  const again = calls.filter(({ runId, turn, at }) => {
    const stored = runId === undefined ? undefined : storedAt.get(`${runId}/${turn + 1}`);
    return stored !== undefined && at > stored;
  });
  return {
    promise: 'a stored turn is not requested again',
    checked: calls.filter(({ runId }) => runId !== undefined).length,
    broken: again.length > stops ? again.map(({ runId, turn }) => `run ${runId}, turn ${turn + 1}`) : [],
  };
}

function noStaleWrites({ written }: History): Finding {
  return {
    promise: 'a worker that lost its lease writes nothing',
    checked: written.length,
    broken: written
      .filter(({ by, claimedBy }) => by !== claimedBy)
      .map(({ runId, what, by, claimedBy }) => `${what} of run ${runId}: by ${by}, claimed by ${claimedBy}`),
  };
}

/** Writes to a run, in order of time, never carry an older fence than those before. */
function fencesGrow({ written, runs }: History): Finding {
  const highest = new Map<number, number>();
  const broken: string[] = [];
  for (const { runId, what, fence, at } of [...written].sort((a, b) => a.at - b.at)) {
    if (fence < (highest.get(runId) ?? 0)) {
      broken.push(`${what} of run ${runId} at ${at}: fence ${fence}`);
    }
    highest.set(runId, Math.max(highest.get(runId) ?? 0, fence));
  }
  return {
    promise: 'a fence only grows, once per start',
    checked: runs.length,
    broken: [
      ...broken,
      ...runs
        .filter(({ fence, starts }) => fence !== starts)
        .map(({ id }) => `run ${id}: fence is not starts`),
    ],
  };
}

function turnsWhole({ runs, turns }: History): Finding {
  const byRun = Map.groupBy(turns, ({ runId }) => runId);
  return {
    promise: 'turns of a run are numbered without a gap',
    checked: turns.length,
    broken: runs.flatMap((run) => {
      const numbers = (byRun.get(run.id) ?? []).map(({ turn }) => turn).sort((a, b) => a - b);
      const whole = numbers.length === run.turns && numbers.every((number, index) => number === index + 1);
      return whole ? [] : [`run ${run.id}: ${run.turns} turns, stored ${numbers.join(', ')}`];
    }),
  };
}

function parkedReplayable({ parked, replayed }: History): Finding {
  return {
    promise: 'a parked run can be replayed',
    checked: parked.length,
    broken: difference(parked, replayed).map((id) => `run ${id}`),
  };
}

function difference<T>(left: readonly T[], right: readonly T[]): T[] {
  const known = new Set(right);
  return [...new Set(left)].filter((each) => !known.has(each));
}

function doubles<T>(all: readonly T[]): T[] {
  return [...new Set(all.filter((each, index) => all.indexOf(each) !== index))];
}
