import type { StaffRegister } from '../../application/statement-ports.ts';
import { type Organisation, specialistOn } from '../../domain/assignment/organisation.ts';
import type { StatementOfficial } from './read-statement-area.ts';

/**
 * Who may state for the authority: specialists with the power, while they work, and officials outside the teams. It
 * stands in for the register of powers of the governance service: the authority gives the power to named officials, also
 * of other municipalities (handbook 4).
 */
export const staffRegister = (organisation: Organisation, officials: readonly StatementOfficial[]): StaffRegister => ({
  hasStatementPower: (staffId, on) =>
    specialistOn(organisation, staffId, on)?.statementPower === true ||
    officials.some((official) => official.staffId === staffId && official.validFrom <= on),
});
