import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { type Configuration, interactionPolicy, type JWKS, Provider } from 'oidc-provider';
import { claimsOf, type DemoStaff, demoPassword, demoStaff } from './demo-staff.ts';
import { type DevSecrets, readSecret } from './dev-secrets.ts';
import { loginPage, pageLanguage } from './login-page.ts';
import { type DataService, dataServices } from './programs.ts';
import { providerStore } from './provider-store.ts';

export type IdentityProviderSettings = {
  /** Where it listens; loopback only, since it speaks plain HTTP. */
  readonly port: number;
  readonly stateDir: string;
  readonly secrets: DevSecrets;
  /** The portal's address as browsers know it. */
  readonly portalUrl: string;
  /** Thumbprint of the portal's certificate: access tokens work only when it presents them (RFC 8705). */
  readonly portalThumbprint: string;
};

/** Seconds that an access token is good for. */
export const accessTokenSeconds = 300;

/** Name of a service as a resource (RFC 8707); its access tokens carry the bare name as audience. */
export const resourceOf = (service: DataService): string => `urn:tyovayla:${service}`;

const workingDay = 12 * 3600;

/**
 * The development identity provider: OpenID Connect with code flow, PKCE and refresh tokens for the portal, ES256
 * access tokens for one service each, and the demo staff with a known password. Plain HTTP on 127.0.0.1, never for
 * real use: an area plugs its own provider in by OIDC_ISSUER.
 */
export const startIdentityProvider = async (settings: IdentityProviderSettings): Promise<Server> => {
  const issuer = `http://127.0.0.1:${settings.port}`;
  const provider = new Provider(issuer, configuration(settings));
  const answer = provider.callback();
  const server = createServer((request, response) => {
    const isInteraction = request.url?.startsWith('/interaction/') === true;
    const handled = isInteraction ? interact(provider, request, response) : answer(request, response);
    handled.catch(() => {
      // An old tab, mostly: the attempt to sign in is over.
      response.writeHead(400, { 'content-type': 'text/plain; charset=utf-8' });
      response.end('The sign-in has expired. Go back to the portal and start again.\n');
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(settings.port, '127.0.0.1', resolve);
  });
  return server;
};

const configuration = (settings: IdentityProviderSettings): Configuration => ({
  adapter: providerStore(join(settings.stateDir, 'idp-store.json')),
  jwks: JSON.parse(readFileSync(settings.secrets.signingKeysFile, 'utf8')) as JWKS,
  clients: [portalClient(settings)],
  claims: { openid: ['sub'], profile: ['name', 'roles', 'municipality'] },
  conformIdTokenClaims: false,
  cookies: { keys: [readSecret(settings.secrets.cookieSecretFile)] },
  findAccount: async (_context, id) => account(id),
  extraTokenClaims: async (_context, token) => tokenClaims(token, settings.portalThumbprint),
  interactions: { policy: alwaysAsk(), url: (_context, interaction) => `/interaction/${interaction.uid}` },
  pkce: { required: () => true },
  rotateRefreshToken: false,
  features: { devInteractions: { enabled: false }, revocation: { enabled: true }, resourceIndicators: resources },
  ttl: {
    AccessToken: accessTokenSeconds,
    IdToken: 300,
    Interaction: 600,
    Session: workingDay,
    Grant: workingDay,
    RefreshToken: workingDay,
  },
});

/** Asks who signs in every time, so that one browser can show the area through different eyes. */
const alwaysAsk = (): interactionPolicy.DefaultPolicy => {
  const policy = interactionPolicy.base();
  const { Check } = interactionPolicy;
  policy
    .get('login')
    ?.checks.add(
      new Check('every_time', 'sign-in is asked for every time', (context) =>
        context.oidc.result?.login === undefined ? Check.REQUEST_PROMPT : Check.NO_NEED_TO_PROMPT,
      ),
    );
  return policy;
};

const portalClient = ({ portalUrl, secrets }: IdentityProviderSettings) => ({
  client_id: 'portal',
  client_secret: readSecret(secrets.portalSecretFile),
  redirect_uris: [`${portalUrl}/auth/callback`],
  post_logout_redirect_uris: [`${portalUrl}/`],
  grant_types: ['authorization_code', 'refresh_token'],
  response_types: ['code' as const],
  id_token_signed_response_alg: 'ES256' as const,
  token_endpoint_auth_method: 'client_secret_basic' as const,
});

const resources: NonNullable<Configuration['features']>['resourceIndicators'] = {
  enabled: true,
  // Sign-in covers all services; each access token is then asked for one of them by name.
  defaultResource: async (_context, _client, oneOf) => oneOf ?? dataServices.map(resourceOf),
  getResourceServerInfo: async (_context, resource) => ({
    scope: '',
    audience: dataServices.find((service) => resourceOf(service) === resource) ?? 'nobody',
    accessTokenFormat: 'jwt',
    accessTokenTTL: accessTokenSeconds,
    jwt: { sign: { alg: 'ES256' } },
  }),
};

const staffWithId = (id: string | undefined): DemoStaff | undefined => demoStaff.find((one) => one.id === id);

const account = (id: string) => {
  const staff = staffWithId(id);
  if (staff === undefined) return undefined;
  return { accountId: id, claims: async () => ({ sub: id, name: staff.name, ...claimsOf(staff) }) };
};

const tokenClaims = (token: object, portalThumbprint: string): Record<string, unknown> | undefined => {
  const staff = staffWithId('accountId' in token ? String(token.accountId) : undefined);
  if (staff === undefined) return undefined;
  return { ...claimsOf(staff), cnf: { 'x5t#S256': portalThumbprint } };
};

const interact = async (provider: Provider, request: IncomingMessage, response: ServerResponse): Promise<void> => {
  const { uid, params, prompt } = await provider.interactionDetails(request, response);
  const form = request.method === 'POST' ? await readForm(request) : undefined;
  const staff = form && demoStaff.find((one) => one.login === form.get('login'));
  if (staff !== undefined && form?.get('password') === demoPassword) {
    const grantId = await grantAll(provider, staff.id);
    const result = { login: { accountId: staff.id, remember: false }, consent: { grantId } };
    return provider.interactionFinished(request, response, result, { mergeWithLastSubmission: true });
  }
  const text = (value: unknown) => (typeof value === 'string' ? value : undefined);
  const page = loginPage({
    language: pageLanguage(text(params.ui_locales), request.headers['accept-language']),
    action: `/interaction/${uid}`,
    chosen: form?.get('login') ?? text(params.login_hint) ?? demoStaff[0]?.login ?? '',
    failed: form !== undefined,
  });
  response.writeHead(form === undefined ? 200 : 401, {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-store',
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'",
    'x-prompt': prompt.name,
  });
  response.end(page);
};

/** The portal is the area's own program, so nobody is asked for consent: signing in grants what it needs. */
const grantAll = async (provider: Provider, accountId: string): Promise<string> => {
  const grant = new provider.Grant({ accountId, clientId: 'portal' });
  grant.addOIDCScope('openid profile offline_access');
  return grant.save();
};

const mostBytes = 4_096;

const readForm = async (request: IncomingMessage): Promise<URLSearchParams> => {
  let body = '';
  for await (const piece of request.setEncoding('utf8')) {
    body += String(piece);
    if (body.length > mostBytes) throw new Error('the form is too large');
  }
  return new URLSearchParams(body);
};
