import { accepted } from '@tyovayla/kernel/result';
import { type AccessPageInput, accessPage, overseesLog, type RecordedAccess } from '@tyovayla/runtime/access-log';
import type { Page } from '@tyovayla/runtime/page';
import { seesAccesses } from '../access.ts';
import { type CaseQuery, caseQuery } from '../case-query.ts';
import type { GuidancePorts } from '../ports.ts';

/**
 * Lists who has seen or changed what guidance keeps of a client, the newest first: to those who serve the client, for
 * the client's own question (GDPR article 15). An auditor oversees the log of every client and sees nothing else of
 * them, also of one under protection.
 */
export const listClientAccessesQuery = (
  ports: Pick<GuidancePorts, 'cases' | 'accessLog'>,
): CaseQuery<AccessPageInput, Page<RecordedAccess>> => {
  const ofServedClient = caseQuery<AccessPageInput, Page<RecordedAccess>>(ports, {
    name: 'ListClientAccesses',
    access: seesAccesses,
    load: (sql, input) => accessPage(ports.accessLog, sql, input),
  });
  return {
    ...ofServedClient,
    load: async (sql, input, context) => {
      if (!overseesLog(context.actor)) return ofServedClient.load(sql, input, context);
      const page = await accessPage(ports.accessLog, sql, input);
      return page.ok ? accepted({ verdict: { allowed: true }, view: page.value }) : page;
    },
  };
};
