import type { Page } from 'playwright-core';

/** Facts that a page was told of, in the order in which they came. */
export interface ToldFacts {
  readonly position: string;
  readonly dossiers: readonly { readonly id: string; readonly types: readonly string[] }[];
}

/** Splits the line of server-sent events in two: one for the page, one for us. */
const LISTEN = `(() => {
  window.toldFacts = [];
  const real = window.fetch;
  window.fetch = async (...asked) => {
    const response = await real(...asked);
    if (!String(asked[0]?.url ?? asked[0]).includes('/api/v1/live') || !response.body) return response;
    const [page, us] = response.body.tee();
    (async () => {
      const reader = us.pipeThrough(new TextDecoderStream()).getReader();
      for (let rest = ''; ; ) {
        const { value, done } = await reader.read();
        if (done) return;
        const blocks = (rest + value).split('\\n\\n');
        rest = blocks.pop();
        for (const block of blocks) {
          if (!/^event: ?facts$/m.test(block)) continue;
          window.toldFacts.push(JSON.parse(/^data: ?(.*)$/m.exec(block)[1]));
        }
      }
    })().catch(() => undefined);
    return new Response(page, { status: response.status, headers: response.headers });
  };
})()`;

/** From the next page on, what comes over the line is written down too. */
export const listenIn = (page: Page): Promise<void> => page.addInitScript(LISTEN).then(() => undefined);

export const toldFacts = (page: Page): Promise<readonly ToldFacts[]> => page.evaluate('window.toldFacts');
