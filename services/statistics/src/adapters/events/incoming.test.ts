import type { ReceivedEvent } from '@tyovayla/kernel/domain-event';
import { localDate } from '@tyovayla/kernel/local-date';
import { AgeBand, JobSearchStarted, MunicipalityDisclosed } from '@tyovayla/proto/tyovayla/clients/v1/clients_events';
import { testIds } from '@tyovayla/testing/ids';
import { seededRandom } from '@tyovayla/testing/seeded-random';
import type { PersonFact } from '../../domain/person-picture/person-fact.ts';
import { eventsOf } from '../../testing/fact-events.ts';
import { lifeStory } from '../../testing/life-story.ts';
import { readFact } from './incoming.ts';

const received = (name: string, body: Uint8Array): ReceivedEvent => ({
  eventId: '01900000-0000-7000-8000-000000000001',
  type: `tyovayla.clients.v1.${name}`,
  producer: 'clients',
  aggregateId: 'client-1',
  aggregateVersion: 1,
  occurTime: new Date('2026-11-24T08:00:00Z'),
  position: 1n,
  body,
});

const aStart = {
  clientId: 'client-1',
  jobSearchId: 'search-1',
  startedDate: '2026-11-24',
  statusSpells: [{ statusCode: '02', fromDate: '2026-11-24', toDate: '' }],
  municipalityCode: '240',
  foreignCitizen: false,
  ageBand: AgeBand.AGE_BAND_25_TO_59,
};

const started = (given: Partial<Record<keyof JobSearchStarted, unknown>>): ReceivedEvent =>
  received(
    'JobSearchStarted',
    JobSearchStarted.encode(JobSearchStarted.fromPartial({ ...aStart, ...given } as never)).finish(),
  );

describe('facts in the events of the client registry', () => {
  it('are read as they were told', () => {
    const random = seededRandom(11);
    for (let index = 0; index < 50; index += 1) {
      const story = lifeStory(`client-${index}`, random);
      const facts = eventsOf(story, testIds()).map((event) => readFact({ ...event, position: 1n }));
      const told = story.facts.map((fact) =>
        fact.kind === 'ClientRegistered' ? undefined : { clientId: story.clientId, fact },
      );
      expect(facts).toEqual(told);
    }
  });

  it('are read as they were told of people who come from other areas and of records that become one', () => {
    const spells = [
      { status: '02', from: localDate('2026-01-01'), to: localDate('2026-02-01') },
      { status: '07', from: localDate('2026-02-01') },
    ] as const;
    const facts: readonly PersonFact[] = [
      {
        kind: 'JobSearchTakenIn',
        jobSearchId: 'search-1',
        takenInOn: localDate('2026-02-03'),
        startedOn: localDate('2026-01-01'),
        spells,
        municipality: '751',
        citizenship: 'FOREIGN',
        ageBand: 'UNDER_25',
      },
      { kind: 'MunicipalityChanged', from: localDate('2026-03-01'), municipality: '240' },
      { kind: 'AgeBandCorrected', from: localDate('2026-02-03'), band: '25_TO_59' },
      { kind: 'JobSearchTransferredOut', jobSearchId: 'search-1', on: localDate('2026-04-01') },
      {
        kind: 'HistoryReplaced',
        jobSearches: [
          { jobSearchId: 'search-1', from: localDate('2026-01-01'), citizenship: 'FINNISH', spells },
          {
            jobSearchId: 'search-2',
            from: localDate('2026-05-01'),
            to: localDate('2026-06-01'),
            citizenship: 'FOREIGN',
            spells: [],
          },
        ],
        residences: [{ from: localDate('2026-01-01'), municipality: '851' }],
        ageBands: [
          { from: localDate('2026-01-01'), band: 'UNDER_25' },
          { from: localDate('2026-03-03'), band: '25_TO_59' },
        ],
        subsidy300From: localDate('2026-02-02'),
      },
      { kind: 'MergedAway' },
    ];
    const story = { clientId: 'client-1', facts, truth: {} as never };
    const read = eventsOf(story, testIds()).map((event) => readFact({ ...event, position: 1n })?.fact);
    expect(read).toEqual(facts);
  });

  it('are passed over where their type is of a later release', () => {
    expect(readFact(received('ClientAppointedCaptain', new Uint8Array([8, 1])))).toBeUndefined();
  });

  it('may hold fields of a later release', () => {
    const later = JobSearchStarted.encode(JobSearchStarted.fromPartial(aStart))
      .uint32(15 * 8 + 2)
      .string('new')
      .finish();
    expect(readFact(received('JobSearchStarted', later))).toMatchObject({ fact: { municipality: '240' } });
  });

  it('have no municipality where it is withheld', () => {
    expect(readFact(started({ municipalityCode: '' }))?.fact).not.toHaveProperty('municipality');
  });

  it.each([
    ['no age band', { ageBand: 0 }],
    ['an age band of a later release', { ageBand: 9 }],
    ['a date that does not exist', { startedDate: '2026-02-30' }],
    ['a status code that is not in use', { statusSpells: [{ statusCode: '06', fromDate: '2026-11-24', toDate: '' }] }],
    ['a municipality of four digits', { municipalityCode: '0240' }],
    ['another person than the envelope', { clientId: 'client-2' }],
    ['no job search', { jobSearchId: '' }],
  ])('are kept aside with %s', (_, given) => {
    expect(() => readFact(started(given))).toThrow('malformed event');
  });

  it('are kept aside where the body is cut or a municipality is missing', () => {
    const whole = JobSearchStarted.encode(JobSearchStarted.fromPartial(aStart)).finish();
    expect(() => readFact(received('JobSearchStarted', whole.slice(0, -3)))).toThrow();
    const nowhere = MunicipalityDisclosed.fromPartial({ clientId: 'client-1', fromDate: '2026-11-24' });
    expect(() => readFact(received('MunicipalityDisclosed', MunicipalityDisclosed.encode(nowhere).finish()))).toThrow(
      'malformed event: municipality_code',
    );
  });
});
