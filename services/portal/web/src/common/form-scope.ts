import { createContext, useContext } from 'react';

type FormScene = { readonly name: string; errorOf(field: string): string | undefined };

const FormContext = createContext<FormScene>({ name: '', errorOf: () => undefined });

/** Tells the fields of a form whose they are and what is wrong with each. */
export const FormScope = FormContext.Provider;

/** The form in which a field stands. */
export const useFormScene = (): FormScene => useContext(FormContext);
