import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { projectRoot } from '@tyovayla/testing/project-root';
import { readObligationArea } from './read-obligation-area.ts';

const ours = pathToFileURL(join(projectRoot, 'services/guidance/reference/meri-lappi/obligation-adaptations.json'));

const adaptation = {
  adaptationId: 'one',
  municipalityCode: '751',
  occupationPrefix: '23',
  maxPerMonth: 2,
  reason: 'Few posts',
  validFrom: '2026-01-01',
  decidedBy: 'the area',
};

const settings = {
  partlyLaidOff: { count: 1, perMonths: 3 },
  student: { count: 3, perMonths: 3 },
  layoffDiscussion: 'DURING_LAYOFF',
};

describe('what an area has set for the job-search obligation', () => {
  const dir = mkdtempSync(join(tmpdir(), 'tyovayla-area-'));

  afterAll(() => rmSync(dir, { recursive: true, force: true }));

  const read = (about: object) => {
    const file = join(dir, 'area.json');
    writeFileSync(file, JSON.stringify({ area: 'x', source: 'y', settings, adaptations: [], ...about }));
    return () => readObligationArea(pathToFileURL(file));
  };

  it('is there for Meri-Lappi: in its own municipalities, and below four a month', () => {
    const { adaptations } = readObligationArea(ours);
    const municipalities = ['240', '241', '751', '845', '851', '976'];
    expect(adaptations.length).toBeGreaterThan(0);
    for (const { municipalityCode, maxPerMonth } of adaptations) {
      expect(municipalities).toContain(municipalityCode);
      expect(maxPerMonth).toBeLessThan(4);
    }
  });

  it('stops the service where it contradicts itself', () => {
    expect(read({ adaptations: [adaptation] })().adaptations).toHaveLength(1);
    expect(read({ adaptations: [adaptation, adaptation] })).toThrow('stands twice');
    expect(read({ adaptations: [{ ...adaptation, validTo: '2026-01-01' }] })).toThrow('ends before it begins');
    expect(read({ adaptations: [{ ...adaptation, maxPerMonth: 4 }] })).toThrow();
    expect(read({ adaptations: [{ ...adaptation, validFrom: '2026-02-30' }] })).toThrow('names no day');
  });
});
