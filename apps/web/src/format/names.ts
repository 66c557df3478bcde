/** `TC` of `Trần Thuỳ Chi`: first and last, as people are called. */
export function initials(name: string): string {
  const parts = name.trim().split(/\s+/);
  const first = parts.at(0)?.at(0) ?? '';
  const last = parts.length > 1 ? (parts.at(-1)?.at(0) ?? '') : '';
  return `${first}${last}`.toLocaleUpperCase('vi');
}

/** What somebody is called by: the last part, after the one before it where there is one. */
export const calledBy = (name: string): string => name.trim().split(/\s+/).slice(-2).join(' ');

const order = new Intl.Collator('vi-VN');

/** Sorted as in an office: by given name, then by family name and those between. */
export const byGivenName = (one: string, other: string): number => {
  const given = (name: string) => name.trim().split(/\s+/).at(-1) ?? '';
  return order.compare(given(one), given(other)) || order.compare(one, other);
};
