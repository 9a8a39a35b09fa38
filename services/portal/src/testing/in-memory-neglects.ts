import { randomUUID } from 'node:crypto';
import type { NeglectView } from '../api/neglect-schemas.ts';
import type { Neglects } from '../api/process-ports.ts';
import { checkVersion, fileOf, found, no, once, type World } from './in-memory-file.ts';

const proposal: NonNullable<NeglectView['proposal']> = {
  consequence: 'NO_BENEFIT',
  days: 7,
  weeks: 0,
  step: 1,
  windowEndsDate: '2027-11-15',
  ruleValidFromDate: '2026-03-01',
  rule: 'sanction',
  because: [{ code: 'FIRST_NEGLECT_OPENS_WINDOW', data: { windowEnds: '2027-11-15' } }],
};

const changeNeglect = (
  world: World,
  known: { readonly clientId: string; readonly neglectId: string; readonly expectedVersion: number },
  edit: (neglect: NeglectView) => Partial<NeglectView>,
): NeglectView => {
  const file = fileOf(world, known.clientId);
  const before = found(
    file.neglects.find((one) => one.neglectId === known.neglectId),
    'NEGLECT_NOT_FOUND',
  );
  checkVersion(before, known.expectedVersion, 'NEGLECT_CHANGED_MEANWHILE');
  const after = { ...before, ...edit(before), version: before.version + 1 };
  file.neglects = file.neglects.map((one) => (one === before ? after : one));
  return after;
};

const acceptableGrounds = ['ILLNESS', 'ACCIDENT', 'WORK_INTERVIEW', 'BEYOND_CONTROL', 'AUTHORITYS_MISTAKE'];

/** Neglects in memory. */
export const neglectsInMemory = (world: World): Neglects => ({
  listNeglects: async (_, { clientId }) => ({ neglects: fileOf(world, clientId).neglects }),
  listNeglectCandidates: async (_, { clientId }) => ({ candidates: fileOf(world, clientId).candidates }),
  recordNeglect: (change, { clientId, candidateId, kind, occurredDate }) =>
    once(world, change, () => {
      const file = fileOf(world, clientId);
      const from = file.candidates.find((one) => one.candidateId === candidateId);
      if (candidateId !== undefined) found(from, 'NEGLECT_CANDIDATE_NOT_FOUND');
      file.candidates = file.candidates.filter((one) => one !== from);
      const what = from ?? { kind: kind ?? '', occurredDate: occurredDate ?? '' };
      const neglectId = randomUUID();
      const made = { neglectId, stage: 'RECORDED', recordedBy: 'staff-0001', version: 1, proposal };
      file.neglects = [{ kind: what.kind, occurredDate: what.occurredDate, ...made }, ...file.neglects];
      return { neglectId, version: 1 };
    }),
  dismissNeglectCandidate: (change, { clientId, candidateId }) =>
    once(world, change, () => {
      const file = fileOf(world, clientId);
      file.candidates = file.candidates.filter((one) => one.candidateId !== candidateId);
      return {};
    }),
  openHearing: (change, { manner, language, ...known }) =>
    once(world, change, () => {
      const hearingId = randomUUID();
      const deadlineDate = '2026-12-08';
      const hearing = { hearingId, openedDate: world.options.today, deadlineDate, manner, language };
      const { version } = changeNeglect(world, known, () => ({ stage: 'HEARING', hearing }));
      return { hearingId, deadlineDate, version };
    }),
  recordHearingAnswer: (change, { explanationCode, explanation = '', ...known }) =>
    once(world, change, () =>
      changeNeglect(world, known, ({ hearing }) => {
        if (!hearing) throw no(409, 'HEARING_NOT_OPENED');
        const answered = { answeredDate: world.options.today, explanationCode, explanation };
        return { stage: 'HEARD', hearing: { ...hearing, ...answered } };
      }),
    ),
  assessReason: (change, { ground, ...known }) =>
    once(world, change, () => {
      const verdict = acceptableGrounds.includes(ground) ? 'ACCEPTABLE' : 'NOT_ACCEPTABLE';
      const { version } = changeNeglect(world, known, ({ stage }) => {
        if (stage !== 'HEARD') throw no(409, 'HEARING_NOT_COMPLETED');
        return { stage: 'ASSESSED', verdict, ground, assessedBy: 'staff-0001' };
      });
      return { verdict, proposal, version };
    }),
});
