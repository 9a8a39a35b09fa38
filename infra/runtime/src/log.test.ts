import { createLogger } from './log.ts';

const written = (write: (log: ReturnType<typeof createLogger>) => void): Record<string, unknown> => {
  const lines: string[] = [];
  const destination = { write: (line: string) => lines.push(line) };
  write(createLogger({ service: 'clients', level: 'debug', destination: destination as never }));
  expect(lines).toHaveLength(1);
  return JSON.parse(lines[0] ?? '');
};

const person = { givenNames: 'Kanarialintu', identityCode: '010190-900A' };

describe('a log line', () => {
  it('holds its constant message, ids and figures', () => {
    const line = written((log) =>
      log.child('relay').info({ eventId: 'e-1', durationMs: 12, count: 3n }, 'events published'),
    );
    expect(line).toMatchObject({
      level: 'info',
      service: 'clients',
      component: 'relay',
      msg: 'events published',
      eventId: 'e-1',
      durationMs: 12,
      count: '3',
    });
  });

  it.each([
    ['a request', { request: person }],
    ['a row under an allowed name', { subject: person }],
    ['texts under unknown names', { givenNames: person.givenNames, identityCode: person.identityCode }],
    ['a list of rows', { rows: [person], type: [person] }],
    ['bytes', { body: Buffer.from(person.givenNames) }],
    ['an error that is none', { err: person }],
  ])('never holds %s', (_what, fields) => {
    const text = JSON.stringify(written((log) => log.warn(fields, 'something happened')));
    expect(text).not.toMatch(/Kanarialintu|010190/);
    expect(text).toContain('something happened');
  });

  it('names the fields that it left out', () => {
    expect(written((log) => log.info({ request: person, eventId: 'e-1' }, 'received'))).toMatchObject({
      dropped: 'request',
      eventId: 'e-1',
    });
  });

  it('tells a database error by its code and the names of its parts, because Postgres repeats values', () => {
    const err = Object.assign(new Error('invalid input syntax: Kanarialintu'), {
      code: '22P02',
      constraint: 'client_pkey',
      detail: 'Key (identity_code)=(010190-900A) exists',
    });
    const line = written((log) => log.error({ err, incidentId: 'i-1' }, 'call failed'));
    expect(line.err).toMatchObject({ code: '22P02', constraint: 'client_pkey' });
    expect(JSON.stringify(line)).not.toMatch(/Kanarialintu|010190/);
    expect((line.err as { stack: string }).stack).toContain('log.test');
  });

  it('tells any other error without what stood in quotes, numbers and addresses', () => {
    const err = new TypeError('bad value "Kanarialintu" for 010190-900A and aino@example.test', {
      cause: new Error("could not parse 'Kanarialintu'"),
    });
    const line = written((log) => log.error({ err }, 'call failed'));
    expect(JSON.stringify(line)).not.toMatch(/Kanarialintu|010190|aino/);
    expect(line.err).toMatchObject({ type: 'TypeError', message: 'bad value "…" for …-…A and …' });
  });
});
