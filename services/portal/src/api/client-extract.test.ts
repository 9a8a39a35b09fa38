import { someExtract } from '../testing/some-extract.ts';
import { extractOf } from './client-extract.ts';
import { refuse } from './problem.ts';

const registry = async () => someExtract('2026-11-24', 'Aino');
const process = async () => ({ extractedDate: '2026-11-24', groups: [{ ...planGroup }] });

const planGroup = {
  code: 'PLAN',
  purpose: 'EMPLOYMENT_SERVICE',
  legalBases: [{ act: '380/2023' }],
  specialCategory: false,
  records: [{ kind: 'plan', fields: [{ name: 'accepted_on', value: '2026-11-20' }] }],
};

const refusing = (status: number) => async () => {
  throw refuse({ status, reason: `NO_${status}` });
};

describe('What a client takes away who asks for all that is kept of them', () => {
  it('comes from all services as one, the registry first', async () => {
    const { groups, parts } = await extractOf(registry, process);
    expect(groups.map(({ code }) => code)).toEqual(['IDENTITY', 'WORK_ABILITY', 'PLAN']);
    expect(parts).toEqual({ clients: 'SHOWN', guidance: 'SHOWN' });
  });

  it.each([
    [404, 'NONE'],
    [403, 'NOT_SERVED'],
    [503, 'UNAVAILABLE'],
  ])('says so where guidance shows nothing: %d is %s', async (status, state) => {
    const { groups, parts } = await extractOf(registry, refusing(status));
    expect([groups.length, parts]).toEqual([2, { clients: 'SHOWN', guidance: state }]);
  });

  it('says so where the registry is away', async () => {
    const { groups, parts } = await extractOf(refusing(503), process);
    expect([groups.map(({ code }) => code), parts]).toEqual([['PLAN'], { clients: 'UNAVAILABLE', guidance: 'SHOWN' }]);
  });

  it.each([404, 403])('is refused where the registry refuses it: %d', async (status) => {
    await expect(extractOf(refusing(status), process)).rejects.toMatchObject({ problem: { reason: `NO_${status}` } });
  });

  it('is refused where every service is away', async () => {
    await expect(extractOf(refusing(503), refusing(503))).rejects.toMatchObject({ problem: { status: 503 } });
  });
});
