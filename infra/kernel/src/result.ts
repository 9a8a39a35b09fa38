/** What a decision gives: a value, or a refusal that was expected. Faults are thrown, never returned. */
export type Result<Value, No> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly refusal: No };

export const accepted = <Value>(value: Value): { readonly ok: true; readonly value: Value } => ({ ok: true, value });

export const refused = <No>(refusal: No): { readonly ok: false; readonly refusal: No } => ({ ok: false, refusal });
