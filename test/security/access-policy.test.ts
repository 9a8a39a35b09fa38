import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type EntityJson, preparsePolicySet, statefulIsAuthorized } from '@cedar-policy/cedar-wasm/nodejs';
import { localDate } from '@tyovayla/kernel/local-date';
import { type Role, roles } from '@tyovayla/kernel/role';
import type { Access, Verdict } from '@tyovayla/runtime/access';
import type { Actor } from '@tyovayla/runtime/actor';
import { accessDenial } from '@tyovayla/runtime/pipeline/access-check';
import { seededRandom } from '@tyovayla/testing/seeded-random';
import * as clientsAccess from '../../services/clients/src/application/access.ts';
import { protectionRule } from '../../services/clients/src/application/access-rules/protection-rule.ts';
import { serviceRule } from '../../services/clients/src/application/access-rules/service-rule.ts';
import { firesTimers, servesClients } from '../../services/guidance/src/application/access.ts';
import { caseRule } from '../../services/guidance/src/application/access-rules/case-rule.ts';
import {
  authorityRule,
  type GuardedCase,
  networkRule,
  seatedRule,
} from '../../services/guidance/src/application/access-rules/multi-sector-rule.ts';
import { servesMultiSector, sharesMultiSector } from '../../services/guidance/src/application/multi-sector-access.ts';
import type { Party } from '../../services/guidance/src/domain/multi-sector/party.ts';
import { aClientCase } from '../../services/guidance/src/testing/builders.ts';
import { aConsultedCase } from '../../services/guidance/src/testing/multi-sector-builders.ts';

const questions = 100_000;
const staffIds = ['staff-0001', 'staff-0002', 'staff-0003', 'staff-0004', 'staff-0005', 'staff-0006'];
const programs = ['portal', 'clients', 'guidance', 'statistics', 'population', 'operator', 'area-exchange'];
const parties: readonly Party[] = ['EMPLOYMENT_AUTHORITY', 'WELLBEING_COUNTY', 'KELA'];
const today = localDate('2026-03-02');

type Seat = { readonly staffId: string; readonly party: Party; readonly appointedBy: string };

/** All that either side is told of a client. */
type Subject = {
  readonly handler: string | undefined;
  readonly servedBy: readonly string[];
  readonly seats: readonly Seat[];
};

const guarded = ({ handler, seats }: Subject): GuardedCase => ({
  one: {
    ...aConsultedCase(),
    members: seats.map((seat, place) => ({ ...seat, memberId: `member-${place}`, from: today })),
  },
  protection: handler === undefined ? { kind: 'NONE' } : { kind: 'PROTECTED', handlerId: handler },
});

/** As the registry reads a client for whoever asks. */
const asRead = ({ handler, servedBy }: Subject, { id }: Actor): Parameters<typeof serviceRule>[0] => ({
  ...(handler !== undefined && { protectionOrder: { handlerId: handler, validFrom: today } }),
  ...(servedBy.includes(id) && { serving: 'ASSIGNED' }),
});

const registryRule = (subject: Subject, actor: Actor): Verdict => serviceRule(asRead(subject, actor), actor);

const recordRule = (subject: Subject, actor: Actor): Verdict => protectionRule(asRead(subject, actor), actor);

const processRule = ({ handler, servedBy }: Subject, actor: Actor): Verdict => {
  const { municipalityCode, ...withheld } = aClientCase({ servedBy });
  return caseRule(
    handler === undefined
      ? { ...withheld, municipalityCode: municipalityCode ?? '240' }
      : { ...withheld, handlerId: handler },
    actor,
  );
};

type Way = { readonly access: Access; readonly rule: (subject: Subject, actor: Actor) => Verdict };

/** What the services say: the method's declaration, then the rule on the one client. */
const ways: Readonly<Record<string, Way>> = {
  seeClient: { access: clientsAccess.seesClients, rule: registryRule },
  changeClient: { access: clientsAccess.changesClients, rule: registryRule },
  changeIdentity: { access: clientsAccess.changesIdentity, rule: registryRule },
  useWorkAbility: { access: clientsAccess.usesWorkAbility, rule: registryRule },
  extractData: { access: clientsAccess.extractsData, rule: registryRule },
  mergeRecords: { access: clientsAccess.mergesRecords, rule: recordRule },
  changeProtection: { access: clientsAccess.changesProtection, rule: registryRule },
  serveClient: { access: servesClients('client-process'), rule: processRule },
  fireTimer: { access: firesTimers('client-process'), rule: processRule },
  shareNetwork: { access: sharesMultiSector, rule: (subject, actor) => seatedRule(guarded(subject), actor) },
  actInNetwork: { access: servesMultiSector, rule: (subject, actor) => authorityRule(guarded(subject), actor) },
  // Which clients are told is the registry's function's to say, by the handler whom the call names.
  tellNetworks: { access: clientsAccess.tellsNetworks, rule: () => ({ allowed: true }) },
  seeToNetwork: { access: servesMultiSector, rule: (subject, actor) => networkRule(guarded(subject), actor) },
};

const byRules = ({ access, rule }: Way, subject: Subject, actor: Actor): boolean =>
  accessDenial(access, actor) === undefined && rule(subject, actor).allowed;

const entity = (type: string, id: string, attrs: EntityJson['attrs']): EntityJson => ({
  uid: { type, id },
  attrs,
  parents: [],
});

const subjectEntity = ({ handler, servedBy, seats }: Subject): EntityJson =>
  entity('Client', 'client', {
    isProtected: handler !== undefined,
    handler: handler ?? '',
    servedBy: [...servedBy],
    authorityMembers: seats.filter(({ party }) => party === 'EMPLOYMENT_AUTHORITY').map(({ staffId }) => staffId),
    otherMembers: seats.filter(({ party }) => party !== 'EMPLOYMENT_AUTHORITY').map(({ staffId }) => staffId),
    appointedByHandler: seats.filter(({ appointedBy }) => appointedBy === handler).map(({ staffId }) => staffId),
  });

const byPolicy = (action: string, subject: Subject, actor: Actor): boolean => {
  const principal =
    actor.kind === 'STAFF'
      ? entity('Staff', actor.id, { staffId: actor.id, roles: [...actor.roles] })
      : entity('Program', actor.program, {});
  const answer = statefulIsAuthorized({
    principal: principal.uid as { type: string; id: string },
    action: { type: 'Action', id: action },
    resource: { type: 'Client', id: 'client' },
    context: { program: actor.program },
    preparsedPolicySetId: 'access',
    entities: [principal, subjectEntity(subject)],
  });
  if (answer.type !== 'success') throw new Error(JSON.stringify(answer.errors));
  const { decision, diagnostics } = answer.response;
  if (diagnostics.errors.length > 0) throw new Error(JSON.stringify(diagnostics.errors));
  return decision === 'allow';
};

describe('who may do what with a client', () => {
  const random = seededRandom(2026);
  const below = (count: number): number => Math.floor(random() * count);
  const oneOf = <T>(all: readonly T[]): T => all[below(all.length)] as T;
  const someOf = <T>(all: readonly T[], most: number): readonly T[] => [
    ...new Set(Array.from({ length: below(most + 1) }, () => oneOf(all))),
  ];

  const anActor = (): Actor => {
    const program = random() < 0.7 ? 'portal' : oneOf(programs);
    if (random() < 0.25) return { kind: 'PROGRAM', id: program, program, roles: [] };
    const held: readonly Role[] = random() < 0.85 ? [oneOf(roles)] : someOf(roles, 3);
    return { kind: 'STAFF', id: oneOf(staffIds), program, roles: held };
  };

  /** A person has one seat in a network. */
  const aSubject = (): Subject => ({
    handler: random() < 0.4 ? oneOf(staffIds) : undefined,
    servedBy: someOf(staffIds, 3),
    seats: someOf(staffIds, 4).map((staffId) => ({ staffId, party: oneOf(parties), appointedBy: oneOf(staffIds) })),
  });

  it(`is answered the same by the services and by an independent policy, ${questions} times`, () => {
    const policies = readFileSync(join(__dirname, 'access.cedar'), 'utf8');
    expect(preparsePolicySet('access', { staticPolicies: policies })).toMatchObject({ type: 'success' });

    const differing: string[] = [];
    const answers = new Map<string, { yes: number; no: number }>();
    for (let asked = 0; asked < questions; asked += 1) {
      const action = oneOf(Object.keys(ways));
      const [subject, actor] = [aSubject(), anActor()];
      const rules = byRules(ways[action] as Way, subject, actor);
      if (rules !== byPolicy(action, subject, actor)) {
        differing.push(`${action}: rules say ${rules}: ${JSON.stringify({ subject, actor })}`);
      }
      const count = answers.get(action) ?? { yes: 0, no: 0 };
      count[rules ? 'yes' : 'no'] += 1;
      answers.set(action, count);
    }

    expect(differing.slice(0, 5)).toEqual([]);
    // A question that is always answered alike would prove nothing.
    const lopsided = [...answers].filter(([, { yes, no }]) => Math.min(yes, no) < 50);
    expect([answers.size, lopsided]).toEqual([Object.keys(ways).length, []]);
  });
});
