// What is done beside the way: withdrawn, stopped, detached, corrected, handed on.
const CLOSING = [
  'issue',
  'decision-in.moha',
  'notify.moha',
  'decision-in.mp',
  'notify',
  'items',
  'ceremony',
  'archive',
];

export function sideActs(steps) {
  const acting = Object.keys(steps).filter((name) => steps[name].acts);
  const open = acting.filter((name) => !CLOSING.includes(name) && !name.startsWith('refusal-notice'));
  const drafting = open.filter(
    (name) =>
      ['report', 'unit-review'].includes(name) ||
      name.startsWith('submit-up') ||
      name.startsWith('intake') ||
      name.startsWith('supplement-in'),
  );
  const inWork = open.filter((name) => !drafting.includes(name) && !name.startsWith('rework'));
  const everywhere = [...acting, ...Object.keys(steps).filter((name) => steps[name].kind === 'end')];
  const some = (at, roles, more = {}) => (at.length === 0 || roles.length === 0 ? undefined : { at, roles, ...more });
  const asking = acting.filter((name) => name.startsWith('consult')).map((name) => `officer@${steps[name].level}`);
  const notices = Object.values(steps).some(({ kind }) => kind === 'notice');
  const sending = acting.filter((name) => name.startsWith('notify'));
  const copied = sending.length === 0 ? [] : [...sending, 'ceremony', 'archive'].filter((name) => steps[name]);
  const stopped = [...inWork, ...(steps['issue'] ? ['issue'] : [])];
  return Object.fromEntries(
    Object.entries({
      withdraw: steps['withdrawn'] && some(open, ['submitter@UNIT'], { to: 'withdrawn' }),
      suspend: some(stopped, ['officer']),
      // Its decision may come while it stands still, and leads it on to where it has to be resumed.
      resume: some(
        acting.filter((name) => stopped.includes(name) || CLOSING.includes(name)),
        ['officer'],
      ),
      // A dossier that stands still is ended by the authority (close_suspended); without that it might stand for ever.
      reject: some(stopped, ['authority'], { to: steps['refusal-notice.mp'] ? 'refusal-notice.mp' : 'refusal-notice' }),
      'detach-nominees': some(
        inWork.filter((name) => steps[name].kind !== 'vote'),
        ['officer'],
      ),
      // The appraiser writes down what the authority decided, or the authority does it itself; nothing is granted by it.
      'escalate-nominees': some(
        inWork.filter((name) => steps[name].kind !== 'vote'),
        ['officer', 'authority'],
      ),
      classify: some(open, ['submitter@UNIT', 'officer']),
      'correct-fact': some(everywhere, ['officer']),
      assign: some(
        acting.filter((name) => name !== 'report'),
        ['section_head', 'secretary', 'authority'],
      ),
      // A letter that comes late is written down wherever the dossier lies by then (R41).
      'record-opinion': some(
        acting.filter((name) => !drafting.includes(name) && !name.startsWith('consult')),
        asking,
      ),
      'record-objection': notices && some(inWork, ['officer']),
      'resolve-objection': notices && some(inWork, ['officer']),
      'correct-copy': some(copied, [...new Set(sending.map((name) => `clerk@${steps[name].level}`))]),
      release: some(acting, ['submitter@UNIT', 'officer', 'secretary', 'clerk', 'authority']),
    }).filter(([, side]) => side),
  );
}
