import { Controller, Module } from '@nestjs/common';
import type { INestApplication } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { Conflict, MemberNotFound, hasEnded, runProgressSubject } from '@warren/contracts';
import type {
  Pattern,
  ReplyOf,
  RequestOf,
  Run,
  RunProgress,
  StoredIntroduction,
  Theme,
} from '@warren/contracts';
import {
  Answers,
  NatsConnectionManager,
  MessagingModule,
  MessagingOptions,
  currentActor,
  serveMessages,
  traceparent,
} from '@warren/messaging';
import { aMember, aRun } from './builders.ts';
import { PeerState } from './peer-state.ts';

@Controller()
class PeerController {
  constructor(private readonly state: PeerState) {}

  @Answers('runs.create')
  async createRun({ kind, focus_areas, client }: RequestOf<'runs.create'>): Promise<Run> {
    await this.state.before['runs.create']?.();
    this.state.traces.push(traceparent());
    this.state.actors.push(currentActor());
    this.state.clients.push(client);
    const run = aRun(this.state.runs.size + 1, { kind, focus_areas });
    this.state.runs.set(run.id, run);
    this.state.work(run);
    return run;
  }

  @Answers('runs.get')
  async getRun({ id }: RequestOf<'runs.get'>): Promise<Run> {
    await this.state.before['runs.get']?.();
    return this.state.run(id);
  }

  @Answers('runs.list')
  async listRuns({ status, limit, page }: RequestOf<'runs.list'>): Promise<ReplyOf<'runs.list'>> {
    const runs = [...this.state.runs.values()].filter((run) => status === undefined || run.status === status);
    const from = (page - 1) * limit;
    return Promise.resolve({ runs: runs.slice(from, from + limit), total: runs.length });
  }

  @Answers('runs.cancel')
  async cancelRun({ id }: RequestOf<'runs.cancel'>): Promise<Run> {
    const run = this.state.run(id);
    if (hasEnded(run.status)) {
      throw new Conflict(`Run ${id} has ended.`);
    }
    return Promise.resolve(Object.assign(run, { status: 'cancelled' }));
  }

  @Answers('runs.replay')
  async replayRun({ id, max_cost }: RequestOf<'runs.replay'>): Promise<Run> {
    return Promise.resolve(
      Object.assign(this.state.run(id), { status: 'queued', max_cost: max_cost ?? null }),
    );
  }

  @Answers('patterns.list')
  async listPatterns(query: RequestOf<'patterns.list'>): Promise<ReplyOf<'patterns.list'>> {
    await this.state.before['patterns.list']?.();
    const found = this.state.patterns.filter(
      (pattern) =>
        (query.category === undefined || pattern.category === query.category) &&
        (query.member_id === undefined || pattern.related_member_ids.includes(query.member_id)) &&
        pattern.member_count >= (query.at_least ?? 0) &&
        (query.is_active === 'all' || pattern.is_active === (query.is_active === 'true')),
    );
    const from = Number(query.cursor ?? 0);
    const to = from + (query.limit ?? found.length);
    return {
      patterns: found.slice(from, to),
      total: found.length,
      next: to < found.length ? String(to) : null,
    };
  }

  @Answers('patterns.get')
  async getPattern({ id }: RequestOf<'patterns.get'>): Promise<Pattern> {
    await this.state.before['patterns.get']?.();
    return this.state.pattern(id);
  }

  @Answers('patterns.history')
  async history({ id }: RequestOf<'patterns.history'>): Promise<ReplyOf<'patterns.history'>> {
    const reply = this.state.replies['patterns.history'];
    if (reply !== undefined) {
      return reply;
    }
    const { version, name, description, category, member_count, analyst, run_id, created_at } =
      this.state.pattern(id);
    const first = { version, name, description, category, member_count, analyst, run_id, created_at };
    return Promise.resolve({
      pattern_id: id,
      since_run_id: null,
      joined: [],
      left: [],
      observations: [],
      versions: [{ ...first, change: 'created', published: true, reading: null }],
    });
  }

  @Answers('patterns.facets')
  async facets({ id }: RequestOf<'patterns.facets'>): Promise<ReplyOf<'patterns.facets'>> {
    const rest = { share_in_pattern: 1, elsewhere: 0, share_elsewhere: 0 };
    const { facets } = this.state.pattern(id).evidence;
    return Promise.resolve({ facets: facets.map((facet) => ({ ...facet, ...rest })) });
  }

  @Answers('patterns.patch')
  async patch({ id, patch }: RequestOf<'patterns.patch'>): Promise<Pattern> {
    if (this.state.patterns.some((pattern) => pattern.name === patch.name && pattern.id !== id)) {
      throw new Conflict(`Another pattern is called ${patch.name ?? ''}.`);
    }
    const pattern = this.state.pattern(id);
    return Promise.resolve(Object.assign(pattern, patch, { version: pattern.version + 1 }));
  }

  @Answers('introductions.list')
  async listIntroductions({
    page,
    per_page,
    state,
    member_id,
    held,
  }: RequestOf<'introductions.list'>): Promise<ReplyOf<'introductions.list'>> {
    const found = this.state.introductions.filter(
      (it) =>
        (it.held !== null) === (held === 'true') &&
        (state === undefined || it.state === state) &&
        (member_id === undefined || [it.seeker, it.giver].includes(member_id)),
    );
    return Promise.resolve({ introductions: found, total: found.length, page, per_page });
  }

  @Answers('introductions.get')
  async getIntroduction({ id }: RequestOf<'introductions.get'>): Promise<StoredIntroduction> {
    return Promise.resolve(this.state.introduction(id));
  }

  @Answers('introductions.patch')
  async patchIntroduction({
    id,
    patch: { state, reason, held },
  }: RequestOf<'introductions.patch'>): Promise<StoredIntroduction> {
    const before = this.state.introduction(id);
    const changed = {
      ...before,
      ...(state !== undefined && { state, reason: reason ?? null }),
      ...(held === false && { held: null }),
    };
    this.state.introductions = this.state.introductions.map((it) => (it.id === id ? changed : it));
    return Promise.resolve(changed);
  }

  @Answers('themes.list')
  async listThemes({ dismissed }: RequestOf<'themes.list'>): Promise<ReplyOf<'themes.list'>> {
    const themes = this.state.themes.filter(({ status }) => dismissed || status === 'active');
    return Promise.resolve({ themes, written: 60, judged: 48, proposed_from: 40 });
  }

  @Answers('themes.get')
  async getTheme({ id }: RequestOf<'themes.get'>): Promise<ReplyOf<'themes.get'>> {
    return Promise.resolve({ ...this.state.theme(id), codes: this.state.codes });
  }

  @Answers('themes.patch')
  async patchTheme({ id, patch }: RequestOf<'themes.patch'>): Promise<Theme> {
    await this.state.before['themes.patch']?.();
    this.state.actors.push(currentActor());
    return Object.assign(this.state.theme(id), patch);
  }

  @Answers('members.import')
  async import(batch: RequestOf<'members.import'>): Promise<ReplyOf<'members.import'>> {
    await this.state.before['members.import']?.();
    this.state.batches.push(batch);
    const taken = batch.rows.filter(({ member }) => member.first_name !== 'Refused');
    this.state.imported.push(...taken.map(({ member }) => member));
    const rejected = batch.rows
      .filter((row) => !taken.includes(row))
      .map(({ line }) => ({ line, field: 'email', reason: 'belongs to another member', taken: false }));
    const none = { fields: 0, members: 0 };
    return { created: taken.length, updated: 0, unchanged: 0, rejected, kept: none, cleared: none };
  }

  @Answers('members.begin-import')
  async beginImport(request: RequestOf<'members.begin-import'>): Promise<ReplyOf<'members.begin-import'>> {
    this.state.begun.push(request);
    return Promise.resolve({});
  }

  @Answers('members.finish-import')
  async finishImport(request: RequestOf<'members.finish-import'>): Promise<ReplyOf<'members.finish-import'>> {
    this.state.finished.push(request);
    return Promise.resolve({});
  }

  @Answers('members.preview-import')
  async previewImport(
    batch: RequestOf<'members.preview-import'>,
  ): Promise<ReplyOf<'members.preview-import'>> {
    this.state.previewed.push(batch);
    const rejected = batch.rows
      .filter(({ member }) => member.first_name === 'Refused')
      .map(({ line }) => ({ line, field: 'email', reason: 'belongs to another member', taken: false }));
    const created = batch.rows.length - rejected.length;
    return Promise.resolve({
      created,
      updated: 0,
      unchanged: 0,
      rejected,
      analysed: created,
      lost: { fields: 2, members: 1, by_field: [{ field: 'bio', members: 2 }] },
      made_private: 1,
      made_public: 0,
      facets: [{ key: 'skill:figma', kind: 'skill', label: 'Figma', members: created }],
      ...(batch.seen ? { seen: { before: [1, 2], after: [2] } } : {}),
    });
  }

  @Answers('members.preview-absent')
  async previewAbsent(): Promise<ReplyOf<'members.preview-absent'>> {
    return Promise.resolve({ members: 10, kept: [2, 3] });
  }

  @Answers('members.list-imports')
  async listImports(): Promise<ReplyOf<'members.list-imports'>> {
    return Promise.resolve({ imports: [] });
  }

  @Answers('members.undo-import')
  async undoImport({ import_id }: RequestOf<'members.undo-import'>): Promise<ReplyOf<'members.undo-import'>> {
    await this.state.before['members.undo-import']?.();
    this.state.undone += 1;
    const remaining = 3 - this.state.undone;
    return { import_id, removed: this.state.undone, restored: 0, left: 0, remaining };
  }

  @Answers('members.create')
  async createMember({ member }: RequestOf<'members.create'>): Promise<ReplyOf<'members.create'>> {
    return Promise.resolve(aMember(1, { first_name: member.first_name ?? '' }));
  }

  @Answers('members.update')
  async updateMember({ id, patch }: RequestOf<'members.update'>): Promise<ReplyOf<'members.update'>> {
    const member = this.state.members.get(id);
    if (member === undefined) {
      throw MemberNotFound.of(id);
    }
    return Promise.resolve({ ...member, bio: patch.bio ?? '' });
  }

  @Answers('members.recall-mapping')
  async recall({ source }: RequestOf<'members.recall-mapping'>): Promise<ReplyOf<'members.recall-mapping'>> {
    return Promise.resolve({ mapping: this.state.mappings.get(source) ?? null });
  }

  @Answers('members.remember-mapping')
  async remember({
    source,
    mapping,
  }: RequestOf<'members.remember-mapping'>): Promise<ReplyOf<'members.remember-mapping'>> {
    this.state.mappings.set(source, mapping);
    return Promise.resolve({});
  }

  @Answers('members.cancel-absent')
  async cancelAbsent(request: RequestOf<'members.cancel-absent'>): Promise<ReplyOf<'members.cancel-absent'>> {
    this.state.cancellations.push(request);
    const { absent, members } = this.state.absent;
    return Promise.resolve(
      absent * 5 > members && request.confirm !== absent
        ? { cancelled: 0, absent, unconfirmed_of: members }
        : { cancelled: absent, absent },
    );
  }

  @Answers('members.list')
  async listMembers(
    { page, per_page }: RequestOf<'members.list'>,
    signal: AbortSignal,
  ): Promise<ReplyOf<'members.list'>> {
    await this.state.listing(signal);
    const all = [...this.state.members.values()];
    const members = all.slice((page - 1) * per_page, page * per_page);
    return { members, total: all.length, page, per_page };
  }

  @Answers('members.get')
  async getMember({ id }: RequestOf<'members.get'>): Promise<ReplyOf<'members.get'>> {
    const member = this.state.members.get(id);
    if (member === undefined) {
      throw MemberNotFound.of(id);
    }
    return Promise.resolve({ ...member, facets: [{ key: 'skill:figma', label: 'Figma' }] });
  }

  @Answers('members.briefs')
  async briefs({ ids }: RequestOf<'members.briefs'>): Promise<ReplyOf<'members.briefs'>> {
    const facets = [
      { key: 'skill:figma', label: 'Figma' },
      { key: 'interest:tea', label: 'tea' },
    ];
    const members = ids
      .filter((id) => !this.state.erased.includes(id))
      .map((id) => this.state.members.get(id) ?? aMember(id))
      .map(({ id, first_name, last_name, role }) => ({ id, first_name, last_name, role, facets }));
    return Promise.resolve({ members: members.toReversed() });
  }

  @Answers('members.erase')
  async erase({ id }: RequestOf<'members.erase'>): Promise<{ erased: true }> {
    if (!this.state.members.delete(id)) {
      throw MemberNotFound.of(id);
    }
    this.state.erased.push(id);
    return Promise.resolve({ erased: true });
  }

  @Answers('members.export')
  async exportMember({ id }: RequestOf<'members.export'>): Promise<ReplyOf<'members.export'>> {
    const member = this.state.members.get(id);
    if (member === undefined) {
      throw MemberNotFound.of(id);
    }
    const passages = ['one', 'two'].map((salt) => ({ salt, hashes: '' }));
    const rows = [{ table: 'member', key: { id: String(id) }, columns: ['id'] }];
    return Promise.resolve({ member, facets: [], themes: [], imports: [], audit: [], rows, passages });
  }

  @Answers('patterns.export-member')
  async exportPatterns({
    passages,
  }: RequestOf<'patterns.export-member'>): Promise<ReplyOf<'patterns.export-member'>> {
    const row = { table: 'run_turn', key: { run_id: '7', turn: '1' } };
    const rows = [{ ...row, columns: passages?.salt === 'one' ? ['results'] : ['response'] }];
    const turn = { run_id: 7, turn: 1 };
    return Promise.resolve({
      rows,
      audit: [],
      patterns: [],
      introductions: [],
      model_turns: [turn],
      events: [],
    });
  }

  @Answers('questions.export-member')
  async exportQuestions(): Promise<ReplyOf<'questions.export-member'>> {
    const rows = [{ table: 'question', key: { id: '3' }, columns: ['related_member_ids'] }];
    const question = { id: 3, pattern_id: 1, text: 'Who taught you?', withdrawn: false };
    const questions = [{ ...question, created_at: '2026-11-30T10:00:00.000Z' }];
    return Promise.resolve({ rows, audit: [], questions, events: [] });
  }

  @Answers('members.list-audit')
  async membersAudit(query: RequestOf<'members.list-audit'>): Promise<ReplyOf<'members.list-audit'>> {
    return Promise.resolve(this.state.auditOf('member-profile', query));
  }

  @Answers('patterns.list-audit')
  async patternsAudit(query: RequestOf<'patterns.list-audit'>): Promise<ReplyOf<'patterns.list-audit'>> {
    return Promise.resolve(this.state.auditOf('pattern-finder', query));
  }

  @Answers('questions.list-audit')
  async questionsAudit(query: RequestOf<'questions.list-audit'>): Promise<ReplyOf<'questions.list-audit'>> {
    await this.state.before['questions.list-audit']?.();
    return this.state.auditOf('question-generator', query);
  }

  @Answers('audit.record-denied')
  async recordDenied(request: RequestOf<'audit.record-denied'>): Promise<ReplyOf<'audit.record-denied'>> {
    await this.state.before['audit.record-denied']?.();
    this.state.denied.push(request);
    return {};
  }

  @Answers('community.analyse')
  async analyse(
    { focus_areas }: RequestOf<'community.analyse'>,
    signal: AbortSignal,
  ): Promise<ReplyOf<'community.analyse'>> {
    this.state.analysed.push(focus_areas);
    await this.state.analysing(signal);
    const reply = this.state.replies['community.analyse'];
    return (
      reply ?? {
        revision: 1,
        total_active_members: this.state.members.size,
        field_completion_rates: { bio: { rate: 0.5, filled: 1, total: 2, avg_length: 10 } },
        common_skills: [['Figma', 2]],
        common_interests: [],
        unique_skills: [],
        unique_interests: [],
        common_facets: [],
        candidates: [],
        tested: 0,
        null_model: 'test',
        focus: null,
      }
    );
  }

  @Answers('community.network')
  async network(): Promise<ReplyOf<'community.network'>> {
    const facet = { in_community: 2, cluster: 0 };
    const reply = this.state.replies['community.network'];
    return Promise.resolve(
      reply ?? {
        revision: 1,
        total_active_members: this.state.members.size,
        facets: [
          { key: 'skill:figma', label: 'Figma', ...facet },
          { key: 'interest:tea', label: 'tea', ...facet },
        ],
        links: [
          {
            a: 'skill:figma',
            b: 'interest:tea',
            observed: 2,
            expected: 0.5,
            lift: 4,
            lift_low: 1.3,
            lift_high: 9,
            q_value: 0.01,
          },
        ],
        clusters: [{ topic: null, facets: 2 }],
        null_model: 'test',
      },
    );
  }

  @Answers('community.demand')
  async demand(): Promise<ReplyOf<'community.demand'>> {
    const wish = { key: 'looking_for:welding', label: 'Welding', seekers: 3, givers: 0, both: 0 };
    const reply = this.state.replies['community.demand'];
    return Promise.resolve(
      reply ?? {
        revision: 1,
        total_active_members: this.state.members.size,
        wishes: [{ ...wish, answer: null }],
      },
    );
  }

  @Answers('questions.list')
  async questions({ pattern_id }: RequestOf<'questions.list'>): Promise<ReplyOf<'questions.list'>> {
    const questions = this.state.patterns
      .filter(({ id }) => pattern_id === undefined || id === pattern_id)
      .map((pattern) => ({
        id: pattern.id,
        pattern_id: pattern.id,
        pattern_name: pattern.name,
        text: pattern.question_prompts[0] ?? '',
        related_member_ids: pattern.related_member_ids,
        created_at: pattern.created_at,
      }));
    return Promise.resolve({ questions });
  }
}

@Module({})
class PeerModule {}

/** Stand-in for every service behind the gateway, over a real NATS server. */
export interface Peer {
  state: PeerState;
  publish(progress: RunProgress): Promise<void>;
  close(): Promise<void>;
}

/** Starts a stand-in that answers every subject the gateway requests. */
export async function startPeer(natsUrl: string): Promise<Peer> {
  const state = new PeerState();
  const app: INestApplication = await NestFactory.create(
    {
      module: PeerModule,
      imports: [
        MessagingModule.forRequests(new MessagingOptions({ service: 'stand-in', servers: [natsUrl] })),
      ],
      controllers: [PeerController],
      providers: [{ provide: PeerState, useValue: state }],
    },
    new FastifyAdapter(),
    { logger: ['error', 'fatal'] },
  );
  await app.init();
  await serveMessages(app, false);
  return {
    state,
    async publish(progress) {
      const connection = await app.get(NatsConnectionManager).connected();
      connection.publish(runProgressSubject(progress.run_id), JSON.stringify(progress));
      await connection.flush();
    },
    close: () => app.close(),
  };
}
