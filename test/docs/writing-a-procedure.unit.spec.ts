import { isDeepStrictEqual } from 'node:util';
import { foldDossier } from '#libs/domain/dossier';
import { checkSoundness, unknownFigures } from '#libs/domain/procedure';
import { takenAlong } from '../support/award-desk.js';
import { Desk, type Move, moment, people } from '../support/dossier-desk.js';
import {
  act,
  addNominees,
  appraise,
  attachDocument,
  completeAppraisal,
  councilResult,
  draft,
  receive,
  submit,
} from '../support/dossier-acts.js';
import { exampleDocument, exampleProcedure, pageBlocks } from '../support/worked-example.js';

/** Whether each entry of a snippet stands, word for word, in one object somewhere inside. */
function holds(within: unknown, snippet: object): boolean {
  if (typeof within !== 'object' || within === null) return false;
  const has = Object.entries(snippet).every(([key, value]) =>
    isDeepStrictEqual((within as Record<string, unknown>)[key], value),
  );
  return has || Object.values(within).some((inner) => holds(inner, snippet));
}

describe('The page on writing a procedure', () => {
  const snippets = pageBlocks.filter(({ language }) => language === 'json');

  it('explains the example piece by piece', () => {
    expect(snippets.length).toBeGreaterThan(8);
  });

  it.each(snippets.map(({ lines }) => [lines[0], lines.join('\n')]))('quotes the file where it says %s', (_, text) => {
    const snippet = JSON.parse(`{${text}}`) as object;
    expect(Object.keys(snippet)).not.toEqual([]);
    expect(holds(exampleDocument, snippet)).toBe(true);
  });
});

describe('The award that the page invents', () => {
  it('is sound, and says which of its figures nobody has read', () => {
    expect(checkSoundness(exampleProcedure)).toEqual([]);
    expect(unknownFigures(exampleProcedure).map(({ path }) => path)).toEqual([
      'votes.ballot.secret',
      'clocks.refusal',
      'prize.household',
    ]);
  });

  it.each(exampleProcedure.subjects)(
    'is given to an invented %s by the file alone, from the draft to the archive',
    async (subject) => {
      const wanted = { procedure: exampleProcedure, kind: 'cong_trang', subject } as const;
      const { office, end } = await takenAlong(wanted, moment('2026-12-07T07:30:00+07:00'));
      expect(end).toBe('archived');
      const { state, facts } = office.desk;
      expect(foldDossier(facts)).toEqual(state);
      expect([...(state?.nominees.values() ?? [])].every(({ conferred }) => conferred)).toBe(true);
      const done = office.done.join('\n');
      // Both branches were gone, and the council voted.
      expect(done.match(/complete-step/g)).toHaveLength(2);
      expect(done).toContain('record-council-result');
    },
  );

  it('waits for its notice to stand five working days, and for nobody’s consent in silence', () => {
    const desk = heard();
    const early = desk.ask(step('posting', 'nobody_objects', '2026-12-10'));
    expect(early).toMatchObject({ ok: false, error: { code: 'WINDOW_NOT_OVER', rule: 'R39' } });
    const alone = step('opinion', 'unanswered', '2026-12-11');
    expect(desk.ask(alone)).toMatchObject({ ok: false, error: { code: 'POSITION_NOT_ALLOWED' } });
    expect(desk.ask({ ...alone, by: people.authority }).ok).toBe(true);
    // Six half-days from Monday at nine: the morning is the first and not counted.
    const due = new Map([...(desk.state?.deadlines.values() ?? [])].map(({ terms }) => [terms.clock, terms.dueAt]));
    expect(due.get('answer')).toBe(moment('2026-12-10T12:00:00+07:00'));
    expect(due.get('posting')).toBe(moment('2026-12-11T17:00:00+07:00'));
  });

  it('comes to the notice of refusal when an objection is founded: both branches end at once', () => {
    const desk = heard();
    done(desk, step('posting', 'objection', '2026-12-08'));
    expect(desk.state?.places).toEqual(['objection']);
    const states = new Map([...(desk.state?.deadlines.values() ?? [])].map(({ terms, state }) => [terms.clock, state]));
    expect(Object.fromEntries(states)).toEqual({ appraise: 'paused', posting: 'cancelled', answer: 'cancelled' });
    const founded = step('objection', 'founded', '2026-12-09');
    expect(desk.ask(founded)).toMatchObject({ ok: false, error: { code: 'POSITION_NOT_ALLOWED' } });
    done(desk, { ...founded, by: people.head });
    done(desk, step('refusal-notice', 'sent', '2026-12-10'));
    expect(endOf(desk)).toEqual({ outcome: 'rejected', running: [] });
  });

  it('is posted again when the objection is not, and refused when the ballot stays under two thirds', () => {
    const desk = heard();
    done(desk, step('posting', 'objection', '2026-12-08'));
    done(desk, { ...step('objection', 'unfounded', '2026-12-09'), by: people.head });
    expect(desk.state?.places).toEqual(['posting', 'opinion']);
    const answered = step('opinion', 'answered', '2026-12-10');
    expect(desk.ask(answered)).toMatchObject({
      ok: false,
      error: { code: 'DOCUMENTS_MISSING', rule: 'R5', params: { missing: ['Y_KIEN_SO'], step: 'opinion' } },
    });
    done(desk, attachDocument({ document: 'Y_KIEN_SO', by: people.officer, at: '2026-12-10' }));
    done(desk, answered);
    done(desk, step('posting', 'nobody_objects', '2026-12-16'));
    const ballot = { method: 'ballot', members: 9, heldOn: '2026-12-17', at: '2026-12-17' } as const;
    done(desk, councilResult({ N1: { yes: 5, no: 4 } }, ballot));
    expect(desk.state?.step).toBe('refusal-notice');
    done(desk, step('refusal-notice', 'sent', '2026-12-18'));
    expect(endOf(desk)).toEqual({ outcome: 'rejected', running: [] });
  });
});

/** How a dossier ended, and the clocks that run on nevertheless. */
function endOf({ state }: Desk): { readonly outcome?: string; readonly running: readonly string[] } {
  const end = exampleProcedure.steps[state?.step ?? ''];
  const deadlines = [...(state?.deadlines.values() ?? [])];
  const running = deadlines.filter((each) => each.state === 'running').map(({ terms }) => terms.clock);
  return { ...(end?.kind === 'end' ? { outcome: end.outcome } : {}), running };
}

/** An outcome by an officer at nine, with the reason and the letter that some of them need. */
function step(name: string, outcome: string, at: string): Move {
  const letter = { number: '15/SNV', date: at };
  const data = { step: name, outcome, reason: 'Theo biên bản', ...(name === 'opinion' ? { letter } : {}) };
  return act('complete-step', data, { at });
}

function done(desk: Desk, move: Move): void {
  const decided = desk.take(move);
  if (!decided.ok) throw new Error(`${move.command.type}: ${decided.error.code}`);
}

/** A dossier of one person, appraised: it hangs at the village hall, and the department was asked, on Monday at nine. */
function heard(): Desk {
  const desk = new Desk({ procedures: [exampleProcedure] });
  const at = '2026-12-07';
  const friday = '2026-12-04';
  done(desk, draft({ procedure: exampleProcedure.code, at: friday }));
  done(desk, addNominees({ nominees: [{ kind: 'individual', name: 'Người Một', unit: 'Thôn Một' }] }));
  for (const { code, form } of exampleProcedure.documents.slice(0, 2)) {
    const named = form ? { form: { number: form.number, decree: form.decree } } : {};
    done(desk, attachDocument({ document: code, ...named }));
  }
  for (const move of [submit(), receive(), appraise(['N1'])]) done(desk, move);
  done(desk, completeAppraisal({ at }));
  return desk;
}
