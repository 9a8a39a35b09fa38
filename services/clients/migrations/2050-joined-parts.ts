import type { SqlMigration } from '@tyovayla/kernel/sql-migration';
import { hasRole } from '@tyovayla/persistence/row-level-security';

const servesClients = ['CASE_SPECIALIST', 'SERVICE_MANAGER', 'PROTECTED_CLIENT_HANDLER'].map(hasRole).join(' OR ');
const managesService = hasRole('SERVICE_MANAGER');

/** The two records that this transaction makes one, or two again, where the actor sees them. */
const ofRecordsInHand = (table: string): string =>
  `client_is_visible(${table}.client_id)
    AND ${table}.client_id::text = ANY ((SELECT string_to_array(current_setting('app.joining', true), ','))::text[])`;

type Rule = { readonly table: string; readonly name: string; readonly command: string; readonly who: string };

const using = ({ table, name, command, who }: Rule): string =>
  `CREATE POLICY ${name} ON ${table} FOR ${command} TO :app USING ((${who}) AND ${ofRecordsInHand(table)})`;

const workAbility = { table: 'client_work_ability', who: managesService };

/**
 * Parts go along when records become one, and come back when they become two again: then alone, and of those two
 * records alone, receipts change hands and a part that came along is taken away again. Managers make records one: then
 * work ability goes along by their hand too, though they are shown none of it.
 */
export const joinedParts: SqlMigration = {
  name: 'JoinedParts2050',
  up: [
    'GRANT UPDATE (client_id) ON client_consent TO :app',
    'GRANT UPDATE (client_id) ON client_information_receipt TO :app',
    using({
      table: 'client_information_receipt',
      name: 'client_information_receipt_joined',
      command: 'UPDATE',
      who: servesClients,
    }),
    using({ table: 'client_profile', name: 'client_profile_parted', command: 'DELETE', who: servesClients }),
    using({ table: 'client_work_ability', name: 'client_work_ability_parted', command: 'DELETE', who: servesClients }),
    using({ ...workAbility, name: 'client_work_ability_compared', command: 'SELECT' }),
    using({ ...workAbility, name: 'client_work_ability_joined', command: 'UPDATE' }),
    `CREATE POLICY client_work_ability_came_along ON client_work_ability FOR INSERT TO :app
      WITH CHECK ((${managesService}) AND ${ofRecordsInHand('client_work_ability')})`,
  ],
};
