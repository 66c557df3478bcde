import { parseNomineeCsv, sentenceOfRowError } from '#libs/service/lists';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { home } from '#libs/service/foundation';
import { decideAndConfer } from './story-decision.js';
import { missADeadline } from './story-deadline.js';
import { StoryBroken } from './story-broken.js';
import type { Stage } from './stage.js';
import type { Teller } from './teller.js';
import { nomineesSeen } from './seen.js';

const SAMPLE = join(home, 'samples', 'khoi-thi-dua-so-3.csv');
const BLOCK = 'Khối thi đua số 3';
const WRONG_BLOCK = 'Khối thi đua số 5';
const DECREE = '152/2025/NĐ-CP';

/** One dossier from its draft to the archive, in the summer of 2026; every step is a request to the HTTP API. */
export async function tellStory(stage: Stage, teller: Teller): Promise<void> {
  await draft(stage, teller);
  await receiveWithSupplement(stage, teller);
  await missADeadline(stage, teller);
  await appraise(stage, teller);
  await vote(stage, teller);
  await decideAndConfer(stage, teller);
}

async function draft(stage: Stage, teller: Teller): Promise<void> {
  teller.chapter({ vi: 'Đơn vị soạn và nộp hồ sơ', en: 'The unit drafts the dossier and hands it in' });
  stage.travelTo('2026-08-20T08:00');
  await stage.begin('unit', {
    procedure: 'BK_TINH',
    kind: 'cong_trang',
    title: `Bằng khen ${BLOCK} năm 2026`,
    bodyId: 'ubnd-tinh',
    cluster: BLOCK,
  });
  const nominees = parseNomineeCsv(await readFile(SAMPLE));
  if (!nominees.ok) throw new StoryBroken(nominees.error.map((error) => sentenceOfRowError(error, 'vi')).join('\n'));
  stage.travelTo('2026-08-20T08:20');
  await stage.act('unit', 'add-nominees', { nominees: [...nominees.value] });
  stage.travelTo('2026-08-20T09:00');
  for (const [document, form] of [
    ['TT', '01'],
    ['DS', undefined],
    ['BC_CT_CN', '05'],
    ['BC_CT_TT', '04'],
    ['BB', undefined],
  ] as const) {
    await stage.act('unit', 'attach-document', {
      document,
      ...(form ? { form: { number: form, decree: DECREE } } : {}),
      formats: ['pdf'],
      sha256: createHash('sha256').update(document).digest('hex'),
    });
  }
  stage.travelTo('2026-08-20T10:30');
  await stage.act('unit', 'submit', { letter: { number: '12/TTr-KTĐ3', date: '2026-08-20' } });
}

async function receiveWithSupplement(stage: Stage, teller: Teller): Promise<void> {
  teller.chapter({
    vi: 'Tiếp nhận; yêu cầu bổ sung làm thời hạn tạm dừng, bổ sung xong thì chạy tiếp',
    en: 'Receipt; a request for a supplement stops the clocks, the supplement starts them again',
  });
  stage.travelTo('2026-08-21T09:00');
  await stage.act('officer', 'receive', {});
  stage.travelTo('2026-08-24T09:00');
  await stage.act('officer', 'request-supplement', {
    items: [{ document: 'BC_CT_CN', note: 'Thiếu xác nhận của thủ trưởng ở ba báo cáo' }],
    reason: 'Báo cáo thành tích chưa đủ xác nhận',
    answerBy: '2026-08-28',
  });
  stage.travelTo('2026-08-26T10:00');
  await stage.act('unit', 'attach-document', {
    document: 'BC_CT_CN',
    form: { number: '05', decree: DECREE },
    formats: ['pdf'],
    sha256: createHash('sha256').update('BC_CT_CN, bản đủ xác nhận').digest('hex'),
  });
  await stage.act('unit', 'supplement', { note: 'Đã bổ sung xác nhận của thủ trưởng' });
}

async function appraise(stage: Stage, teller: Teller): Promise<void> {
  teller.chapter({
    vi: 'Thẩm định từng đối tượng; đính chính một dòng ghi nhầm khối',
    en: 'Each nominee is appraised; a row with the wrong block is corrected',
  });
  stage.travelTo('2026-09-04T09:30');
  const nominees = await nomineesSeen(stage, 'officer');
  await stage.act('officer', 'appraise-nominees', {
    verdicts: nominees.map(({ id, kind }) => ({
      nomineeId: id,
      verdict: 'qualified',
      reason: 'Đủ tiêu chuẩn, báo cáo có xác nhận',
      evidence: [kind === 'individual' ? 'BC_CT_CN' : 'BC_CT_TT'],
    })),
  });
  const wrong = nominees.find(({ cluster }) => cluster === WRONG_BLOCK);
  if (!wrong) throw new StoryBroken(`${SAMPLE}: ${WRONG_BLOCK}?`);
  stage.travelTo('2026-09-04T10:00');
  await stage.act('officer', 'correct-fact', {
    revision: wrong.statedAt.others,
    nomineeId: wrong.id,
    field: 'cluster',
    old: WRONG_BLOCK,
    new: BLOCK,
    reason: 'Đơn vị ghi nhầm khối trong danh sách',
  });
  stage.travelTo('2026-09-04T16:00');
  await stage.act('officer', 'complete-appraisal', {});
}

async function vote(stage: Stage, teller: Teller): Promise<void> {
  teller.chapter({
    vi: 'Hội đồng họp: 17 thành viên, 15 có mặt, 2 gửi ý kiến bằng văn bản; lãnh đạo phê duyệt',
    en: 'The council meets: 17 members, 15 present, 2 by letter; the authority approves',
  });
  stage.travelTo('2026-09-10T14:00');
  const nominees = await nomineesSeen(stage, 'secretary');
  await stage.act('secretary', 'record-council-result', {
    method: 'minutes',
    heldOn: '2026-09-10',
    minutes: { number: '08/BB-HĐTĐKT', date: '2026-09-10' },
    members: 17,
    present: 15,
    written: 2,
    // Written opinions count: more may say yes than were in the room (R29).
    results: nominees.map(({ id }, index) => ({
      nomineeId: id,
      yes: 17 - (index % 3),
      no: index % 3 === 2 ? 1 : 0,
      other: index % 3 ? 1 : 0,
    })),
  });
  stage.travelTo('2026-09-11T09:00');
  await stage.act('authority', 'approve', { approved: nominees.map(({ id }) => id) });
}
