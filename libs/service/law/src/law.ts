import type { LadderRung, WorkingCalendar } from '#libs/domain/calendar';
import type { PrizeLaw } from '#libs/domain/decision';
import type { Procedure } from '#libs/domain/procedure';
import type { NotificationLaw } from './notification-law.js';

/** The version of a procedure to which a dossier is bound (R1), as its receipt recorded it. */
export interface ProcedurePin {
  readonly code: string;
  readonly version: string;
  /** SHA-256 of the canonical text, lower-case hexadecimal. */
  readonly hash: string;
}

/** A pin that the files no longer answer, with a sentence for whoever starts the system. */
export interface MissingPin {
  readonly pin: ProcedurePin;
  readonly reason: 'VERSION_MISSING' | 'CONTENT_CHANGED';
  readonly sentence: string;
}

/**
 * The law as it was loaded: procedures, calendar and figures. Immutable for the life of the process: whoever changes a file
 * starts the system again, and the pins of running dossiers are checked against it.
 */
export class Law {
  private readonly byName: ReadonlyMap<string, Procedure>;

  constructor(
    /** Every version of every procedure, by code and first day in force. */
    readonly procedures: readonly Procedure[],
    readonly calendar: WorkingCalendar,
    /** Reminder ladders by name; every name that a procedure mentions is there. */
    readonly ladders: ReadonlyMap<string, readonly LadderRung[]>,
    readonly prizes: PrizeLaw,
    readonly notifications: NotificationLaw,
  ) {
    this.byName = new Map(procedures.map((procedure) => [nameOf(procedure), procedure]));
  }

  /**
   * The procedure to which a dossier is bound; `undefined` when its file has vanished or says something else now. A dossier
   * must not go on under rules other than those of its receipt, so a version with another content is no answer (R1).
   */
  procedureByPin(pin: ProcedurePin): Procedure | undefined {
    const procedure = this.byName.get(nameOf(pin));
    return procedure?.hash === pin.hash ? procedure : undefined;
  }

  /** One version of a procedure, by its name; `undefined` where there is none. */
  procedureVersion(code: string, version: string): Procedure | undefined {
    return this.byName.get(nameOf({ code, version }));
  }

  /** The pins for which no procedure is there any more, each once: asked at boot with the pins of all open dossiers. */
  missingPins(pins: Iterable<ProcedurePin>): readonly MissingPin[] {
    const missing = new Map<string, MissingPin>();
    for (const pin of pins) {
      if (!this.procedureByPin(pin)) missing.set(`${nameOf(pin)} ${pin.hash}`, this.missing(pin));
    }
    return [...missing.values()];
  }

  private missing(pin: ProcedurePin): MissingPin {
    const now = this.byName.get(nameOf(pin));
    const file = `procedures/${nameOf(pin)}.json`;
    const bound = `Dossiers are bound to ${pin.code} ${pin.version} with the content ${pin.hash}`;
    return now
      ? { pin, reason: 'CONTENT_CHANGED', sentence: `${bound}, but ${file} now has the content ${now.hash}.` }
      : { pin, reason: 'VERSION_MISSING', sentence: `${bound}, but there is no ${file}.` };
  }
}

const nameOf = ({ code, version }: Pick<ProcedurePin, 'code' | 'version'>): string => `${code}.${version}`;
