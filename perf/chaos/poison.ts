import type pg from 'pg';

/** Creates a trigger that fails every tool call of a poisoned run. */
export async function createPoisonTrigger(client: pg.Client): Promise<void> {
  await client.query(`
    create table chaos.poison (run_id integer primary key);
    create function chaos.poisoned() returns trigger language plpgsql security definer as $$
    begin
      if exists (select from chaos.poison where run_id = new.run_id) then
        raise exception 'the run is poisoned';
      end if;
      return new;
    end $$;
    create trigger poison before insert on pattern_finder.run_tool_result
      for each row execute function chaos.poisoned()`);
}

/** Poisons the run with the least progress. @returns whether there was one */
export async function poison(client: pg.Client): Promise<boolean> {
  const poisoned = await client.query(
    `insert into chaos.poison select id from pattern_finder.run
      where status in ('queued', 'running', 'paused') and turns < 2 order by turns, id desc limit 1
      on conflict do nothing`,
  );
  return poisoned.rowCount === 1;
}

/** Lets poisoned runs succeed from now on. */
export async function removePoison(client: pg.Client): Promise<void> {
  await client.query('delete from chaos.poison');
}
