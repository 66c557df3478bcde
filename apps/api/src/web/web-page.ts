import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

const PLACE_OF_NONCE = '%NONCE%';

/** The one page of the web app, and what it may do: handed out anew each time, with a nonce that no other answer has. */
export interface WebPage {
  readonly html: string;
  readonly policy: string;
}

/**
 * Reads the page that was built, once. Answers what makes an answer of it; `undefined` where no web app was built, so that a tree
 * without one serves its API all the same.
 */
export async function readWebPage(folder: string): Promise<(() => WebPage) | undefined> {
  let built: string;
  try {
    built = await readFile(join(folder, 'index.html'), 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
  const [before, after] = built.split(PLACE_OF_NONCE);
  if (before === undefined || after === undefined)
    throw new Error(`${folder}/index.html has no place for its nonce: it was built by something else.`);
  return () => {
    const nonce = randomBytes(16).toString('base64');
    return { html: `${before}${nonce}${after}`, policy: policyWith(nonce) };
  };
}

/**
 * Nothing from elsewhere, no script but our own files, no frame around it. Components write their styles when they are first
 * shown; those, and no others, know the nonce. What the page has read itself it may show as a picture or in a frame (`blob:`):
 * papers in the browser's own viewer. No address can be framed.
 */
const policyWith = (nonce: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    'frame-src blob:',
    "font-src 'self'",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
