import { Button, Heading, TextField } from '@navikt/ds-react';
import { type FormEvent, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { statusCodes } from '../../../src/api/codes.ts';
import { CodeSelect } from '../common/code-select.tsx';
import { residences } from '../picture/areas.ts';

export type Search = { readonly name: string; readonly municipality: string; readonly status: string };

type ClientSearchProps = { readonly search: Search; onSearch(search: Search): void };

/** Searches clients by the start of a name, municipality and status. */
export const ClientSearch = ({ search, onSearch }: ClientSearchProps): ReactNode => {
  const { t } = useTranslation();
  const [draft, setDraft] = useState(search);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    onSearch({ ...draft, name: draft.name.trim() });
  };
  return (
    <search>
      <form className="card stack" onSubmit={submit} noValidate autoComplete="off">
        <Heading level="2" size="small">
          {t('clients.search')}
        </Heading>
        <div className="fields fields--narrow fields--end">
          <TextField
            label={t('clients.name')}
            description={t('clients.nameHelp')}
            value={draft.name}
            maxLength={100}
            autoComplete="off"
            onChange={(event) => setDraft({ ...draft, name: event.target.value })}
          />
          <CodeSelect
            label={t('clients.municipality')}
            codes={residences}
            names="municipalities"
            empty={t('clients.all')}
            value={draft.municipality}
            onChange={(municipality) => setDraft({ ...draft, municipality })}
          />
          <CodeSelect
            label={t('clients.status')}
            codes={statusCodes}
            names="statusCodes"
            withCode
            empty={t('clients.all')}
            value={draft.status}
            onChange={(status) => setDraft({ ...draft, status })}
          />
        </div>
        <div>
          <Button type="submit">{t('clients.search')}</Button>
        </div>
      </form>
    </search>
  );
};
