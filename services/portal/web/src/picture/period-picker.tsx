import { Button, Select, Switch, ToggleGroup } from '@navikt/ds-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DateField } from '../common/date-field.tsx';
import { monthsBack, readDay, shiftDay, shiftMonth } from '../lib/days.ts';
import { useFormats } from '../lib/format.ts';

/** What the picture counts: a day (empty: today, live), or the mean of months. */
export type Period =
  | { readonly kind: 'day'; readonly day: string }
  | { readonly kind: 'months'; readonly from: string; readonly to: string };

type PeriodPickerProps = {
  readonly period: Period;
  readonly today: string;
  readonly comparing: boolean;
  onPeriod(period: Period): void;
  onComparing(comparing: boolean): void;
};

const DayChoice = ({
  day,
  today,
  onPeriod,
}: { day: string; today: string } & Pick<PeriodPickerProps, 'onPeriod'>): ReactNode => {
  const { t } = useTranslation();
  const shown = day || today;
  const choose = (text: string): void => {
    if (readDay(text)) onPeriod({ kind: 'day', day: text === today ? '' : text });
  };
  return (
    <div className="row">
      <DateField label={t('picture.day')} value={shown} onChange={choose} />
      <Button variant="secondary" onClick={() => choose(shiftDay(shown, -1))}>
        {t('picture.previousDay')}
      </Button>
      <Button variant="secondary" onClick={() => choose(shiftDay(shown, 1))} disabled={shown >= today}>
        {t('picture.nextDay')}
      </Button>
      <Button variant="tertiary" onClick={() => choose(today)} disabled={shown === today}>
        {t('picture.today')}
      </Button>
    </div>
  );
};

const MonthSelect = (props: {
  label: string;
  value: string;
  months: readonly string[];
  onChange(month: string): void;
}): ReactNode => {
  const { month } = useFormats();
  return (
    <Select label={props.label} value={props.value} onChange={(event) => props.onChange(event.target.value)}>
      {props.months.map((one) => (
        <option key={one} value={one}>
          {month(one)}
        </option>
      ))}
    </Select>
  );
};

/** The running month has no counting day yet. */
const lastWholeMonth = (today: string): string => shiftMonth(today, -1);

/** Earliest month offered: where the plan's own figures begin. */
const firstMonth = '2023-01';

const MonthsChoice = ({
  from,
  to,
  today,
  onPeriod,
}: { from: string; to: string; today: string } & Pick<PeriodPickerProps, 'onPeriod'>): ReactNode => {
  const { t } = useTranslation();
  const months = monthsBack(firstMonth, lastWholeMonth(today));
  return (
    <div className="row">
      <MonthSelect
        label={t('picture.from')}
        value={from}
        months={months}
        onChange={(month) => onPeriod({ kind: 'months', from: month, to: month > to ? month : to })}
      />
      <MonthSelect
        label={t('picture.to')}
        value={to}
        months={months}
        onChange={(month) => onPeriod({ kind: 'months', from: month < from ? month : from, to: month })}
      />
    </div>
  );
};

/** Chooses what the picture counts, and whether the plan's figures stand beside. */
export const PeriodPicker = ({ period, today, comparing, onPeriod, onComparing }: PeriodPickerProps): ReactNode => {
  const { t } = useTranslation();
  const to = lastWholeMonth(today);
  const change = (kind: string): void =>
    onPeriod(kind === 'day' ? { kind: 'day', day: '' } : { kind: 'months', from: `${to.slice(0, 4)}-01`, to });
  return (
    <div className="card stack">
      <div className="row">
        <ToggleGroup label={t('picture.period')} value={period.kind} onChange={change}>
          <ToggleGroup.Item value="day">{t('picture.modeDay')}</ToggleGroup.Item>
          <ToggleGroup.Item value="months">{t('picture.modeMonths')}</ToggleGroup.Item>
        </ToggleGroup>
        {period.kind === 'day' ? (
          <DayChoice day={period.day} today={today} onPeriod={onPeriod} />
        ) : (
          <MonthsChoice from={period.from} to={period.to} today={today} onPeriod={onPeriod} />
        )}
      </div>
      <Switch checked={comparing} onChange={(event) => onComparing(event.target.checked)}>
        {t('picture.compare')}
      </Switch>
    </div>
  );
};
