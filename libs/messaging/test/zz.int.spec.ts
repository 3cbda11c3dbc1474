import { it } from '@jest/globals';
import { Controller } from '@nestjs/common';
import { createTestDatabase, startTestNats, waitFor } from '@warren/testing';
import { Answers, Consumes } from '../src/index.ts';
import { createService, makeTables, savePatterns, startService } from './support.ts';
let heard: number[] = [];
@Controller()
class Listener {
  @Consumes('pattern.saved') async saved({ pattern_id }: any): Promise<void> { heard.push(pattern_id); }
  @Answers('questions.list') async list(): Promise<any> { return { questions: [] }; }
}
it.each(Array.from({ length: 25 }, (_, i) => i))('x %d', async () => {
  heard = [];
  const nats = await startTestNats(); const database = await createTestDatabase();
  const setUp = await createService({ nats: nats.url, database: database.url });
  await makeTables(setUp); await setUp.close();
  const lines: string[] = []; const done: string[] = [];
  const t = setTimeout(() => process.stderr.write(JSON.stringify({ done, lines }, null, 1)), 8000);
  const services = await Promise.all(['a', 'b', 'c', 'd'].map(async (service) => {
    const s = await startService({ nats: nats.url, database: database.url, service, times: { pollMs: 100, concurrency: 2 }, lines, controllers: [Listener] });
    done.push(service); return s;
  }));
  await savePatterns(services[0]!, 1);
  await waitFor(() => heard.length === 4, { describe: 'each' });
  await Promise.all(services.map((s) => s.close()));
  clearTimeout(t);
  await nats.stop(); await database.drop();
}, 12000);
