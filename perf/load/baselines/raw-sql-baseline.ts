import { fastify } from 'fastify';
import pg from 'pg';

/**
 * Lower bound for `GET /patterns`: a Fastify route that reads the rows from PostgreSQL and writes them as JSON.
 * `load:patterns` compares the gateway with it.
 */
const pool = new pg.Pool({ connectionString: process.env['DATABASE_URL'], max: 20 });
const server = fastify();

server.get('/patterns', async () => {
  const { rows } = await pool.query<Record<string, unknown>>(
    `select id, name, description, category, member_count, related_member_ids, evidence, question_prompts, is_active,
       created_at, updated_at, version, 'new' as state, pinned, analyst, run_id
     from pattern_finder.pattern where is_active order by member_count desc, id`,
  );
  return rows;
});

await server.listen({ host: '127.0.0.1', port: Number(process.env['PORT']) });
