import { createPictureChanges } from './picture-changes.ts';

const anHour = 3_600_000;

describe('notices of counted facts', () => {
  it('reach everybody who watches, once', async () => {
    const changes = createPictureChanges();
    const { signal } = new AbortController();
    const heard: string[] = [];
    const watchers = ['Aino', 'Veikko'].map((name) => changes.next(signal, anHour).then(() => heard.push(name)));
    changes.notify();
    await Promise.all(watchers);
    changes.notify();
    expect(heard.toSorted()).toEqual(['Aino', 'Veikko']);
  });

  it('are not waited for longer than asked', async () => {
    const changes = createPictureChanges();
    await expect(changes.next(new AbortController().signal, 1)).resolves.toBeUndefined();
  });

  it('are not waited for by those who have left', async () => {
    const changes = createPictureChanges();
    const leaving = new AbortController();
    const waiting = changes.next(leaving.signal, anHour);
    leaving.abort();
    await expect(waiting).resolves.toBeUndefined();
    await expect(changes.next(leaving.signal, anHour)).resolves.toBeUndefined();
  });
});
