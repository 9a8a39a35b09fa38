import { producerOf, subjectOf } from './event-name.ts';

describe('the name of an event on the broker', () => {
  it('is made of area, service, version, concept and event', () => {
    expect(subjectOf('meri-lappi', 'tyovayla.clients.v1.JobSearchStarted', 'client')).toBe(
      'tyovayla.meri-lappi.clients.v1.client.job-search-started',
    );
  });

  it.each([
    ['tyovayla.clients.v1.ClientTurned25', 'client-turned25'],
    ['tyovayla.clients.v2.Ended', 'ended'],
  ])('of %s ends with %s', (type, last) => {
    expect(subjectOf('meri-lappi', type, 'client').split('.').at(-1)).toBe(last);
  });

  it('tells the service that published it', () => {
    expect(producerOf('tyovayla.clients.v1.JobSearchStarted')).toBe('clients');
  });

  it.each(['JobSearchStarted', 'other.clients.v1.X', 'tyovayla.clients.JobSearchStarted', 'tyovayla.clients.v1.*', ''])(
    'is never made of %j',
    (type) => {
      expect(() => producerOf(type)).toThrow('not an event type');
      expect(() => subjectOf('meri-lappi', type, 'client')).toThrow('not an event type');
    },
  );

  it.each([
    ['*', 'client'],
    ['meri-lappi', '>'],
    ['meri lappi', 'client'],
    ['', 'client'],
    ['meri-lappi', 'client.240'],
  ])('lets neither wildcard nor further part in: %j, %j', (area, concept) => {
    expect(() => subjectOf(area, 'tyovayla.clients.v1.JobSearchStarted', concept)).toThrow('not a subject token');
  });
});
