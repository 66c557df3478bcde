// `node bin/sample-papers.mjs`: makes the papers of the sample dossiers, samples/papers/*.pdf. They are kept with the sources, so that
// whoever runs the samples needs neither fonts nor a writer of PDF. Made again, they are the same byte for byte.
import { createWriteStream, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { PDFDocument } from 'pdfkit';
import { root } from './setup.mjs';

const fonts = join(root, 'node_modules', '@fontsource', 'be-vietnam-pro', 'files');
const font = (subset, weight) => readFileSync(join(fonts, `be-vietnam-pro-${subset}-${weight}-normal.woff`));
const folder = join(root, 'samples', 'papers');
const MADE = new Date('2026-01-05T01:00:00Z');

const papers = {
  'to-trinh': [
    'TỜ TRÌNH',
    'Về việc đề nghị khen thưởng',
    [
      'Kính gửi: Chủ tịch Ủy ban nhân dân tỉnh.',
      'Căn cứ kết quả phong trào thi đua và biên bản họp xét, đơn vị đề nghị khen thưởng các tập thể, cá nhân có tên trong danh sách kèm theo.',
      'Đơn vị cam đoan các đối tượng chấp hành tốt chủ trương, chính sách và chịu trách nhiệm về tính chính xác của hồ sơ.',
    ],
  ],
  'danh-sach': [
    'DANH SÁCH TRÍCH NGANG',
    'Kèm theo Tờ trình đề nghị khen thưởng',
    [
      'STT – Họ và tên hoặc tên tập thể – Chức vụ, đơn vị – Người trực tiếp lao động.',
      'Danh sách đầy đủ được nhập trên hệ thống; bản in này chỉ để minh họa.',
    ],
  ],
  'bao-cao': [
    'BÁO CÁO THÀNH TÍCH',
    'Đề nghị khen thưởng',
    [
      'I. Sơ lược: đơn vị được thành lập năm 1997, hoạt động trên địa bàn các xã vùng cao.',
      'II. Thành tích đạt được: hoàn thành vượt mức 12/12 chỉ tiêu được giao; rút ngắn thời gian giải quyết công việc từ 10 ngày xuống 6 ngày làm việc.',
      'III. Các hình thức khen thưởng đã được ghi nhận: có bảng kê kèm theo.',
    ],
  ],
  'bao-cao-sua-doi': [
    'BÁO CÁO THÀNH TÍCH',
    'Bản nộp lại, có xác nhận của thủ trưởng đơn vị',
    [
      'II. Thành tích đạt được: hoàn thành 12/12 chỉ tiêu được giao, trong đó 9 chỉ tiêu vượt mức; số liệu đã đối chiếu với báo cáo năm trước.',
      'Xác nhận của thủ trưởng đơn vị: nội dung báo cáo đúng sự thật.',
    ],
  ],
  'bien-ban': [
    'BIÊN BẢN',
    'Họp xét thi đua, khen thưởng và kiểm phiếu',
    [
      'Thành phần: 17 thành viên Hội đồng; có mặt 15, gửi ý kiến bằng văn bản 02.',
      'Kết quả: các đối tượng trong danh sách đạt tỷ lệ phiếu theo quy định; biên bản đã được thông qua và ký.',
    ],
  ],
  'xac-nhan': [
    'GIẤY XÁC NHẬN',
    'Kèm theo hồ sơ đề nghị khen thưởng',
    [
      'Xác nhận nội dung kê khai của tập thể, cá nhân là đúng với hồ sơ lưu tại đơn vị.',
      'Giấy này được lập để nộp kèm hồ sơ.',
    ],
  ],
};

mkdirSync(folder, { recursive: true });
for (const [name, [title, about, lines]] of Object.entries(papers)) {
  const document = new PDFDocument({
    size: 'A4',
    margin: 72,
    info: { Title: title, CreationDate: MADE, ModDate: MADE },
  });
  for (const subset of ['latin', 'vietnamese', 'latin-ext']) {
    document.registerFont(`${subset}-400`, font(subset, 400));
    document.registerFont(`${subset}-600`, font(subset, 600));
  }
  const done = pipeline(document, createWriteStream(join(folder, `${name}.pdf`)));
  write(document, 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', { weight: 600, size: 12, align: 'center' });
  write(document, 'Độc lập – Tự do – Hạnh phúc', { weight: 600, size: 12, align: 'center' });
  document.moveDown(2);
  write(document, title, { weight: 600, size: 15, align: 'center' });
  write(document, about, { weight: 400, size: 12, align: 'center' });
  document.moveDown(1.5);
  for (const line of lines) {
    write(document, line, { weight: 400, size: 12, align: 'left' });
    document.moveDown(0.6);
  }
  document.moveDown(2);
  write(document, 'GIẤY TỜ MẪU: người, đơn vị và việc trong hồ sơ này là hư cấu.', {
    weight: 600,
    size: 10,
    align: 'left',
  });
  document.end();
  await done;
}

/** A family comes in several files by script: each run of letters is written with the one that has them. */
function write(document, text, { weight, size, align }) {
  const width = document.page.width - 144;
  for (const line of linesOf(document, text, { weight, size, width })) {
    const wide = line.reduce((sum, run) => sum + run.width, 0);
    let x = 72 + (align === 'center' ? (width - wide) / 2 : 0);
    const { y } = document;
    for (const run of line) {
      document.font(run.font).fontSize(size).text(run.text, x, y, { lineBreak: false });
      x += run.width;
    }
    document.x = 72;
    document.y = y + size * 1.6;
  }
}

function linesOf(document, text, { weight, size, width }) {
  const lines = [[]];
  let wide = 0;
  for (const word of text.normalize('NFC').split(/(?<= )/)) {
    const runs = runsOf(word).map(({ subset, text: part }) => {
      const name = `${subset}-${weight}`;
      return { font: name, text: part, width: document.font(name).fontSize(size).widthOfString(part) };
    });
    const own = runs.reduce((sum, run) => sum + run.width, 0);
    if (wide + own > width) {
      lines.push([]);
      wide = 0;
    }
    lines.at(-1).push(...runs);
    wide += own;
  }
  return lines;
}

function runsOf(word) {
  const runs = [];
  for (const letter of word) {
    const subset = subsetOf(letter.codePointAt(0));
    const last = runs.at(-1);
    if (last?.subset === subset) last.text += letter;
    else runs.push({ subset, text: letter });
  }
  return runs;
}

function subsetOf(code) {
  if (code <= 0xff || (code >= 0x2000 && code <= 0x206f)) return 'latin';
  return (code >= 0x1ea0 && code <= 0x1ef9) ||
    [0x102, 0x103, 0x110, 0x111, 0x128, 0x129, 0x168, 0x169, 0x1a0, 0x1a1, 0x1af, 0x1b0].includes(code)
    ? 'vietnamese'
    : 'latin-ext';
}
