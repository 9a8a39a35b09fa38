import { tokenMint } from '@tyovayla/testing/issue-token';
import type { Platform } from '@tyovayla/testing/platform';
import { type Answer, type Call, type DataServiceName, programOn } from './service-calls.ts';

/** Staff by how the demo identity provider signs them in. */
const viewers = {
  'the assigned handler': { staff: 'protected-handler' },
  'a specialist of the same town': { staff: 'kemi-specialist' },
  'a specialist of another town': { staff: 'tornio-specialist' },
  'the service manager': { staff: 'service-manager' },
  'a member of the wellbeing services county': { staff: 'lapha-member' },
  'a member of Kela': { staff: 'kela-member' },
  'another handler': {
    staff: 'protected-handler',
    claims: { sub: 'staff-0014', roles: ['PROTECTED_CLIENT_HANDLER'] },
  },
} as const;

export type Viewer = keyof typeof viewers;

/** Those who have nothing to do with the client of the assigned handler. */
export const outsiderNames: readonly Viewer[] = (Object.keys(viewers) as Viewer[]).filter(
  (name) => name !== 'the assigned handler',
);

/** What people get to see of an area. */
export type UnentitledView = {
  ask(viewer: Viewer, call: readonly [DataServiceName, Call]): Promise<Answer>;
  /** All that can be looked up without naming the client: lists, counts, days; and everything of the clients named. */
  lookAround(clientIds: readonly string[], by?: readonly Viewer[]): Promise<readonly string[]>;
  close(): void;
};

const days = ['', 'employer-services', 'multi-sector', 'skills', 'immigration'];

const around = (): readonly (readonly [DataServiceName, Call])[] => {
  const guidance = (method: string, request: object = {}) => ['guidance', { method, request }] as const;
  const page = { pageSize: 100, pageToken: '' };
  return [
    ...days.map((teamId) => guidance('GetMyDay', { ...page, teamId, municipalityCode: '', kinds: [] })),
    guidance('GetMyDay', { ...page, teamId: '', municipalityCode: '240', kinds: [] }),
    guidance('GetTeamLoad', { teamId: '' }),
    guidance('ListOpenNeeds', { ...page, statedFromDate: '2026-01-01' }),
    guidance('ListTeams'),
    guidance('ListSubstitutions'),
    guidance('ListUndeliveredStatements', page),
    guidance('ListMyMultiSectorCases', page),
    guidance('ListMultiSectorPrompts', page),
    guidance('GetManagementGroup', { countyArea: 'LAPHA-SOUTH-WEST' }),
    ['clients', { method: 'ListProtectionReviews', request: {} }],
    ...['', 'S', 'Suoja'].map((namePrefix) => {
      const request = { ...page, namePrefix, municipalityCode: '', statusCode: '', clientIds: [] };
      return ['clients', { method: 'ListClients', request }] as const;
    }),
  ];
};

const ofClient = (clientId: string): readonly (readonly [DataServiceName, Call])[] =>
  [
    'GetAssignment',
    'ListMeetings',
    'ListPlans',
    'GetObligation',
    'ListNeglects',
    'ListStatements',
    'GetServiceNeed',
  ].map((method) => ['guidance', { method, request: { clientId } }] as const);

const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
const instant = /\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z/g;

/** Ids are drawn at random and hours pass: they are told apart by the order in which they come, and left out. */
const normalised = (): ((text: string) => string) => {
  const known = new Map<string, string>();
  return (text) =>
    text
      .replace(uuid, (id) => known.get(id) ?? known.set(id, `#${known.size + 1}`).get(id) ?? id)
      .replace(instant, 'an instant');
};

const withoutIds = (value: unknown): string => textOf(value).replace(uuid, '');

/** Rows that are equal but for their ids come in the order of these, which is drawn at random: they are put in order. */
const inOrder = (_name: string, value: unknown): unknown => {
  if (typeof value === 'bigint') return String(value);
  if (!Array.isArray(value) || !value.every((row) => typeof row === 'object')) return value;
  return value
    .map((row: unknown) => [withoutIds(row), row] as const)
    .toSorted(([one], [other]) => (one < other ? -1 : Number(one > other)))
    .map(([, row]) => row);
};

const textOf = (value: unknown): string => JSON.stringify(value, inOrder);

export const unentitledView = (platform: Platform): UnentitledView => {
  const mint = tokenMint(platform.stateDir, platform.issuer);
  const lines = {
    clients: programOn(platform, 'portal', 'clients'),
    statistics: programOn(platform, 'portal', 'statistics'),
    guidance: programOn(platform, 'portal', 'guidance'),
  };
  // A token is good for five minutes, longer than all of a test's looks.
  const tokens = new Map<string, Promise<string>>();
  const tokenFor = (viewer: Viewer, audience: DataServiceName): Promise<string> => {
    const known = tokens.get(`${viewer} ${audience}`) ?? mint({ ...viewers[viewer], audience });
    tokens.set(`${viewer} ${audience}`, known);
    return known;
  };
  const ask: UnentitledView['ask'] = async (viewer, [service, call]) =>
    lines[service].call({ ...call, token: await tokenFor(viewer, service) });
  return {
    ask,
    lookAround: async (clientIds, by = outsiderNames) => {
      const normalise = normalised();
      const seen: string[] = [];
      for (const viewer of by)
        for (const call of [...around(), ...clientIds.flatMap(ofClient)]) {
          const answer = await ask(viewer, call);
          const { method } = call[1];
          seen.push(`${viewer} ${method} ${normalise(textOf(answer))}`);
        }
      return seen;
    },
    close: () => {
      for (const line of Object.values(lines)) line.close();
    },
  };
};

/** Answers that differ between two looks around, cut short: none is what one hopes for. */
export const differences = (one: readonly string[], other: readonly string[]): readonly string[] =>
  one
    .map((answer, index) => [answer, other[index] ?? 'nothing'] as const)
    .filter(([answer, counterpart]) => answer !== counterpart)
    .map(([answer, counterpart]) => {
      const from = [...answer].findIndex((letter, index) => letter !== counterpart[index]);
      const around = (text: string): string => text.slice(Math.max(0, from - 60), from + 120);
      return `${answer.slice(0, 60)}: ${around(answer)} | ${around(counterpart)}`;
    });
