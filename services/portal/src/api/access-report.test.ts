import { accessReportOf, type ReadAccesses } from './access-report.ts';
import { refuse } from './problem.ts';

const access = (accessTime: string, action: string) => ({
  accessTime,
  actorId: 'staff-0001',
  actorRole: 'CASE_SPECIALIST',
  action,
  dataGroup: 'client-record',
  purpose: 'employment-service',
  result: 'SHOWN',
});

const logOf =
  (...pages: readonly (readonly ReturnType<typeof access>[])[]): ReadAccesses =>
  async (token) => {
    const at = Number(token || '0');
    return { accesses: pages[at] ?? [], nextPageToken: at + 1 < pages.length ? String(at + 1) : undefined };
  };

const minute = (number: number): string => `2026-11-24T10:${String(number).padStart(2, '0')}:00.000Z`;
const none = logOf([]);

describe('What a client is told who asks who has seen their data', () => {
  it('comes from all services as one list, the newest first', async () => {
    const registry = logOf([access(minute(9), 'GetClient')], [access(minute(2), 'RegisterJobSeeker')]);
    const { accesses, parts } = await accessReportOf(registry, logOf([access(minute(5), 'ListMeetings')]));
    expect(accesses.map(({ service, action }) => [service, action])).toEqual([
      ['clients', 'GetClient'],
      ['guidance', 'ListMeetings'],
      ['clients', 'RegisterJobSeeker'],
    ]);
    expect(parts).toEqual({ clients: 'SHOWN', guidance: 'SHOWN' });
  });

  it.each([
    [404, 'NONE'],
    [403, 'NOT_SERVED'],
    [503, 'UNAVAILABLE'],
  ])('says so where guidance shows nothing: %d is %s', async (status, state) => {
    const guidance = async () => {
      throw refuse({ status, reason: 'NO' });
    };
    const { accesses, parts } = await accessReportOf(logOf([access(minute(1), 'GetClient')]), guidance);
    expect([accesses.length, parts.guidance]).toEqual([1, state]);
  });

  it('is refused where the registry refuses it', async () => {
    const registry = async () => {
      throw refuse({ status: 404, reason: 'CLIENT_NOT_FOUND' });
    };
    await expect(accessReportOf(registry, none)).rejects.toMatchObject({ problem: { reason: 'CLIENT_NOT_FOUND' } });
  });

  it('ends for all services where one has more than can be read, and says where', async () => {
    const many = logOf(...Array.from({ length: 11 }, (_, page) => [access(minute(50 - page), 'GetClient')]));
    const guidance = logOf([access(minute(45), 'ListMeetings'), access(minute(1), 'ListMeetings')]);
    const { accesses, leftOffBefore } = await accessReportOf(many, guidance);
    expect(leftOffBefore).toBe(minute(41));
    expect(accesses).toHaveLength(11);
    expect(accesses.filter(({ service }) => service === 'guidance')).toHaveLength(1);
  });

  it('is no report where something broke', async () => {
    const broken = async () => {
      throw new TypeError('a bug');
    };
    await expect(accessReportOf(none, broken)).rejects.toThrow('a bug');
  });
});
