import { Migration } from '@mikro-orm/migrations';

/** Introductions that an analyst proposes: on members' own words, with a sentence of why, some of them held. */
export class Migration20261201170000_introductions_in_words extends Migration {
  override up(): void {
    this.addSql(`alter table introduction
      add column proposed_by text not null default 'needs',
      add column need_words json,
      add column offer_words json,
      add column why text,
      add column held_at timestamptz,
      add column hold_reasons json not null default '[]',
      alter column need drop not null,
      alter column need_label drop not null,
      alter column offer drop not null,
      alter column offer_label drop not null,
      alter column seekers drop not null,
      alter column givers drop not null`);
    this.addSql(`create unique index introduction_of_words
      on introduction (seeker_id, giver_id, md5(need_words ->> 'quote')) where need is null`);
    this.addSql('drop index introduction_order');
    this.addSql(
      'create index introduction_order on introduction ((givers::double precision / seekers) nulls first, id)',
    );
    this.addSql(`alter table run
      add column proposed_introductions integer not null default 0,
      add column held_introductions integer not null default 0`);
  }

  override down(): void {
    this.addSql('alter table run drop column held_introductions, drop column proposed_introductions');
    this.addSql(`delete from introduction where proposed_by <> 'needs'`);
    this.addSql('drop index introduction_order, introduction_of_words');
    this.addSql(`alter table introduction
      drop column proposed_by, drop column need_words, drop column offer_words, drop column why,
      drop column held_at, drop column hold_reasons,
      alter column need set not null,
      alter column need_label set not null,
      alter column offer set not null,
      alter column offer_label set not null,
      alter column seekers set not null,
      alter column givers set not null`);
    this.addSql('create index introduction_order on introduction ((givers::double precision / seekers), id)');
  }
}
