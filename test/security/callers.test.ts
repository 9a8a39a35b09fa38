import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { connect } from 'node:tls';
import { type ChannelCredentials, credentials } from '@grpc/grpc-js';
import { roles } from '@tyovayla/kernel/role';
import { demoStaff } from '@tyovayla/local/demo-staff';
import { openDevCa } from '@tyovayla/local/dev-ca';
import { programs } from '@tyovayla/local/programs';
import { eventually } from '@tyovayla/testing/eventually';
import { type Platform, startPlatform } from '@tyovayla/testing/platform';
import { accessTable } from '../support/access-table.ts';
import { badTokens } from '../support/forged-tokens.ts';
import { type Answer, contracts, lineTo, methodNamesOf, programOn, serviceNames } from '../support/service-calls.ts';
import { askDatabase } from '../support/stored-facts.ts';

const denials = ['PERMISSION_DENIED', 'UNAUTHENTICATED'];
/** An empty message comes past the access rules and no further, or is all that the method needs. */
const admissions = ['OK', 'INVALID_ARGUMENT'];

const verdict = ({ code, details }: Answer): string => {
  if (denials.includes(code)) return 'refused';
  return admissions.includes(code) ? 'let in' : `${code} ${details}`;
};

describe('who may call', () => {
  let platform: Platform;

  beforeAll(async () => {
    platform = await startPlatform({ services: ['clients', 'statistics', 'guidance'] });
  }, 120_000);

  afterAll(() => platform.stop());

  const clientsDatabase = (): string => platform.databases.clients?.migratorUrl ?? '';

  describe.each(serviceNames)('the port of %s', (service) => {
    const tryWith = async (secured: ChannelCredentials, token?: string): Promise<Answer> => {
      const line = lineTo(platform.addresses[service], secured);
      const answer = await line.call(service, { method: 'DescribeRules', ...(token === undefined ? {} : { token }) });
      line.close();
      return answer;
    };

    const certificate = async (name: string, days: number, dir?: string): Promise<ChannelCredentials> => {
      const ca = dir === undefined ? platform.ca : await openDevCa(dir);
      const { certFile, keyFile } = await ca.issue({ file: `test-${service}`, name, days });
      return credentials.createSsl(readFileSync(platform.ca.caFile), readFileSync(keyFile), readFileSync(certFile));
    };

    it('lets in a known program with the token of a member of staff', async () => {
      const portal = await certificate('portal.meri-lappi.tyovayla', 1);
      expect(await tryWith(portal, await platform.token('kemi-specialist', service))).toMatchObject({ code: 'OK' });
    });

    it('refuses plaintext', async () => {
      expect(await tryWith(credentials.createInsecure())).toMatchObject({ code: 'UNAVAILABLE' });
    });

    it('refuses a caller without a certificate', async () => {
      const bare = credentials.createSsl(readFileSync(platform.ca.caFile));
      expect(await tryWith(bare, await platform.token('kemi-specialist', service))).toMatchObject({
        code: 'UNAVAILABLE',
      });
    });

    it('refuses the right name certified by another authority', async () => {
      const other = await certificate('portal.meri-lappi.tyovayla', 1, join(platform.stateDir, 'other-ca'));
      expect(await tryWith(other, await platform.token('kemi-specialist', service))).toMatchObject({
        code: 'UNAVAILABLE',
      });
    });

    it('refuses a certificate that has expired', async () => {
      const expired = await certificate('portal.meri-lappi.tyovayla', -1);
      expect(await tryWith(expired, await platform.token('kemi-specialist', service))).toMatchObject({
        code: 'UNAVAILABLE',
      });
    });

    it.each([
      ['of another area', 'portal.lappi.tyovayla', 'PROGRAM_UNKNOWN'],
      ['that only contains the area', 'portal.meri-lappi.tyovayla.example', 'PROGRAM_UNKNOWN'],
      ['with two words for a program', 'x.portal.meri-lappi.tyovayla', 'PROGRAM_UNKNOWN'],
      ['of a program that nobody knows', 'stranger.meri-lappi.tyovayla', 'PROGRAM_NOT_ALLOWED'],
    ])('refuses a name %s', async (_what, name, details) => {
      const wrong = await certificate(name, 1);
      const answer = await tryWith(wrong, await platform.token('kemi-specialist', service));
      expect(denials).toContain(answer.code);
      expect(answer.details).toBe(details);
    });

    it('refuses TLS older than 1.2', async () => {
      const { certFile, keyFile, caFile } = platform.tls('portal');
      const files = { cert: readFileSync(certFile), key: readFileSync(keyFile), ca: readFileSync(caFile) };
      const shake = (maxVersion: 'TLSv1.1' | 'TLSv1.3'): Promise<string> =>
        new Promise((resolve) => {
          const [host = '', port = ''] = platform.addresses[service].split(':');
          const versions = { minVersion: 'TLSv1', maxVersion, ciphers: 'DEFAULT:@SECLEVEL=0' } as const;
          const socket = connect({ host, port: Number(port), ALPNProtocols: ['h2'], ...files, ...versions });
          socket.once('secureConnect', () => {
            resolve('connected');
            socket.destroy();
          });
          socket.once('error', () => resolve('refused'));
        });
      expect(await shake('TLSv1.3')).toBe('connected');
      expect(await shake('TLSv1.1')).toBe('refused');
    });

    it('refuses every token that is not right, and says no more than that it is not', async () => {
      const portal = programOn(platform, 'portal', service);
      const outcomes = new Map<string, string>();
      for (const [what, token] of await badTokens(platform, service)) {
        const { code, details } = await portal.call({ method: 'DescribeRules', token });
        outcomes.set(what, `${code} ${details}`);
      }
      const good = await portal.call({
        method: 'DescribeRules',
        token: await platform.token('auditor', service, 'portal'),
      });
      portal.close();
      expect(good.code).toBe('OK');
      expect(outcomes.size).toBeGreaterThanOrEqual(25);
      const letIn = [...outcomes].filter(([, outcome]) => !/^UNAUTHENTICATED TOKEN_(REFUSED|EXPIRED)$/.test(outcome));
      expect(letIn).toEqual([]);
    });

    it('refuses a good token that stands elsewhere than behind "Bearer"', async () => {
      const token = await platform.token('kemi-specialist', service);
      const portal = programOn(platform, 'portal', service);
      for (const authorization of [token, `bearer ${token}`, `Basic ${token}`, `Bearer  ${token}`]) {
        const { code } = await portal.call({ method: 'DescribeRules', headers: { authorization } });
        expect(code).toBe('UNAUTHENTICATED');
      }
      portal.close();
    });

    it('takes a token for one service at no other', async () => {
      const others = serviceNames.filter((name) => name !== service);
      for (const other of others) {
        const line = programOn(platform, 'portal', other);
        const { code } = await line.call({
          method: 'DescribeRules',
          token: await platform.token('kemi-specialist', service),
        });
        line.close();
        expect(code).toBe('UNAUTHENTICATED');
      }
    });

    it('answers a method that is not in the contract to nobody', async () => {
      const portal = programOn(platform, 'portal', service);
      const token = await platform.token('kemi-specialist', service);
      const name = contracts[service].describeRules.path.split('/')[1] ?? '';
      const others = ['/grpc.reflection.v1.ServerReflection/ServerReflectionInfo', '/tyovayla.Nobody/Knows'];
      for (const path of [`/${name}/DeleteEverything`, `/${name}/getclient`, `/${name}/`, ...others]) {
        expect(await portal.callPath(path, { token })).toMatchObject({ code: 'UNIMPLEMENTED' });
      }
      portal.close();
    });
  });

  it('is written down for every method that the services offer, and for no other', () => {
    const offered = serviceNames.flatMap((service) => methodNamesOf(service).map((method) => `${service} ${method}`));
    const listed = serviceNames.flatMap((service) =>
      Object.keys(accessTable[service]).map((name) => `${service} ${name}`),
    );
    expect(listed.sort()).toEqual(offered.sort());
  });

  // biome-ignore lint/complexity/noExcessiveCognitiveComplexity: a matrix of services, methods and roles is three loops
  it('holds for every method and every role, as the table says', async () => {
    const wrong: string[] = [];
    let cells = 0;
    for (const service of serviceNames) {
      const portal = programOn(platform, 'portal', service);
      for (const role of roles) {
        const member = demoStaff.find((one) => one.role === role);
        if (member === undefined) throw new Error(`nobody in the demo staff is ${role}`);
        const token = await platform.token(member.login, service, 'portal');
        for (const method of methodNamesOf(service)) {
          const expected = accessTable[service][method]?.roles.includes(role) ? 'let in' : 'refused';
          const found = verdict(await portal.call({ method, token }));
          cells += 1;
          if (found !== expected) wrong.push(`${service} ${method} ${role}: ${found}, not ${expected}`);
        }
      }
      portal.close();
    }
    expect(wrong).toEqual([]);
    // All methods by all roles; fewer than there once were means that the walk lost some.
    expect(cells).toBeGreaterThanOrEqual(976);
  }, 60_000);

  it('holds for every method and every program on its own behalf, as the table says', async () => {
    const wrong: string[] = [];
    for (const service of serviceNames) {
      for (const program of programs) {
        const line = programOn(platform, program, service);
        for (const method of methodNamesOf(service)) {
          const expected = accessTable[service][method]?.alone.includes(program) ? 'let in' : 'refused';
          const found = verdict(await line.call({ method }));
          if (found !== expected) wrong.push(`${service} ${method} ${program} alone: ${found}, not ${expected}`);
        }
        line.close();
      }
    }
    expect(wrong).toEqual([]);
  }, 60_000);

  it('lets staff in through the portal and through no other program', async () => {
    const wrong: string[] = [];
    for (const service of serviceNames) {
      for (const program of programs.filter((name) => name !== 'portal')) {
        const line = programOn(platform, program, service);
        for (const member of demoStaff) {
          const token = await platform.token(member.login, service);
          for (const method of methodNamesOf(service)) {
            const found = await line.call({ method, token });
            if (found.code !== 'PERMISSION_DENIED') wrong.push(`${service} ${method} ${member.login} by ${program}`);
          }
        }
        line.close();
      }
    }
    expect(wrong).toEqual([]);
  }, 120_000);

  it('leaves an entry in the access log for each denial, with who it was and why', async () => {
    const line = programOn(platform, 'portal', 'clients');
    const token = await platform.token('board-member', 'clients', 'portal');
    const correlation = randomUUID();
    const headers = { 'tyovayla-correlation-id': correlation };
    await line.call({ method: 'RegisterJobSeeker', token, headers });
    await line.call({ method: 'GetClient', headers });
    await line.call({ method: 'ReplayEvents', headers });
    await line.call({ method: 'GetClient', headers, token: await platform.token('kemi-specialist', 'guidance') });
    await line.callPath('/tyovayla.clients.v1.ClientsService/DeleteEverything', { headers, token });
    line.close();
    const entries = await askDatabase<{ entry: string }>(
      clientsDatabase(),
      `SELECT concat_ws(' ', actor_kind, actor_id, actor_role, program, action, result, rule) AS entry
       FROM audit_entry WHERE correlation_id = '${correlation}' ORDER BY recorded_at, entry_id`,
    );
    expect(entries.map(({ entry }) => entry)).toEqual([
      'STAFF staff-0006 NONE portal RegisterJobSeeker REFUSED ROLE_NOT_ALLOWED',
      'PROGRAM portal PROGRAM portal GetClient REFUSED TOKEN_REQUIRED',
      'PROGRAM portal PROGRAM portal ReplayEvents REFUSED PROGRAM_NOT_ALLOWED',
      'PROGRAM portal PROGRAM portal GetClient REFUSED TOKEN_REFUSED',
      'STAFF staff-0006 NONE portal UndeclaredMethod REFUSED PROGRAM_NOT_ALLOWED',
    ]);
  });

  it('leaves an entry in the access log of callers whose certificate was refused', async () => {
    const entries = await askDatabase<{ entry: string }>(
      clientsDatabase(),
      `SELECT concat_ws(' ', program, action, result, rule) AS entry FROM audit_entry WHERE action = 'Connect'`,
    );
    expect(entries[0]?.entry).toBe('unknown Connect REFUSED CERTIFICATE_REFUSED');
  });

  it('leaves a line in the log for a bad token, a stranger and a denial, without the token', async () => {
    const line = programOn(platform, 'portal', 'clients');
    const token = await platform.token('kemi-specialist', 'guidance');
    await line.call({ method: 'GetClient', token });
    line.close();
    await eventually(() => {
      const log = readFileSync(join(platform.stateDir, 'logs', 'clients.log'), 'utf8');
      expect(log).toContain('token refused');
      expect(log).toContain('PROGRAM_UNKNOWN');
      expect(log).toContain('ROLE_NOT_ALLOWED');
      expect(log).not.toContain(token.slice(0, 60));
      return true;
    });
  });
});
