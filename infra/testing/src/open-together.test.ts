import { openTogether } from './open-together.ts';

let closed: string[];

beforeEach(() => {
  closed = [];
});

const close = (name: string): void => {
  closed.push(name);
  if (name === 'broken') throw new Error(`${name} does not close`);
};

describe('things that a test opens together', () => {
  it('are closed at the end, last first', async () => {
    const { store, stop } = await openTogether(async (opened) => {
      const store = opened('store', close);
      return { store, server: opened('server', close) };
    });
    expect([store, closed]).toEqual(['store', []]);
    await stop();
    await stop();
    expect(closed).toEqual(['server', 'store']);
  });

  it('are closed at once where a later one can’t be opened, and the test is told why', async () => {
    const opening = openTogether(async (opened) => {
      opened('store', close);
      opened('broken', close);
      throw new Error('no port is free');
    });
    await expect(opening).rejects.toThrow('no port is free');
    expect(closed).toEqual(['broken', 'store']);
  });

  it('are all closed where one of them fails to', async () => {
    const { stop } = await openTogether(async (opened) => {
      opened('store', close);
      return { broken: opened('broken', close) };
    });
    await expect(stop()).rejects.toThrow('not everything was closed');
    expect(closed).toEqual(['broken', 'store']);
  });
});
