/** What an address says, taken for what it can be; what it cannot be is left out. */
type Search = Readonly<Record<string, unknown>>;

/** Ids and codes, never what somebody typed about a person. */
export function text<Name extends string>(search: Search, name: Name): { [Key in Name]?: string | undefined } {
  const value = search[name];
  const said = typeof value === 'number' ? String(value) : value;
  return (typeof said === 'string' && said !== '' && said.length <= 500 ? { [name]: said } : {}) as {
    [Key in Name]?: string | undefined;
  };
}

export function oneOf<Name extends string, const Value extends string>(
  search: Search,
  name: Name,
  values: readonly Value[],
): { [Key in Name]?: Value | undefined } {
  const value = values.find((each) => each === search[name]);
  return (value === undefined ? {} : { [name]: value }) as { [Key in Name]?: Value | undefined };
}

export function yes<Name extends string>(search: Search, name: Name): { [Key in Name]?: true | undefined } {
  return (search[name] === true || search[name] === 'true' ? { [name]: true } : {}) as {
    [Key in Name]?: true | undefined;
  };
}

export function whole<Name extends string>(search: Search, name: Name): { [Key in Name]?: number | undefined } {
  const value = Number(search[name]);
  return (search[name] !== undefined && Number.isSafeInteger(value) && value >= 0 ? { [name]: value } : {}) as {
    [Key in Name]?: number | undefined;
  };
}
