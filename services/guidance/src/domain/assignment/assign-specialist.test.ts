import { localDate } from '@tyovayla/kernel/local-date';
import { aClientCase, anEndedCase, aProtectedCase } from '../../testing/builders.ts';
import { meriLappiTeams } from '../../testing/meri-lappi-teams.ts';
import { assignSpecialist } from './assign-specialist.ts';
import { declineHandOver } from './decline-hand-over.ts';
import { handOverCase } from './hand-over-case.ts';
import type { TakeOver } from './take-over.ts';

const today = localDate('2026-02-02');
const kerttu = { staffId: 'staff-0001', leads: 'NOTHING' } as const;
const topi = { staffId: 'staff-0002', leads: 'NOTHING' } as const;
const paula = { staffId: 'staff-0003', leads: 'SERVICE' } as const;

const asked = (about: Partial<TakeOver> = {}): TakeOver => ({
  staffId: 'staff-0101',
  clients: 100,
  writtenGround: '',
  by: paula,
  today,
  organisation: meriLappiTeams,
  ...about,
});

/** Aino, a client of the employer services' team and of Kerttu. */
const aino = aClientCase({ teamId: 'employer-services' });

const refusalOf = (decision: { readonly ok: boolean; readonly refusal?: { readonly code: string } }): string =>
  decision.ok ? 'not refused' : (decision.refusal?.code ?? '');

// Seed, chapters 2 and 3: teams, substitution within them, at most 120 clients a specialist.
describe('assigning a specialist by hand', () => {
  it('gives the client to the specialist and the specialist’s team, and tells the load', () => {
    const decision = assignSpecialist(aino, asked({ staffId: 'staff-0002' }));
    expect(decision).toMatchObject({
      ok: true,
      value: {
        nextCase: { teamId: 'multi-sector', specialistId: 'staff-0002' },
        facts: [{ kind: 'SpecialistAssigned', teamId: 'multi-sector', staffId: 'staff-0002', by: 'PERSON' }],
        load: { clients: 101, most: 120, warning: false },
      },
    });
  });

  it.each([
    [108, 109, false],
    [109, 110, true],
    [119, 120, true],
  ])('warns from the 110th client on: with %i before, %i after', (clients, after, warning) => {
    expect(assignSpecialist(aino, asked({ clients }))).toMatchObject({ value: { load: { clients: after, warning } } });
  });

  it('gives nobody a 121st client, but where a service manager writes why', () => {
    const full = asked({ clients: 120 });
    expect(refusalOf(assignSpecialist(aino, full))).toBe('CASELOAD_FULL');
    const written = { ...full, writtenGround: 'Ainoa saamenkielinen asiantuntija' };
    expect(refusalOf(assignSpecialist(aino, { ...written, by: kerttu }))).toBe('CASELOAD_FULL');
    expect(assignSpecialist(aino, written)).toMatchObject({
      value: { facts: [{ by: 'PERSON_OVER_MOST' }], load: { clients: 121, warning: true } },
    });
  });

  it('is a team’s own business within the team, and a service manager’s everywhere', () => {
    expect(assignSpecialist(aino, asked({ by: kerttu })).ok).toBe(true);
    expect(refusalOf(assignSpecialist(aino, asked({ by: kerttu, staffId: 'staff-0002' })))).toBe(
      'ANOTHER_TEAMS_CLIENT',
    );
    expect(refusalOf(assignSpecialist(aino, asked({ by: topi })))).toBe('ANOTHER_TEAMS_CLIENT');
  });

  it.each([
    ['a protected client', aProtectedCase(), {}, 'HANDLER_SERVES_CLIENT'],
    ['someone whose job search has ended', anEndedCase(), {}, 'JOB_SEARCH_NOT_RUNNING'],
    ['the specialist who has the client', aino, { staffId: 'staff-0001' }, 'CLIENT_ASSIGNED_ALREADY'],
    ['somebody unknown', aino, { staffId: 'staff-9999' }, 'SPECIALIST_NOT_AT_WORK'],
    ['somebody who has not begun', aino, { today: localDate('2024-12-31') }, 'SPECIALIST_NOT_AT_WORK'],
  ])('is refused for %s', (_, clientCase, about, code) => {
    expect(refusalOf(assignSpecialist(clientCase, asked(about)))).toBe(code);
  });
});

describe('handing a case over', () => {
  const handOver = (about: Partial<TakeOver & { fromStaffId: string }> = {}) =>
    handOverCase(aino, {
      ...asked({ by: kerttu, staffId: 'staff-0002' }),
      fromStaffId: 'staff-0001',
      reason: 'NEED_CHANGED',
      openTasks: 3,
      ...about,
    });

  it('brings the client to a specialist of any team, with what is open', () => {
    expect(handOver()).toMatchObject({
      value: {
        nextCase: { teamId: 'multi-sector', specialistId: 'staff-0002' },
        facts: [
          { kind: 'CaseHandedOver', fromStaffId: 'staff-0001', toStaffId: 'staff-0002', openTasks: 3, by: 'PERSON' },
        ],
      },
    });
  });

  it('is refused where another specialist has the client by now, and to who doesn’t work in the client’s team', () => {
    expect(refusalOf(handOver({ fromStaffId: 'staff-0101' }))).toBe('SPECIALIST_CHANGED_MEANWHILE');
    expect(refusalOf(handOver({ by: topi }))).toBe('ANOTHER_TEAMS_CLIENT');
  });

  it('that was proposed is declined by the client’s team', () => {
    const decline = (proposedTo: string | undefined, by: TakeOver['by'] = kerttu) =>
      declineHandOver(aino, { proposedTo, by, today, organisation: meriLappiTeams });
    expect(decline('staff-0002')).toEqual({ ok: true, value: [{ kind: 'HandOverDeclined', staffId: 'staff-0001' }] });
    expect(refusalOf(decline(undefined))).toBe('NO_HAND_OVER_PROPOSED');
    expect(refusalOf(decline('staff-0002', topi))).toBe('ANOTHER_TEAMS_CLIENT');
  });
});
