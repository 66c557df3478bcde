/**
 * What this tab knows of itself: in which position its user acts, and how far his own acts have come. Of this tab and of no other:
 * two tabs may act in two positions.
 */
const POSITION = 'vinhdanh:position';

let lastWrite: string | undefined;

/** In which position requests of this tab act; `undefined`: in the usual one. */
export const actingPosition = (): string | undefined => sessionStorage.getItem(POSITION) ?? undefined;

export function actIn(positionId: string | undefined): void {
  if (positionId === undefined) sessionStorage.removeItem(POSITION);
  else sessionStorage.setItem(POSITION, positionId);
}

/** The place in the log of this tab's last act: what is read from now on shows it, or says that it does not yet. */
export const ownLastWrite = (): string | undefined => lastWrite;

export function rememberWrite(position: string): void {
  lastWrite = position;
}

/** Somebody else signs in here. */
export function forgetTab(): void {
  lastWrite = undefined;
  actIn(undefined);
}
