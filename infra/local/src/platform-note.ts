import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startOf } from '@tyovayla/testing/owned-process';
import type { LocalPorts } from './local-ports.ts';

/** What a running platform leaves in its state folder, for the scripts that work on it. */
export type PlatformNote = {
  /** The process that looks after it, and when that started. */
  readonly pid: number;
  readonly startedAt: string;
  readonly area: string;
  readonly portalUrl: string;
  readonly issuer: string;
  readonly ports: LocalPorts;
  /** The area's today when it was started (YYYY-MM-DD), and the shift of its clock from real time. */
  readonly today: string;
  readonly clockOffsetMs: number;
};

const fileIn = (stateDir: string): string => join(stateDir, 'platform.json');

export const writePlatformNote = (stateDir: string, note: Omit<PlatformNote, 'pid' | 'startedAt'>): void => {
  const own = { pid: process.pid, startedAt: startOf(process.pid) ?? '' };
  writeFileSync(fileIn(stateDir), `${JSON.stringify({ ...own, ...note }, undefined, 2)}\n`);
};

/** The platform that runs from this folder now; undefined where none does, also after a crash of the last one. */
export const runningPlatform = (stateDir: string): PlatformNote | undefined => {
  if (!existsSync(fileIn(stateDir))) return undefined;
  const note = JSON.parse(readFileSync(fileIn(stateDir), 'utf8')) as PlatformNote;
  return startOf(note.pid) === note.startedAt ? note : undefined;
};

export const removePlatformNote = (stateDir: string): void => rmSync(fileIn(stateDir), { force: true });
