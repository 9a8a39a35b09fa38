import type { LocalDate } from '@tyovayla/kernel/local-date';
import type { MunicipalityCode } from '@tyovayla/kernel/municipality';
import { EntitySchema } from 'typeorm';
import type { ClientId } from '../../domain/client/client.ts';
import type { EmploymentStatusCode } from '../../domain/client/employment-status.ts';

/** What lists show and search of a client. The rest of the table is read as a whole, with job searches. */
export type ClientTableRow = {
  readonly client_id: ClientId;
  readonly given_names: string;
  readonly family_name: string;
  /** Lower case; what a prefix is looked for in. */
  readonly given_names_key: string;
  readonly family_name_key: string;
  readonly municipality_code: MunicipalityCode;
  readonly running_status_code: EmploymentStatusCode | null;
  readonly running_since: LocalDate | null;
  readonly protection_valid_from: LocalDate | null;
  readonly protection_valid_to: LocalDate | null;
  readonly protection_handler_id: string | null;
};

/** The table `client` for TypeORM. */
export const clientTable = new EntitySchema<ClientTableRow>({
  name: 'client',
  tableName: 'client',
  columns: {
    client_id: { type: 'uuid', primary: true },
    given_names: { type: 'text' },
    family_name: { type: 'text' },
    given_names_key: { type: 'text', select: false },
    family_name_key: { type: 'text', select: false },
    municipality_code: { type: 'text' },
    running_status_code: { type: 'text', nullable: true },
    running_since: { type: 'date', nullable: true },
    protection_valid_from: { type: 'date', nullable: true },
    protection_valid_to: { type: 'date', nullable: true },
    protection_handler_id: { type: 'text', nullable: true },
  },
});
