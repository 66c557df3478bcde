import { meQuery, queryClient } from '../api/queries.js';
import { isProblem } from '../api/problem.js';
import { spoken, speak } from '../words/words.js';

/** Whether somebody is signed in, and nothing is left to be done before he may begin; the page then speaks his language. */
export async function knownHere(): Promise<boolean> {
  try {
    const me = await queryClient.ensureQueryData(meQuery);
    if (me.session && me.incomplete !== null) return false;
    if (spoken() !== me.language) await speak(me.language);
    return true;
  } catch (error) {
    if (isProblem(error) && error.body.status === 401) return false;
    throw error;
  }
}

/** Where to go after signing in: a place of this app and nothing else. */
export const comeBackTo = (path: string): { readonly ve?: string } => (path === '/' ? {} : { ve: path });

export const placeToGo = (ve: string | undefined): string =>
  ve !== undefined && /^\/(?![/\\])/.test(ve) && !ve.startsWith('/dang-nhap') ? ve : '/';
