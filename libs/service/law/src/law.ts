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

/** A pin that nothing answers any more, with a sentence for whoever starts the system. */
export interface MissingPin {
  readonly pin: ProcedurePin;
  readonly reason: 'VERSION_MISSING' | 'CONTENT_CHANGED';
  readonly sentence: string;
}

/**
 * The law: procedures, calendar and figures. What stands in files is immutable for the life of the process; the procedures are
 * those that were published, as far as the log was read (`learn`), and those of the files for awards of which it holds nothing.
 * One object belongs to one log.
 */
export class Law {
  /** By code: what was published, up to which revision of the award's stream it was read. */
  private readonly learned = new Map<string, { readonly revision: number; readonly versions: readonly Procedure[] }>();
  private all: readonly Procedure[];
  private byName: ReadonlyMap<string, Procedure>;

  constructor(
    /** Every version of every procedure as it came along in files, by code and first day in force. */
    readonly shipped: readonly Procedure[],
    readonly calendar: WorkingCalendar,
    /** Reminder ladders by name; every name that a procedure mentions is there. */
    readonly ladders: ReadonlyMap<string, readonly LadderRung[]>,
    readonly prizes: PrizeLaw,
    readonly notifications: NotificationLaw,
    /** The canonical texts of what came along, by hash. */
    readonly shippedTexts: ReadonlyMap<string, string> = new Map(),
  ) {
    this.all = shipped;
    this.byName = indexed(shipped);
  }

  /** Every version of every procedure, by code and first day in force. Another list as soon as something was published. */
  get procedures(): readonly Procedure[] {
    return this.all;
  }

  /**
   * What the log says of one award: from now on these are its versions. An older reading than what is known is passed by, so that
   * several readers of one log never undo each other.
   */
  learn(code: string, revision: number, versions: readonly Procedure[]): void {
    if ((this.learned.get(code)?.revision ?? -1) >= revision) return;
    // A draft alone publishes nothing: until the first publication the files go on.
    if (versions.length === 0) return;
    this.learned.set(code, { revision, versions });
    const ofFiles = this.shipped.filter((procedure) => !this.learned.has(procedure.code));
    const published = [...this.learned.values()].flatMap((each) => each.versions);
    this.all = [...ofFiles, ...published].toSorted((one, other) => order(sortKey(one), sortKey(other)));
    this.byName = indexed(this.all);
  }

  /**
   * The procedure to which a dossier is bound; `undefined` when it is not known here, or says something else now. A dossier
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

const indexed = (procedures: readonly Procedure[]): ReadonlyMap<string, Procedure> =>
  new Map(procedures.map((procedure) => [nameOf(procedure), procedure]));

export const sortKey = ({ code, effective }: Procedure): string => `${code} ${effective.from}`;
export const order = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

const nameOf = ({ code, version }: Pick<ProcedurePin, 'code' | 'version'>): string => `${code}.${version}`;
