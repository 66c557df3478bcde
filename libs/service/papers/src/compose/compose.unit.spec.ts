import * as acts from '../../../../../test/support/dossier-acts.js';
import { BODY } from '../../../../../test/support/dossier-desk.js';
import { PARENT, PaperDesk } from '../../../../../test/support/paper-desk.js';
import type { Block, Paper } from '../paper.js';
import { checkDossierPaper } from './compose.js';
import { composeForwarding } from './submission.js';
import { signatureOf } from './signing.js';

/** All words of a paper, in the order in which they are read. */
function textOf(paper: Paper): string {
  const blocks = (list: readonly Block[]): string[] =>
    list.flatMap((block) => {
      if (block.type === 'addressee') return [`${block.label} ${block.names.join('; ')}`];
      if (block.type === 'grounds') return block.lines;
      if (block.type === 'items') return block.items;
      if (block.type === 'paragraph') return [`${block.lead ?? ''} ${block.text}`];
      if (block.type !== 'table') return [block.text];
      const rows = block.rows.map((row) => (row.type === 'group' ? row.text : row.cells.join(' | ')));
      return [block.columns.map(({ head }) => head).join(' | '), ...rows];
    });
  const { head, name, subject = '', authority = '' } = paper;
  const annexes = paper.annexes.flatMap((annex) => [
    annex.title,
    annex.subject,
    annex.reference,
    ...blocks(annex.blocks),
  ]);
  return [
    head.number ?? '',
    head.placeAndDate ?? '',
    name,
    subject,
    authority,
    ...blocks(paper.blocks),
    ...annexes,
  ].join('\n');
}

describe('Tờ trình', () => {
  it('says who asks whom for what, with the counts of each kind and the list', () => {
    const paper = new PaperDesk().paper('submission');
    expect(paper.head).toEqual({
      parent: 'SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG',
      issuer: 'TRUNG TÂM NƯỚC SẠCH VÀ VỆ SINH MÔI TRƯỜNG NÔNG THÔN',
      number: 'Số: 09/TTr-TTNS',
      placeAndDate: '………………, ngày 03 tháng 8 năm 2026',
    });
    const text = textOf(paper);
    expect(text).toContain('Kính gửi: Ủy ban nhân dân tỉnh.');
    expect(text).toContain('cho 01 tập thể, 02 cá nhân. Cụ thể như sau:');
    expect(text).toContain('01 | Trần Đức Ẩn | Phòng Một');
    expect(text).toContain('(Kèm theo Tờ trình số 09/TTr-TTNS ngày 03 tháng 8 năm 2026)');
    expect(paper.signatures).toEqual([{ capacity: ['GIÁM ĐỐC'], hint: '(Ký, ghi rõ họ tên, đóng dấu)' }]);
  });

  it('is a draft before it was handed in: no number, no date, nothing in their place', () => {
    const { head } = new PaperDesk().paper('submission', { until: 2 });
    expect([head.number, head.placeAndDate]).toEqual(['Số:           /TTr-………', '………………, ngày …… tháng …… năm ………']);
  });
});

describe('Biên bản họp Hội đồng', () => {
  it('reckons the bar and the quorum in figures (R24, R27)', () => {
    const text = textOf(
      new PaperDesk({
        procedure: 'CSTDCS',
        nominees: [acts.individual('Một'), acts.individual('Hai')],
        yes: { N2: 13 },
      }).paper('minutes'),
    );
    expect(text).toContain('17 × 2 : 3 = 11,33…, tức ít nhất 12 người. Có mặt 17 người: đủ điều kiện họp.');
    expect(text).toContain('ít nhất 4/5 tổng số thành viên Hội đồng: 17 × 4 : 5 = 13,6, tức ít nhất 14 phiếu đồng ý.');
    expect(text).toContain('01 | Một | Phòng Một | 17 | 0 | 0 | 17/17 | Đạt');
    expect(text).toContain('02 | Hai | Phòng Một | 13 | 0 | 0 | 13/17 | Không đạt');
    expect(text).toContain('Không đạt: 01 cá nhân.');
  });

  it('says “more than” where the bar is a majority (R37)', () => {
    expect(textOf(new PaperDesk().paper('minutes'))).toContain(
      'quá 1/2 tổng số thành viên Hội đồng: 17 × 1 : 2 = 8,5, tức ít nhất 9 phiếu đồng ý.',
    );
  });

  it('R38 lists every differing opinion, and says where there is none', () => {
    const opinions = ['Đề nghị xem lại trường hợp số 2', 'Đề nghị nêu rõ sáng kiến'];
    const text = textOf(new PaperDesk({ differingOpinions: opinions }).paper('minutes'));
    for (const opinion of opinions) expect(text).toContain(opinion);
    expect(textOf(new PaperDesk().paper('minutes'))).toContain('Không có ý kiến khác.');
  });

  it('bears a name that was corrected since', () => {
    const desk = new PaperDesk();
    desk.take(
      acts.correctFact({
        revision: 1,
        nomineeId: 'N2',
        field: 'name',
        old: 'Trần Đức Ẩn',
        new: 'Trần Đức Ân',
        reason: 'Sai dấu',
      }),
    );
    const text = textOf(desk.paper('minutes'));
    expect([text.includes('Trần Đức Ân'), text.includes('Trần Đức Ẩn')]).toEqual([true, false]);
  });
});

describe('Giấy tiếp nhận và phiếu yêu cầu bổ sung', () => {
  it('say what was handed in, until when it is answered, and the code to those who may have it', () => {
    const desk = new PaperDesk();
    const text = textOf(desk.paper('receipt', { code: 'K7QM-4XRA' }));
    expect(text).toContain('Mã tra cứu: K7QM-4XRA');
    expect(text).toContain('Thẩm định và trình người có thẩm quyền | 20 ngày làm việc | 17:00 thứ ');
    expect(textOf(desk.paper('receipt'))).not.toContain('mã tra cứu');
    // What happened later changes nothing about it.
    expect(desk.paper('receipt')).toEqual(desk.paper('receipt', { until: desk.desk.facts.length - 1 }));
  });

  it('say what is missing, why, and until when', () => {
    const text = textOf(new PaperDesk().paper('supplement-request'));
    expect(text).toContain('Tờ trình: thiếu chữ ký;');
    expect(text).toContain('Nội dung khác: Ghi rõ năm sinh.');
    expect(text).toContain('Đề nghị gửi bổ sung trước hết ngày 10 tháng 8 năm 2026.');
  });
});

describe('Quyết định', () => {
  it('states law, minutes and letter, the awards, the money in figures and words, and its list', () => {
    const paper = new PaperDesk().decision();
    const text = textOf(paper);
    expect([paper.head.number, paper.authority]).toEqual(['Số: 07/QĐ-UBND', 'CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH']);
    expect(text).toContain(
      'Theo đề nghị của Trung tâm Nước sạch và Vệ sinh môi trường nông thôn tại Tờ trình số 09/TTr-TTNS ngày 03 tháng 8 năm 2026.',
    );
    expect(text).toContain('cho 01 tập thể, 02 cá nhân (có danh sách kèm theo)');
    expect(text).toContain(
      'Tổng số tiền thưởng: 15.190.000 đồng (bằng chữ: mười lăm triệu một trăm chín mươi nghìn đồng).',
    );
    expect(text).toContain('02 | Trần Đức Ẩn | Cá nhân | Phòng Một | 3.800.000');
    expect(text).toContain(' | Tổng cộng |  |  | 15.190.000');
    expect(paper.signatures).toEqual([{ capacity: ['CHỦ TỊCH'], name: 'Đặng Văn Thành' }]);
  });

  it('is a draft without number, date, amount and name', () => {
    const desk = new PaperDesk();
    const { issue: _issue, ...draft } = desk.issued({ stage: 'drafted' });
    const paper = desk.decision({ ...draft, issue: undefined } as never);
    expect(paper.head).toMatchObject({
      number: 'Số:           /QĐ-………',
      placeAndDate: '………………, ngày …… tháng …… năm ………',
    });
    expect(textOf(paper)).not.toMatch(/\d\.\d{3}/);
    expect(paper.signatures[0]?.name).toBeUndefined();
  });

  it('names the kinds whose prize nobody has read, and adds them to no total', () => {
    const desk = new PaperDesk();
    const { issue } = desk.issued();
    const unknown = {
      ...(issue as NonNullable<typeof issue>),
      prizes: { individual: 3_800_000 },
      prizesUnknown: ['collective' as const],
      total: 7_600_000,
    };
    expect(textOf(desk.decision({ issue: unknown }))).toContain('Mức tiền thưởng đối với tập thể chưa xác định');
  });

  it.each([
    ['none', ['PHÓ CHỦ TỊCH']],
    ['TM.', ['TM. ỦY BAN NHÂN DÂN TỈNH', 'PHÓ CHỦ TỊCH']],
    ['Q.', ['Q. CHỦ TỊCH']],
    ['KT.', ['KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH']],
    ['TL.', ['TL. CHỦ TỊCH', 'PHÓ CHỦ TỊCH']],
    ['TUQ.', ['TUQ. CHỦ TỊCH', 'PHÓ CHỦ TỊCH']],
  ] as const)('R44: is signed in the capacity “%s”', (capacity, lines) => {
    const signing = {
      body: 'Ủy ban nhân dân tỉnh',
      headTitle: 'Chủ tịch',
      signerTitle: 'Phó Chủ tịch',
      name: 'Lê Văn Thử',
    };
    expect(signatureOf({ capacity, ...signing })).toEqual({ capacity: lines, name: 'Lê Văn Thử' });
  });
});

describe('Tờ trình cấp trên', () => {
  it('goes from the body to the one above it, and rests on its council’s minutes', () => {
    const desk = new PaperDesk();
    const facts = desk.facts();
    const letter = { number: '3/TTr-UBND', date: '2026-08-20' };
    const at = '2026-08-20T02:00:00.000Z';
    const forwarding = { fromUnitId: BODY, toUnitId: PARENT, at, letter, dossier: facts.dossier };
    const paper = composeForwarding({ ...facts, forwarding }, forwarding, desk.context());
    const text = textOf(paper);
    expect([paper.head.issuer, paper.head.number]).toEqual(['ỦY BAN NHÂN DÂN TỈNH', 'Số: 03/TTr-UBND']);
    expect(text).toContain('Kính gửi: Sở Nông nghiệp và Môi trường.');
    expect(text).toContain('Căn cứ Biên bản số 01/BB ngày 03 tháng 8 năm 2026 của Hội đồng');
    // The unit’s own letter came before its council could meet.
    expect(textOf(desk.paper('submission'))).not.toContain('Biên bản số');
  });
});

describe('A paper', () => {
  it('is not made before what it states has happened', () => {
    const drafted = new PaperDesk().facts(2);
    const codes = (['receipt', 'supplement-request', 'minutes', 'forwarding', 'submission', 'summary'] as const).map(
      (kind) => {
        const possible = checkDossierPaper(kind, drafted);
        return possible.ok || possible.error.code;
      },
    );
    expect(codes).toEqual([
      'PAPER_NEEDS_RECEIPT',
      'PAPER_NEEDS_SUPPLEMENT_REQUEST',
      'PAPER_NEEDS_COUNCIL_RESULT',
      'PAPER_NEEDS_FORWARDING',
      true,
      true,
    ]);
  });

  it('is not made of a secret dossier (R9)', () => {
    const facts = new PaperDesk().facts();
    const secret = { ...facts, dossier: { ...facts.dossier, secrecy: 'mat' as const } };
    const possible = checkDossierPaper('submission', secret);
    expect(possible.ok || [possible.error.code, possible.error.rule]).toEqual(['DOSSIER_IS_SECRET', 'R9']);
  });
});
