import { localDate } from '@tyovayla/kernel/local-date';
import { aClientCase, aJobSearch, anEndedCase, aProtectedCase } from '../../testing/builders.ts';
import { meriLappiTeams } from '../../testing/meri-lappi-teams.ts';
import type { ClientCase } from '../client-case/client-case.ts';
import { caseloadOn } from '../rules/caseload.ts';
import type { Staffing } from './choose-specialist.ts';
import { settleAssignment } from './settle-assignment.ts';

const today = localDate('2026-02-02');

const staffing = (loads: ReadonlyMap<string, number> = new Map()): Staffing => ({
  organisation: meriLappiTeams,
  loads,
  caseload: caseloadOn(today).params,
  today,
});

const settle = (before: ClientCase | undefined, after: ClientCase, foreignCitizen = false) =>
  settleAssignment({ before, after, foreignCitizen }, staffing());

const unassigned = ({ specialistId: _specialist, teamId: _team, ...rest }: ClientCase): ClientCase => rest;

/** Aino of Kemi, Kerttu's client; and she under a protection order. */
const aino = aClientCase({ teamId: 'employer-services' });
const { municipalityCode: _withheld, ...hidden } = aino;
const protectedAino: ClientCase = { ...hidden, handlerId: 'staff-0004' };

describe('who serves a client after news of them', () => {
  it('is the specialist with room when a job search starts', () => {
    expect(settle(undefined, unassigned(aino))).toEqual({
      nextCase: { ...unassigned(aino), teamId: 'employer-services', specialistId: 'staff-0001' },
      facts: [{ kind: 'SpecialistAssigned', teamId: 'employer-services', staffId: 'staff-0001', by: 'PROGRAM' }],
      load: { gains: 'staff-0001' },
    });
    expect(settle(undefined, unassigned(aino), true).nextCase.teamId).toBe('immigration');
  });

  it('is the team alone where nobody in it has room', () => {
    const full = new Map(meriLappiTeams.specialists.map(({ staffId }) => [staffId, 120]));
    const after = unassigned(aino);
    const settled = settleAssignment({ before: undefined, after, foreignCitizen: false }, staffing(full));
    expect(settled.facts).toEqual([{ kind: 'SpecialistAssigned', teamId: 'employer-services', by: 'PROGRAM' }]);
    expect([settled.nextCase.specialistId, settled.load]).toEqual([undefined, {}]);
  });

  it('is nobody when the job search has ended; the team finishes what is left', () => {
    const { jobSearch: _ended, ...after } = aino;
    const settled = settle(aino, after);
    expect(settled.facts).toEqual([{ kind: 'SpecialistReleased', staffId: 'staff-0001' }]);
    expect([settled.nextCase.specialistId, settled.nextCase.teamId]).toEqual([undefined, 'employer-services']);
    expect(settled.load).toEqual({ loses: 'staff-0001' });
    expect(settle(anEndedCase(), unassigned(anEndedCase())).facts).toEqual([]);
  });

  it('is no longer the handler when an order is lifted and no job search runs, and others are told', () => {
    const { jobSearch: _search, ...ended } = aino;
    const { municipalityCode: _place, ...withheld } = ended;
    const before: ClientCase = { ...withheld, handlerId: 'staff-0004', specialistId: 'staff-0004' };
    const settled = settle(before, { ...ended, specialistId: 'staff-0004' });
    expect(settled.facts).toEqual([{ kind: 'SpecialistReleased', staffId: 'staff-0004' }]);
    expect(settled.nextCase.specialistId).toBeUndefined();
  });

  it('is the assigned handler alone under a protection order, who is in no figure', () => {
    const settled = settle(aino, protectedAino);
    expect(settled.nextCase).toEqual({ ...unassigned(protectedAino), specialistId: 'staff-0004' });
    expect(settled.facts).toEqual([{ kind: 'SpecialistAssigned', staffId: 'staff-0004', by: 'PROGRAM' }]);
    expect(settled.load).toEqual({ loses: 'staff-0001' });
    const other = settle(settled.nextCase, { ...settled.nextCase, handlerId: 'staff-0014' });
    expect([other.nextCase.specialistId, other.load]).toEqual(['staff-0014', {}]);
  });

  it('is nobody where the municipality is withheld and no handler is known', () => {
    const settled = settle(aino, hidden);
    expect([settled.nextCase.specialistId, settled.nextCase.teamId]).toEqual([undefined, undefined]);
    expect([settled.facts, settled.load]).toEqual([[], { loses: 'staff-0001' }]);
  });

  it('is a specialist with room again when the municipality is told again', () => {
    const before = aProtectedCase({ specialistId: 'staff-0004' });
    const { handlerId: _handler, ...after } = before;
    const settled = settle(before, { ...after, municipalityCode: '851' });
    expect(settled.load).toEqual({ gains: settled.nextCase.specialistId });
    expect(settled.nextCase.specialistId).not.toBe('staff-0004');
  });

  it('stays, with a proposal, after a move to where the specialist has no office', () => {
    const settled = settle(aino, { ...aino, municipalityCode: '851' });
    expect(settled.nextCase.specialistId).toBe('staff-0001');
    expect(settled.facts).toEqual([
      { kind: 'HandOverProposed', fromStaffId: 'staff-0001', toStaffId: settled.proposedTo },
    ]);
    const proposed = meriLappiTeams.specialists.find(({ staffId }) => staffId === settled.proposedTo);
    expect([proposed?.municipality, settled.load]).toEqual(['851', {}]);
  });

  it('stays without a proposal after a move to the specialist’s own office', () => {
    const before = { ...aino, municipalityCode: '851' };
    expect(settle(before, aino)).toEqual({ nextCase: aino, facts: [], load: {} });
  });

  it('stays without a proposal where nobody who works nearer has room', () => {
    const north = meriLappiTeams.specialists.filter(({ municipality }) => ['851', '976'].includes(municipality));
    const full = staffing(new Map(north.map(({ staffId }) => [staffId, 120])));
    const after = { ...aino, municipalityCode: '851' };
    expect(settleAssignment({ before: aino, after, foreignCitizen: false }, full)).toEqual({
      nextCase: after,
      facts: [],
      load: {},
    });
  });

  it('stays when nothing of it changed', () => {
    const after = { ...aino, jobSearch: aJobSearch({ statusCode: '03' }) };
    expect(settle(aino, after)).toEqual({ nextCase: after, facts: [], load: {} });
  });
});
