import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import { headers } from '@nats-io/transport-node';
import { actorHeader } from '@warren/contracts';
import { actorInHeader, actorOf, currentActor, enterActor, withActor } from './actor.ts';

const ada = { id: 'https://id.example/ada', kind: 'person', role: 'operator' } as const;
const local = { id: 'local', kind: 'local', role: 'admin' } as const;

function received(value: string) {
  const head = headers();
  head.set(actorHeader, value);
  return actorOf(head);
}

describe('the actor of the current work', () => {
  it('is nobody outside of any, and the given one within', async () => {
    expect(currentActor()).toBeUndefined();
    const seen = await withActor(ada, async () => {
      await setImmediate();
      return currentActor();
    });
    expect(seen).toEqual(ada);
    expect(currentActor()).toBeUndefined();
  });

  it('is the one entered later, also for what had begun before and where that was awaited', async () => {
    const seen = await withActor(local, async () => {
      const later = setImmediate().then(currentActor);
      await (async () => {
        await setImmediate();
        enterActor(ada);
      })();
      return [currentActor(), await later];
    });
    expect(seen[0]).toEqual(ada);
  });

  it('changes no other work', async () => {
    const [one, other] = await Promise.all([
      withActor(local, async () => {
        enterActor(ada);
        await setImmediate();
        return currentActor();
      }),
      withActor(local, async () => {
        await setImmediate();
        return currentActor();
      }),
    ]);
    expect([one, other]).toEqual([ada, local]);
  });

  it('cannot be entered where nothing has begun', () => {
    expect(() => enterActor(ada)).toThrow(/outside/);
  });
});

describe('the header of an actor', () => {
  it.each(['https://id.example/ada', 'Zoë 名前 😀', 'a"b\\c', 'line\r\nother: header'])(
    'is ASCII in one line and brings back %j',
    (id) => {
      const written = actorInHeader({ ...ada, id });
      expect(written).toMatch(/^[\x20-\x7e]+$/);
      expect(received(written)).toEqual({ ...ada, id });
    },
  );

  it('leaves out the name', () => {
    expect(actorInHeader({ ...ada, ...{ name: 'Ada' } })).not.toContain('Ada');
  });

  it.each(['', '{', 'null', '"ada"', '{"id":"ada"}', '{"id":"ada","kind":"king","role":null}', '{"id":""}'])(
    'is unknown where it reads %j',
    (value) => {
      expect(received(value)).toEqual({ id: 'unknown', kind: 'unknown', role: null });
    },
  );

  it('is unknown where there is none', () => {
    expect(actorOf(undefined)).toEqual({ id: 'unknown', kind: 'unknown', role: null });
  });
});
