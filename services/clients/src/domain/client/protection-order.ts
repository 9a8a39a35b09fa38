import { allOf, badField, type Checked, checkDate } from '@tyovayla/kernel/field-check';
import type { LocalDate } from '@tyovayla/kernel/local-date';
import { accepted } from '@tyovayla/kernel/result';

/**
 * Non-disclosure for personal safety (turvakielto): act 661/2009 36 §, handbook 1.6. It hides the person from all but
 * the assigned handler. `validTo` is what was granted; the order never lapses by itself, only a lift ends it.
 */
export type ProtectionOrder = {
  readonly validFrom: LocalDate;
  /** The last day granted; absent where granted until further notice. */
  readonly validTo?: LocalDate;
  /** Opaque staff id of the protected-client handler who serves the person. */
  readonly handlerId: string;
};

/** A protection order as it was written down; an empty `validTo` is until further notice. */
export type ProtectionOrderForm = {
  readonly validFrom: string;
  readonly validTo: string;
  readonly handlerId: string;
};

const checkHandler = (handlerId: string): Checked<string> =>
  handlerId.trim() === ''
    ? badField('protection_order.handler_id', 'HANDLER_MISSING', 'names no handler')
    : accepted(handlerId);

const checkOrder = (order: ProtectionOrder): Checked<ProtectionOrder> =>
  order.validTo !== undefined && order.validTo < order.validFrom
    ? badField('protection_order.valid_to_date', 'PERIOD_REVERSED', 'is before the first day')
    : accepted(order);

/** Reads an order; field violations on `protection_order.…` where a date is none or the period runs backwards. */
export const readProtectionOrder = (form: ProtectionOrderForm): Checked<ProtectionOrder> => {
  const validTo: Checked<LocalDate | undefined> =
    form.validTo === '' ? accepted(undefined) : checkDate('protection_order.valid_to_date', form.validTo);
  const fields = allOf({
    validFrom: checkDate('protection_order.valid_from_date', form.validFrom),
    validTo,
    handlerId: checkHandler(form.handlerId),
  });
  if (!fields.ok) return fields;
  const { validFrom, handlerId } = fields.value;
  return checkOrder({ validFrom, handlerId, ...(fields.value.validTo && { validTo: fields.value.validTo }) });
};
