import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../support/descriptors.ts';

const buf = join(root, 'node_modules/.bin/buf');
const work = mkdtempSync(join(tmpdir(), 'tyovayla-breaking-'));
const events = 'tyovayla/clients/v1/clients_events.proto';
const service = 'tyovayla/clients/v1/clients_service.proto';
const client = 'tyovayla/clients/v1/client.proto';

/** What a careless change does to a contract: the file, what stood there, what stands there then. */
const plants: readonly (readonly [string, string, string, string])[] = [
  ['a field renumbered', events, 'string job_search_id = 3;', 'string job_search_id = 33;'],
  ['a field renamed', events, 'string started_date = 5;', 'string start_date = 5;'],
  ['a field of another type', events, 'bool foreign_citizen = 8;', 'string foreign_citizen = 8;'],
  ['a field made repeated', events, 'string started_date = 5;', 'repeated string started_date = 5;'],
  ['a field deleted', events, '  bool foreign_citizen = 8;\n', ''],
  ['an enum value deleted', events, '  AGE_BAND_60_OR_OVER = 3;\n', ''],
  ['an enum value renamed', events, 'AGE_BAND_UNDER_25 = 1;', 'AGE_BAND_BELOW_25 = 1;'],
  ['an enum value renumbered', events, 'AGE_BAND_60_OR_OVER = 3;', 'AGE_BAND_60_OR_OVER = 4;'],
  ['an event deleted', events, 'message ClientTurned25 {', 'message ClientTurnedTwentyFive {'],
  ['an enum field of another enum', events, 'AgeBand age_band = 9;', 'JobSearchEndReason age_band = 9;'],
  ['a method deleted', service, '  rpc EndJobSearch(EndJobSearchRequest) returns (EndJobSearchResponse);\n', ''],
  ['a method renamed', service, 'rpc GetClient(', 'rpc ReadClient('],
  ['a request exchanged', service, 'rpc GetClient(GetClientRequest)', 'rpc GetClient(ListClientsRequest)'],
  ['a method made to stream', service, 'returns (GetClientResponse);', 'returns (stream GetClientResponse);'],
  ['a number of another width', client, 'uint32 version = 13;', 'string version = 13;'],
  ['a list made single', client, 'repeated string citizenships = 8;', 'string citizenships = 8;'],
];

const breaks = (): boolean => {
  const built = spawnSync(buf, ['build', '-o', 'planted.binpb'], { cwd: work });
  if (built.status !== 0) return true;
  const check = spawnSync(buf, ['breaking', 'planted.binpb', '--against', 'released.binpb', '--config', 'buf.yaml'], {
    cwd: work,
  });
  return check.status === 100;
};

describe('a change that breaks those who already read a contract', () => {
  beforeAll(() => {
    for (const part of ['buf.yaml', 'released.binpb', 'tyovayla', 'vendor']) {
      cpSync(join(root, 'proto', part), join(work, part), { recursive: true });
    }
  });

  afterAll(() => rmSync(work, { recursive: true }));

  it('is not seen where nothing changed', () => {
    expect(breaks()).toBe(false);
    expect(execFileSync(buf, ['--version']).toString()).toMatch(/^1\./);
  });

  it.each(plants)('is caught: %s', (_, file, stood, stands) => {
    const path = join(work, file);
    const before = readFileSync(path, 'utf8');
    expect(before).toContain(stood);
    writeFileSync(path, before.replace(stood, stands));
    const caught = breaks();
    writeFileSync(path, before);
    expect(caught).toBe(true);
  });
});
