interface Page<Item> {
  readonly items: readonly Item[];
  readonly next: string | null;
}

/** As many at once as the API gives. */
const AT_ONCE = '200';

/** Reads a list to its end, page by page, in its own order. */
export async function everyItem<Item>(
  read: (asked: { readonly limit: string; readonly cursor?: string }) => Promise<Page<Item>>,
): Promise<Item[]> {
  const all: Item[] = [];
  let cursor: string | null = null;
  do {
    const page: Page<Item> = await read({ limit: AT_ONCE, ...(cursor === null ? {} : { cursor }) });
    all.push(...page.items);
    cursor = page.next;
  } while (cursor !== null);
  return all;
}
