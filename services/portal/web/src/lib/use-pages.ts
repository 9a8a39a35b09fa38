import { useState } from 'react';

export type Pages = {
  /** Leads to the page shown; empty for the first. */
  readonly token: string;
  /** Number of the page shown, from 1. */
  readonly page: number;
  turnTo(page: number, nextToken: string | undefined): void;
  restart(): void;
};

/** Turns the pages of a list that only knows the way onward: keeps the tokens of the pages seen so far. */
export const usePages = (): Pages => {
  const [tokens, setTokens] = useState<readonly string[]>(['']);
  return {
    token: tokens.at(-1) ?? '',
    page: tokens.length,
    turnTo: (page, nextToken) =>
      setTokens((before) => (page > before.length && nextToken ? [...before, nextToken] : before.slice(0, page))),
    restart: () => setTokens(['']),
  };
};
