import { ServiceLanguage } from '@tyovayla/proto/tyovayla/clients/v1/client';
import type { RegisterJobSeekerRequest } from '@tyovayla/proto/tyovayla/clients/v1/clients_service';
import type { SyntheticPerson } from './people.ts';

/** Staff id of the demo handler who serves the protected people of the synthetic population. */
const PROTECTED_HANDLER = 'staff-0004';

const contactOf = (person: SyntheticPerson): RegisterJobSeekerRequest['contact'] => ({
  email: person.email,
  phone: '',
  streetAddress: 'Keksittykatu 1',
  postalCode: '94100',
  city: 'Kemi',
});

/** A takeover of the person's running job search, as the registry's contract has it. */
export const registrationOf = (person: SyntheticPerson): RegisterJobSeekerRequest => ({
  requestId: person.requestId,
  identityCode: person.identityCode,
  givenNames: person.givenNames,
  familyName: person.familyName,
  municipalityCode: person.municipalityCode,
  serviceLanguage: person.swedish ? ServiceLanguage.SERVICE_LANGUAGE_SV : ServiceLanguage.SERVICE_LANGUAGE_FI,
  citizenships: [person.citizenship],
  contact: contactOf(person),
  statusCode: '',
  nationalRecord: {
    jobSearchStartedDate: person.spells[0]?.fromDate ?? '',
    statusSpells: [...person.spells],
    labourMarketSubsidyDays: person.subsidyDays,
    subsidy300ReachedDate: person.subsidy300ReachedDate,
  },
  protectionOrder: person.protectedPerson
    ? { validFromDate: person.spells[0]?.fromDate ?? '', validToDate: '', handlerId: PROTECTED_HANDLER }
    : undefined,
});
