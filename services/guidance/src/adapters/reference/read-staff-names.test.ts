import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { somePartyPeople } from '../../testing/in-memory-multi-sector.ts';
import { meriLappiStaffNames, meriLappiTeams } from '../../testing/meri-lappi-teams.ts';
import { readStaffNames } from './read-staff-names.ts';

describe('What staff are called', () => {
  const dir = mkdtempSync(join(tmpdir(), 'tyovayla-names-'));

  afterAll(() => rmSync(dir, { recursive: true, force: true }));

  const fileOf = (name: string, content: object): URL => {
    const file = join(dir, `${name}.json`);
    writeFileSync(file, JSON.stringify(content));
    return pathToFileURL(file);
  };
  const helmi = { staffId: 'staff-0009', displayName: 'Helmi Hyvönen' };
  const read =
    (specialists: readonly object[], people: readonly object[] = [helmi]) =>
    () =>
      readStaffNames(fileOf('teams', { specialists, otherStaff: [] }), fileOf('multi-sector', { people }));

  it('is known in Meri-Lappi of the manager, every specialist, and the people of other parties', () => {
    const ids = [meriLappiTeams.manager, ...meriLappiTeams.specialists.map(({ staffId }) => staffId)];
    const unnamed = [...ids, ...somePartyPeople.keys()].filter((id) => !meriLappiStaffNames.has(id));
    expect(unnamed).toEqual([]);
  });

  it('is read from both files', () => {
    const names = read([{ staffId: 'staff-0001', displayName: 'Kerttu Kemiläinen' }])();
    expect([...names]).toEqual([
      ['staff-0001', 'Kerttu Kemiläinen'],
      ['staff-0009', 'Helmi Hyvönen'],
    ]);
  });

  it('stops the service where somebody has no name, or two', () => {
    expect(read([{ staffId: 'staff-0001' }])).toThrow();
    expect(read([{ ...helmi, displayName: 'Hilma Hyvönen' }])).toThrow('stands twice');
  });
});
