import { addressOf, fileOf, processConfig } from '@tyovayla/runtime/common-config';
import { type ConfigOf, setting } from '@tyovayla/runtime/config';
import { z } from 'zod';

const hostAndPort = z.string().regex(/^[\w.-]+:\d{1,5}$/);

/** Every setting of the portal, as the README and `main.ts config` show them. */
export const portalSettings = {
  ...processConfig,
  HTTP_LISTEN: setting(hostAndPort.default('127.0.0.1:8080'), 'Address and port to serve browsers on.'),
  PUBLIC_URL: setting(
    z.url().default('http://127.0.0.1:8080'),
    'Address as browsers know it; sign-in returns to it, and changes must come from it.',
  ),
  OIDC_ISSUER: setting(z.url(), 'Identity provider that staff sign in with; plain http only on this machine.'),
  OIDC_CLIENT_ID: setting(z.string().min(1).default('portal'), 'Client id at the identity provider.'),
  OIDC_CLIENT_SECRET_FILE: fileOf('File with the client secret.'),
  SESSION_KEY_FILE: fileOf('File with 32 bytes in base64 that encrypt session cookies; the same in each replica.'),
  CLIENTS_ADDRESS: addressOf('clients'),
  STATISTICS_ADDRESS: addressOf('statistics'),
  GUIDANCE_ADDRESS: addressOf('guidance'),
  WEB_DIST: setting(z.string().optional(), 'Folder of the built pages; by default web/dist of the portal.'),
};

export type PortalConfig = ConfigOf<typeof portalSettings>;
