import { Migration } from '@mikro-orm/migrations';

/** Uncertain usage of runs, their working time, kinds of rejections, and erasures. */
export class Migration20261124000000_limits extends Migration {
  override up(): void {
    this.addSql(`alter table run
      add column uncertain_input_tokens integer not null default 0,
      add column uncertain_output_tokens integer not null default 0,
      add column uncertain_usd double precision not null default 0,
      add column worked_ms integer not null default 0,
      add column at_replay json not null
        default '{"turns":0,"inputTokens":0,"outputTokens":0,"workedMs":0}'`);
    this.addSql(`update run set at_replay =
      json_build_object('turns', turns_at_replay, 'inputTokens', 0, 'outputTokens', 0, 'workedMs', 0)`);
    this.addSql('alter table run drop column turns_at_replay');
    this.addSql(`update run set rejected = (
      select json_agg(jsonb_build_object('kind', 'other', 'ground', null) || refusal::jsonb)
      from json_array_elements(rejected) as refusal)
      where json_array_length(rejected) > 0`);
    this.addSql('create unique index run_tool_result_call on run_tool_result (run_id, tool_use_id)');
    this.addSql(`create table erasure (
      singleton boolean primary key default true check (singleton),
      epoch integer not null)`);
    this.addSql('insert into erasure (epoch) values (0)');
    this.addSql(`create table erased_member (
      member_id integer primary key,
      epoch integer not null,
      at timestamptz not null)`);
  }
}
