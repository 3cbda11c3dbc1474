import type pg from 'pg';

/** Lays a trigger by which no tool call of a poisoned run can be carried out: an error of the run's own, each time. */
export async function layPoison(client: pg.Client): Promise<void> {
  await client.query(`
    create table chaos.poison (run_id integer primary key);
    create function chaos.poisoned() returns trigger language plpgsql as $$
    begin
      if exists (select from chaos.poison where run_id = new.run_id) then
        raise exception 'the run is poisoned';
      end if;
      return new;
    end $$;
    create trigger poison before insert on pattern_finder.run_tool_result
      for each row execute function chaos.poisoned()`);
}

/** Poisons the run that has got least far. @returns whether there was one */
export async function poison(client: pg.Client): Promise<boolean> {
  const poisoned = await client.query(
    `insert into chaos.poison select id from pattern_finder.run
      where status in ('queued', 'running', 'paused') and turns < 2 order by turns, id desc limit 1
      on conflict do nothing`,
  );
  return poisoned.rowCount === 1;
}

/** What was poisoned can be carried out from now on. */
export async function cure(client: pg.Client): Promise<void> {
  await client.query('delete from chaos.poison');
}
