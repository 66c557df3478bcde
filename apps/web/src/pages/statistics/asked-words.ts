/** What a list was asked for, in a line; `all` where it was asked for nothing. */
export const askedWords = (parts: readonly (string | false | undefined)[], all: string): string =>
  parts.filter((part): part is string => typeof part === 'string' && part !== '').join(' · ') || all;
