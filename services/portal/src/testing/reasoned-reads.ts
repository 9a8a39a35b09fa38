import type { Caller, GuidanceService } from '../api/ports.ts';
import type { AccessQuery } from '../api/schemas.ts';

const reads = [
  'getAssignment',
  'listMeetings',
  'getServiceNeed',
  'listPlans',
  'getObligation',
  'listNeglects',
  'listNeglectCandidates',
  'listStatements',
  'getMultiSectorCase',
] as const;

type Reads = Pick<GuidanceService, (typeof reads)[number]>;
type Look = { readonly clientId: string } & AccessQuery;
type Read = (caller: Caller, look: Look) => Promise<unknown>;

/** Guidance's reads on one client, each after a check of who looks and why. */
export const reasonedReads = (service: Reads, check: (caller: Caller, look: Look) => Promise<void>): Reads => {
  const checked = reads.map((name) => {
    const read = service[name] as Read;
    const reasoned: Read = async (caller, look) => {
      await check(caller, look);
      return read(caller, look);
    };
    return [name, reasoned] as const;
  });
  return Object.fromEntries(checked) as unknown as Reads;
};
