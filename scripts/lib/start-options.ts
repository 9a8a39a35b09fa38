import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { helsinkiDate, type LocalDate, parseLocalDate } from '@tyovayla/kernel/local-date';
import { projectRoot } from '@tyovayla/testing/project-root';

export type StartOptions = {
  readonly stateDir: string;
  readonly fresh: boolean;
  readonly anyPorts: boolean;
  /** The area's today. */
  readonly today: LocalDate;
  /** How many times the seed's population is registered; 0 for nobody. */
  readonly scale: number;
};

/** Reads the arguments of `npm start`. Throws, in words for the person who typed them, where they make no sense. */
export const readStartOptions = (args: readonly string[]): StartOptions => {
  const { values } = parseArgs({
    args: [...args],
    options: {
      fresh: { type: 'boolean', default: false },
      'as-of': { type: 'string' },
      'no-population': { type: 'boolean', default: false },
      scale: { type: 'string', default: '1' },
      state: { type: 'string', default: '.local' },
      'any-ports': { type: 'boolean', default: false },
    },
  });
  const asOf = values['as-of'];
  const today = asOf === undefined ? helsinkiDate(new Date()) : parseLocalDate(asOf);
  if (today === undefined) throw new Error(`--as-of ${asOf}: not a date like 2026-10-01`);
  const scale = Number(values.scale);
  if (!Number.isInteger(scale) || scale < 1) throw new Error(`--scale ${values.scale}: not a whole number from 1`);
  return {
    stateDir: resolve(projectRoot, values.state),
    fresh: values.fresh,
    anyPorts: values['any-ports'],
    today,
    scale: values['no-population'] ? 0 : scale,
  };
};
