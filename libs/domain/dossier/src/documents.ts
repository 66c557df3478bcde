import { type Decision, ok, refuse, UNKNOWN } from '#libs/domain/kernel';
import { type Act, papersOfAct, type Procedure } from '#libs/domain/procedure';
import type { DocumentState, DossierState } from './dossier.state.js';

type Component = Procedure['documents'][number];

/**
 * The form a document says it is. Refuses `DOCUMENT_FORM_WRONG` (R11) when it comes without its decree or is not the form that
 * the version asks for: Mẫu 05 of one decree is another paper than Mẫu 05 of the next. A paper that names no form is left to
 * the officer's eye.
 */
export function checkForm(
  component: Component,
  form: { readonly number: string; readonly decree: string | null },
): Decision<{ number: string; decree: string }> {
  const { number, decree } = form;
  if (decree !== null && isForm(component, { number, decree })) return ok({ number, decree });
  return refuse('DOCUMENT_FORM_WRONG', {
    rule: 'R11',
    ...(component.form ? { source: component.form.source } : {}),
    params: { form: number, decree: decree ?? UNKNOWN, document: component.code },
  });
}

/** A component for which no form is laid down takes any. */
const isForm = ({ form }: Component, named: { readonly number: string; readonly decree: string }): boolean =>
  form === null || (form.number === named.number && form.decree === named.decree);

/** Whether a component is for this kind of commendation and for some of the kinds of nominees there are. */
function concerns({ when }: Component, { kind, nominees }: DossierState): boolean {
  const subjects = new Set([...nominees.values()].map((nominee) => nominee.kind));
  return (when?.kinds?.includes(kind) ?? true) && (when?.subjects?.some((subject) => subjects.has(subject)) ?? true);
}

/** The components a dossier needs under a version at the receipt of a level; without a level, what every receipt needs. */
const componentsNeeded = (procedure: Procedure, state: DossierState, level?: string): Component[] =>
  procedure.documents.filter(
    (component) =>
      component.optional !== true &&
      (component.neededAt === undefined || (level !== undefined && component.neededAt.includes(level))) &&
      concerns(component, state),
  );

/**
 * Whether the dossier is full under a version at a receipt. Refuses `DOCUMENTS_MISSING` naming the components (R5), or the formats of
 * those that are there in one only (R6: `TT.docx`), and `DOCUMENT_FORM_WRONG` (R11) where all that is there is on another form.
 * @param step where it is received; without one, what every receipt needs is asked.
 */
export function checkComplete(procedure: Procedure, state: DossierState, step?: string): Decision<void> {
  const level = step === undefined ? undefined : procedure.steps[step]?.level;
  return checkThere(componentsNeeded(procedure, state, level), state, { step: step ?? state.step, level });
}

/**
 * Whether the papers are there that a step demands of an act that brings the dossier on from it, of a completion with one outcome.
 * Refuses as a receipt does; a component that no receipt asks for may be asked for here.
 */
export function checkPapers(
  { procedure, state, place }: { readonly procedure: Procedure; readonly state: DossierState; readonly place: string },
  act: Act,
  outcome?: string,
): Decision<void> {
  const codes = papersOfAct(procedure, place, act, outcome);
  const needed = procedure.documents.filter(
    (component) => codes.includes(component.code) && concerns(component, state),
  );
  return checkThere(needed, state, { step: place, level: procedure.steps[place]?.level });
}

/** Whether components are there, on their forms and in their formats. Sealed documents are not there. */
function checkThere(
  needed: readonly Component[],
  state: DossierState,
  { step, level }: { readonly step: string; readonly level: string | undefined },
): Decision<void> {
  const attached = new Map<string, DocumentState[]>();
  for (const document of state.documents) {
    if (document.sealed) continue;
    const same = attached.get(document.document);
    if (same) same.push(document);
    else attached.set(document.document, [document]);
  }
  const missing = needed.filter(({ code }) => !attached.has(code));
  if (missing.length > 0) {
    return refuse('DOCUMENTS_MISSING', {
      rule: 'R5',
      source: [...new Set(missing.map(({ source }) => source))].join('; '),
      params: { missing: missing.map(({ code }) => code), step },
    });
  }
  for (const component of needed) {
    const documents = attached.get(component.code) ?? [];
    const wrong = documents.every(({ form }) => form !== undefined && !isForm(component, form));
    const form = documents.at(-1)?.form;
    if (wrong && form) {
      const checked = checkForm(component, form);
      if (!checked.ok) return checked;
    }
  }
  const formats = needed
    .filter(({ formatsAt }) => formatsAt === undefined || (level !== undefined && formatsAt.includes(level)))
    .flatMap((component) => formatsMissing(component, attached.get(component.code) ?? []));
  return formats.length > 0
    ? refuse('DOCUMENTS_MISSING', { rule: 'R6', params: { missing: formats, step } })
    : ok(undefined);
}

/** Nothing is missing of a paper that only a stub stands for. */
function formatsMissing({ code, formats = [] }: Component, documents: readonly DocumentState[]): string[] {
  if (documents.some(({ stub }) => stub)) return [];
  const present = new Set(documents.flatMap((document) => document.formats ?? []));
  return formats.filter((format) => !present.has(format)).map((format) => `${code}.${format}`);
}
