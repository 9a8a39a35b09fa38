import { useEffect, useRef, useState } from 'react';
import type { PictureView } from '../lib/api-types.ts';

export type LiveState = 'connecting' | 'live' | 'interrupted';

/** One figure that changed: which, and what it is now. */
export type Change = { readonly row: string; readonly area: string; readonly value: number };

export type LivePicture = {
  readonly picture: PictureView | undefined;
  readonly state: LiveState;
  /** Figures that the last message changed, the first being what happened, the others what follows from it. */
  readonly changes: readonly Change[];
  /** When the last change came; undefined before the first. */
  readonly changedAt: Date | undefined;
  /** The service's reason where it will not show the picture. */
  readonly refused: string | undefined;
};

const valuesOf = (picture: PictureView): ReadonlyMap<string, number> =>
  new Map(
    picture.rows.flatMap(({ row, cells }) =>
      cells.flatMap((cell) =>
        cell.value === undefined ? [] : [[`${row} ${cell.municipalityCode}`, cell.value] as const],
      ),
    ),
  );

/** The figures that differ between two pictures of the same day. */
export const changesBetween = (before: PictureView | undefined, after: PictureView): readonly Change[] => {
  if (!before || before.dayDate !== after.dayDate) return [];
  const old = valuesOf(before);
  return [...valuesOf(after)].flatMap(([key, value]) => {
    const [row = '', area = ''] = key.split(' ');
    return old.get(key) === value ? [] : [{ row, area, value }];
  });
};

const nothing: LivePicture = {
  picture: undefined,
  state: 'connecting',
  changes: [],
  changedAt: undefined,
  refused: undefined,
};

const isNewer = (before: PictureView | undefined, after: PictureView): boolean =>
  !before || before.dayDate !== after.dayDate || BigInt(after.position) >= BigInt(before.position);

const next = (before: LivePicture, picture: PictureView): LivePicture => {
  if (!isNewer(before.picture, picture)) return { ...before, state: 'live' };
  const changes = changesBetween(before.picture, picture);
  if (changes.length === 0) return { ...before, picture, state: 'live' };
  return { picture, state: 'live', changes, changedAt: new Date(), refused: undefined };
};

/** The picture of a day, kept as it is now. An empty day is today; undefined watches nothing. */
export const useLivePicture = (day: string | undefined): LivePicture => {
  const [live, setLive] = useState(nothing);
  const source = useRef<EventSource>(undefined);
  useEffect(() => {
    setLive(nothing);
    if (day === undefined) return;
    const opened = new EventSource(`/api/situation-picture/live${day === '' ? '' : `?day=${day}`}`);
    source.current = opened;
    opened.addEventListener('picture', (message) => {
      const picture = JSON.parse(message.data as string) as PictureView;
      setLive((before) => next(before, picture));
    });
    const interrupted = (): void => setLive((before) => ({ ...before, state: 'interrupted' }));
    opened.addEventListener('interrupted', interrupted);
    opened.addEventListener('refused', (message) => {
      const { reason, status } = JSON.parse(message.data as string) as { reason: string; status: number };
      opened.close();
      if (status === 401) window.dispatchEvent(new Event('tyovayla:signed-out'));
      setLive((before) => ({ ...before, refused: reason }));
    });
    opened.addEventListener('error', () => {
      interrupted();
      // A closed source does not try again: the session has ended, or the portal refuses.
      if (opened.readyState === EventSource.CLOSED) fetch('/api/me').then(noticeSignOut, () => undefined);
    });
    return () => opened.close();
  }, [day]);
  return live;
};

const noticeSignOut = async (response: Response): Promise<void> => {
  const { signedIn } = (await response.json()) as { signedIn: boolean };
  if (!signedIn) window.dispatchEvent(new Event('tyovayla:signed-out'));
};
