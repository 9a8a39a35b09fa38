import { z } from 'zod';
import { addressOf, commonConfig } from './common-config.ts';
import { ConfigError, configTable, developmentSetting, readConfig, secret, setting } from './config.ts';

const settings = {
  GRPC_LISTEN: setting(z.string().regex(/:\d+$/), 'Where to listen.'),
  LOG_LEVEL: setting(z.enum(['info', 'debug']).default('info'), 'How much to log.'),
  DATABASE_URL: secret(z.string().startsWith('postgres://').default('postgres://app:hush@db/x'), 'The database.'),
  LIMIT: setting(z.string().transform(Number).refine(Number.isInteger, 'must be a whole number'), 'How many.'),
};

describe('the settings of a service', () => {
  it('are read from the environment, with defaults where nothing or an empty text is given', () => {
    const config = readConfig(settings, { GRPC_LISTEN: 'a:1', LIMIT: '7', LOG_LEVEL: '' });
    expect(config).toEqual({
      GRPC_LISTEN: 'a:1',
      LIMIT: 7,
      LOG_LEVEL: 'info',
      DATABASE_URL: 'postgres://app:hush@db/x',
    });
  });

  it('are refused all at once, each by its name, and no value is repeated', () => {
    const read = () =>
      readConfig(settings, { GRPC_LISTEN: 'nowhere', LOG_LEVEL: 'loud', DATABASE_URL: 'mysql://hush' });
    expect(read).toThrow(ConfigError);
    expect(read).toThrow(
      /GRPC_LISTEN: not usable[\s\S]*LOG_LEVEL: not usable[\s\S]*DATABASE_URL: not usable[\s\S]*LIMIT: missing/,
    );
    try {
      read();
    } catch (error) {
      expect(String(error)).not.toMatch(/nowhere|loud|hush/);
    }
  });

  it('for development are refused in production', () => {
    const own = { MOVED: developmentSetting(z.string().optional(), 'Moves something.') };
    expect(readConfig(own, { MOVED: 'a' })).toEqual({ MOVED: 'a' });
    expect(readConfig(own, { NODE_ENV: 'production' })).toEqual({ MOVED: undefined });
    expect(() => readConfig(own, { MOVED: 'a', NODE_ENV: 'production' })).toThrow('MOVED: not in production');
    expect(configTable(own)).toContain('Moves something. Development only: refused in production.');
  });

  it('are printed as a table without secrets', () => {
    const table = configTable({ ...settings, CLIENTS_ADDRESS: addressOf('clients') });
    expect(table).toContain('| LOG_LEVEL | info | How much to log. |');
    expect(table).toContain('| CLIENTS_ADDRESS | required | Address and port of clients. |');
    expect(table).toContain('| DATABASE_URL | (secret) | The database. Secret. |');
    expect(table).not.toContain('hush');
  });

  it('of every service have a meaning, and only a few are required', () => {
    for (const { meaning } of Object.values(commonConfig)) expect(meaning).toMatch(/^[A-Z].*\.$/);
    const given = {
      GRPC_LISTEN: '127.0.0.1:7001',
      TLS_CERT_FILE: 'a',
      TLS_KEY_FILE: 'b',
      TLS_CA_FILE: 'c',
      OIDC_ISSUER: 'http://127.0.0.1:8081',
      OIDC_JWKS_URI: 'http://127.0.0.1:8081/jwks',
      DATABASE_URL: 'postgres://x',
      NATS_URL: 'tls://127.0.0.1:4223',
      AUDIT_SIGNING_KEY_FILE: 'd',
      AUDIT_CHECKPOINT_DIR: 'e',
    };
    expect(readConfig(commonConfig, given)).toMatchObject({
      AREA: 'meri-lappi',
      CLOCK_OFFSET_MS: 0,
      TRACE_RATIO: 0.05,
      REFLECTION: 'off',
    });
    expect(() => readConfig(commonConfig, { ...given, TRACE_RATIO: '5' })).toThrow(
      'TRACE_RATIO: must be a number from 0 to 1',
    );
  });
});
