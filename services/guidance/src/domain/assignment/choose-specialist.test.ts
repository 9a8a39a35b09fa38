import { localDate } from '@tyovayla/kernel/local-date';
import fc from 'fast-check';
import { meriLappiTeams } from '../../testing/meri-lappi-teams.ts';
import { segments } from '../client-case/client-case.ts';
import { caseloadOn } from '../rules/caseload.ts';
import { type Assignment, type ClientToAssign, chooseSpecialist, type Staffing } from './choose-specialist.ts';
import { membersOn, type Organisation } from './organisation.ts';

const today = localDate('2026-11-24');
const caseload = caseloadOn(today).params;
const bound = caseload.placeMargin + 1;

const staffed = (loads: ReadonlyMap<string, number> = new Map(), organisation = meriLappiTeams): Staffing => ({
  organisation,
  loads,
  caseload,
  today,
});

const kemi: ClientToAssign = { municipalityCode: '240', foreignCitizen: false };

type Arrived = { readonly loads: Map<string, number>; readonly teamsOnly: number };

const arrive = (clients: Iterable<ClientToAssign>, organisation: Organisation = meriLappiTeams): Arrived => {
  const loads = new Map<string, number>();
  let teamsOnly = 0;
  for (const client of clients) {
    const staffId = chooseSpecialist(client, staffed(loads, organisation))?.specialistId;
    if (staffId === undefined) teamsOnly += 1;
    else loads.set(staffId, (loads.get(staffId) ?? 0) + 1);
  }
  return { loads, teamsOnly };
};

const spreadOf = (teamId: string, loads: ReadonlyMap<string, number>): number => {
  const counts = membersOn(meriLappiTeams, teamId, today).map(({ staffId }) => loads.get(staffId) ?? 0);
  return Math.max(...counts) - Math.min(...counts);
};

const municipalities = ['240', '241', '751', '845', '851', '976'];

const anyClient: fc.Arbitrary<ClientToAssign> = fc.record(
  {
    municipalityCode: fc.constantFrom(...municipalities),
    foreignCitizen: fc.boolean(),
    segment: fc.constantFrom(...segments),
  },
  { requiredKeys: ['municipalityCode', 'foreignCitizen'] },
) as fc.Arbitrary<ClientToAssign>;

// Seed, table 1: all job seekers and foreigners by municipality.
const seed = [
  ['240', 2112, 141],
  ['241', 518, 5],
  ['751', 216, 2],
  ['845', 233, 6],
  ['851', 1479, 47],
  ['976', 321, 9],
] as const;

const seedClients = (): ClientToAssign[] =>
  seed.flatMap(([municipalityCode, all, foreign]) =>
    Array.from({ length: all }, (_, index) => ({ municipalityCode, foreignCitizen: index < foreign })),
  );

/** Every seventh first, then those after them, and so on. */
const mixed = (clients: readonly ClientToAssign[]): readonly ClientToAssign[] =>
  Array.from({ length: 7 }, (_, start) => clients.filter((__, index) => index % 7 === start)).flat();

describe('who gets a new client', () => {
  it('is a specialist of the client’s own municipality, by staff id where loads are equal', () => {
    expect(chooseSpecialist(kemi, staffed())).toEqual({ teamId: 'employer-services', specialistId: 'staff-0001' });
  });

  it.each([
    ['00', 'employer-services'],
    ['01', 'employer-services'],
    ['02', 'skills'],
    ['03', 'multi-sector'],
    ['04', 'employer-services'],
    ['05', 'multi-sector'],
  ] as const)('is of the team whose work the segment is: %s, %s', (segment, teamId) => {
    expect(chooseSpecialist({ ...kemi, segment }, staffed())).toMatchObject({ teamId });
  });

  it('is of the immigration team for a foreigner, whatever the segment', () => {
    const foreigner = { ...kemi, foreignCitizen: true, segment: '02' } as const;
    expect(chooseSpecialist(foreigner, staffed())).toMatchObject({ teamId: 'immigration' });
  });

  it('is of the other service area where nobody near is within the margin', () => {
    const north = meriLappiTeams.serviceAreas[0]?.municipalities ?? [];
    const loads = new Map(
      meriLappiTeams.specialists.map(({ staffId, municipality }) => [staffId, north.includes(municipality) ? 10 : 14]),
    );
    const chosen = chooseSpecialist(kemi, staffed(loads))?.specialistId;
    const office = meriLappiTeams.specialists.find(({ staffId }) => staffId === chosen)?.municipality;
    expect(north).toContain(office);
  });

  it('is nobody who left, and nobody who has not begun', () => {
    const gone = meriLappiTeams.specialists.map((one) =>
      one.staffId === 'staff-0001' ? { ...one, worksTo: localDate('2026-11-23') } : one,
    );
    const staffing = staffed(new Map(), { ...meriLappiTeams, specialists: gone });
    expect(chooseSpecialist(kemi, staffing)?.specialistId).not.toBe('staff-0001');
    const later = meriLappiTeams.specialists.map((one) => ({ ...one, worksFrom: localDate('2026-11-25') }));
    const nobody: Assignment | undefined = chooseSpecialist(
      kemi,
      staffed(new Map(), { ...meriLappiTeams, specialists: later }),
    );
    expect(nobody).toEqual({ teamId: 'employer-services' });
  });

  it('is a general team’s specialist where the immigration team has no room, and only the team where nobody has', () => {
    const immigrationFull = new Map(
      membersOn(meriLappiTeams, 'immigration', today).map(({ staffId }) => [staffId, caseload.most]),
    );
    const foreigner = { ...kemi, foreignCitizen: true };
    expect(chooseSpecialist(foreigner, staffed(immigrationFull))?.specialistId).toBe('staff-0001');
    const allFull = new Map(meriLappiTeams.specialists.map(({ staffId }) => [staffId, caseload.most]));
    expect(chooseSpecialist(foreigner, staffed(allFull))).toEqual({ teamId: 'immigration' });
  });
});

// Issue 3: "caseloads are balanced within teams"; seed, chapter 3: at most 120 clients a specialist.
describe('how even the load of a team is', () => {
  it('never differs by more than the margin and one, in whatever order clients come', () => {
    fc.assert(
      fc.property(fc.array(anyClient, { maxLength: 600, size: 'max' }), (clients) => {
        const { loads } = arrive(clients);
        for (const { id } of meriLappiTeams.teams) expect(spreadOf(id, loads)).toBeLessThanOrEqual(bound);
      }),
      { numRuns: 30 },
    );
  });

  it.each([
    ['municipality after municipality', seedClients()],
    ['in another order', seedClients().toReversed()],
    ['mixed', mixed(seedClients())],
  ])('leaves the seed’s 4 879 clients below the warning level: %s', (_, clients) => {
    const { loads, teamsOnly } = arrive(clients);
    expect(teamsOnly).toBe(0);
    expect([...loads.values()].reduce((sum, count) => sum + count, 0)).toBe(4879);
    expect(Math.max(...loads.values())).toBeLessThan(caseload.warningFrom);
    for (const { id } of meriLappiTeams.teams) expect(spreadOf(id, loads)).toBeLessThanOrEqual(bound);
  });

  it('stops at the most clients a specialist should have', () => {
    const { loads, teamsOnly } = arrive(Array.from({ length: 6000 }, () => kemi));
    expect(Math.max(...loads.values())).toBe(caseload.most);
    expect(teamsOnly).toBe(6000 - 44 * caseload.most);
  });
});
