import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { parties } from '../../../src/api/multi-sector-codes.ts';
import { PartForm } from '../common/part-form.tsx';
import { useSignedIn } from '../lib/session.tsx';
import { DayField, LineField } from '../process/form-fields.tsx';
import { membersOf } from './group-members.ts';

/** Forms the management group: people of each party, by their staff ids. */
export const FormGroup = ({ countyArea }: { readonly countyArea: string }): ReactNode => {
  const { t } = useTranslation();
  const { today } = useSignedIn();
  const [negotiatedDate, setNegotiatedDate] = useState(today);
  const [people, setPeople] = useState<Readonly<Record<string, string>>>({});
  return (
    <PartForm
      name="form-group"
      title={t('multiSector.group.form')}
      path="/api/management-groups"
      body={{ countyArea, negotiatedDate, members: membersOf(people) }}
      reasonFields={{ MULTI_SECTOR_DATE_IN_FUTURE: 'negotiatedDate' }}
      done={t('multiSector.group.formedDone')}
    >
      <DayField
        field="negotiatedDate"
        label={t('multiSector.group.negotiated')}
        value={negotiatedDate}
        onChange={setNegotiatedDate}
      />
      {parties.map((party, at) => (
        <LineField
          key={party}
          // What is wrong with the people as a whole stands at the first field.
          field={at === 0 ? 'members' : `members.${party}`}
          label={t(`multiSector.codes.parties.${party}`)}
          help={t('multiSector.group.peopleHelp')}
          value={people[party] ?? ''}
          onChange={(text) => setPeople({ ...people, [party]: text })}
        />
      ))}
    </PartForm>
  );
};
