import { useState } from 'react';
import type { AllowedCommand } from '../api/dossier.js';

/**
 * Whether a page has no form to show: its act was refused when it was opened, and nothing was typed before. One that is refused
 * only later keeps what is typed, and one that is allowed later opens.
 */
export function useClosed(may: AllowedCommand | undefined, typed: boolean): boolean {
  const [refused, setRefused] = useState<boolean>();
  if (refused === undefined && may) setRefused(!may.allowed && !typed);
  return refused === true && may?.allowed === false;
}
