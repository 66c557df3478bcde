// The short way: one office receives a dossier, has its council meet, decides and keeps it. The two awards that every office gives go
// it. Of the whole way of their families three steps are no steps here:
// - UNIT_REVIEW, the meeting of peers: no text gives it a form, a time or a majority. It comes before the dossier, and its minutes
//   (BB, BB_PHIEU) are a paper that the receipt demands (R5).
// - NOTIFY, copies of the decision: the ten working days of R47 are those of state awards, and for these two no limit is known.
//   Copies go out outside the system.
// - ITEMS, insignia and money: no limit is known; they are handed over when the award is conferred.
// BK_BO and LDTT show the whole way. Opinions of other bodies (CONSULT) may be none there, and are none here.
import { Way } from './blocks.mjs';
import { shortClock } from './figures.mjs';

const eyes = ['submit', 'appraise-nominees', 'complete-appraisal'];
const inWork = ['appraisal', 'supplement', 'council', 'approval'];
const open = [
  'drafting',
  'intake',
  'supplement-before-receipt',
  'appraisal',
  'supplement',
  'rework',
  'council',
  'approval',
];
const closing = ['issuing', 'conferment', 'archiving'];

/** @param council what the council is called, and how it answers: by `minutes` or by `ballot`. */
export function shortWay({ level, council, vote, appraise }) {
  const way = new Way();
  const at = (name, kind, names, roles, acts, more) => way.add(name, kind, names, level, roles, acts, more);
  const fromUnit = { 'add-nominees': {}, 'attach-document': {} };
  way.add('drafting', 'task', ['Soạn hồ sơ', 'Drafting'], 'UNIT', ['submitter'], {
    ...fromUnit,
    submit: { to: 'intake' },
  });
  at('intake', 'task', ['Tiếp nhận, kiểm tra đủ hồ sơ', 'Intake'], ['officer'], {
    receive: { to: 'appraisal', notSameAs: ['submit'] },
    'request-supplement': { to: 'supplement-before-receipt' },
    return: { to: 'rework' },
  });
  const waits = (name, vi, en, acts, claim) => {
    at(name, 'wait', [vi, en], ['submitter@UNIT'], acts);
    if (claim) way.steps[name].acts.claim = { roles: ['submitter@UNIT', 'officer'] };
  };
  waits(
    'supplement-before-receipt',
    'Bổ sung trước tiếp nhận',
    'Supplement before receipt',
    { ...fromUnit, supplement: { to: 'intake' } },
    true,
  );
  at('appraisal', 'task', ['Thẩm định', 'Appraisal'], ['officer'], {
    'appraise-nominees': { notSameAs: ['submit'] },
    'complete-appraisal': { to: 'council', notSameAs: ['submit'] },
    'request-supplement': { to: 'supplement' },
    return: { to: 'rework' },
  });
  const again = { 'attach-document': {}, supplement: { to: 'appraisal' } };
  waits('supplement', 'Bổ sung khi thẩm định', 'Supplement in appraisal', again, true);
  waits('rework', 'Khắc phục hồ sơ bị trả', 'Repair after return', { ...fromUnit, submit: { to: 'intake' } });
  at(
    'council',
    'vote',
    council,
    ['secretary'],
    { 'record-council-result': { outcomes: { passed: 'approval', none_passed: 'approval' } } },
    { vote },
  );
  at(
    'approval',
    'decision',
    ['Người có thẩm quyền phê duyệt', 'Approval'],
    ['authority'],
    { approve: { to: 'issuing', notSameAs: eyes }, reject: { to: 'rejected', notSameAs: eyes } },
    { needs: { passed: vote } },
  );
  at('issuing', 'sign', ['Ban hành quyết định', 'Issuing the decision'], ['clerk', 'officer', 'secretary'], {
    'enter-in-decision': {},
    'release-from-decision': {},
    'receive-decision': { to: 'conferment', roles: ['system'] },
  });
  at('conferment', 'task', ['Công bố, trao tặng', 'Conferment'], ['submitter@UNIT', 'secretary'], {
    confer: { to: 'archiving' },
  });
  at('archiving', 'task', ['Lưu trữ', 'Archiving'], ['clerk', 'officer'], { archive: { to: 'archived' } });
  way.end('archived', ['Đã lưu trữ', 'Archived'], level, 'granted');
  way.end('rejected', ['Không được phê duyệt', 'Not approved'], level, 'rejected');
  way.end('withdrawn', ['Đã rút', 'Withdrawn'], level, 'withdrawn');
  return { way, levels: ['UNIT', level], sideActs: sideActs(level), clocks: clocks(appraise) };
}

function sideActs(level) {
  const here = (...roles) => roles.map((role) => `${role}@${level}`);
  const stopped = { at: [...inWork, 'issuing'], roles: here('officer') };
  return {
    withdraw: { at: open, roles: ['submitter@UNIT'], to: 'withdrawn' },
    suspend: stopped,
    // Its decision may come while it stands still, and leads it on to where it has to be resumed.
    resume: { ...stopped, at: [...stopped.at, ...closing.filter((name) => !stopped.at.includes(name))] },
    'detach-nominees': stopped,
    'escalate-nominees': { at: ['appraisal', 'supplement', 'approval'], roles: here('officer', 'authority') },
    classify: { at: open, roles: ['submitter@UNIT', ...here('officer')] },
    'correct-fact': { at: [...open, ...closing, 'archived', 'rejected', 'withdrawn'], roles: here('officer') },
    assign: {
      at: [...open.filter((name) => name !== 'drafting'), ...closing],
      roles: here('section_head', 'secretary', 'authority'),
    },
    release: {
      at: [...open, ...closing],
      roles: ['submitter@UNIT', ...here('officer', 'secretary', 'clerk', 'authority')],
    },
  };
}

const clocks = (appraise) => ({
  screen: shortClock('Trả hồ sơ không đủ điều kiện', 'Return of an unqualified dossier', {
    source: 'QĐ 311/QĐ-BNV (Bộ Nội vụ)',
    designDefault: 5,
    metBy: ['appraise-nominees', 'complete-appraisal', 'return'],
    cancelledBy: ['withdraw'],
  }),
  appraise: shortClock('Thẩm định và trình người có thẩm quyền', 'Appraisal and submission to the authority', {
    value: 20,
    ...appraise,
    metBy: ['record-council-result'],
    cancelledBy: ['return', 'withdraw', 'reject'],
  }),
});
