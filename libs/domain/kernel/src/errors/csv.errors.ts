import { define } from './error-text.js';

/** Why a list of nominees could not be read. The place (line and column) and what stood there are said beside the sentence. */
export const csvErrors = define({
  CSV_FILE_EMPTY: {
    kind: 'malformed',
    vi: 'Tệp không có dòng đối tượng nào.',
    en: 'The file has no row with a nominee.',
  },
  CSV_FILE_TOO_LARGE: {
    kind: 'too_large',
    vi: 'Tệp lớn hơn {limit}; danh sách 2.000 đối tượng không lớn đến thế.',
    en: 'The file is larger than {limit}; a list of 2,000 nominees never is.',
  },
  CSV_TOO_MANY_ROWS: {
    kind: 'too_large',
    vi: 'Quá {limit} đối tượng; hãy chia thành nhiều hồ sơ.',
    en: 'More than {limit} nominees; split the list over several dossiers.',
  },
  // Letters
  CSV_ENCODING_WINDOWS: {
    kind: 'malformed',
    vi: 'Không phải UTF-8 (byte {byte}); có vẻ tệp dùng bảng mã {encoding}. Lưu lại ở dạng CSV UTF-8.',
    en: 'Not UTF-8 (byte {byte}); the file looks like {encoding}. Save it again as CSV UTF-8.',
  },
  CSV_ENCODING_LEGACY: {
    kind: 'malformed',
    vi: 'Không phải UTF-8 (byte {byte}); có vẻ tệp dùng bảng mã {encoding}. Chuyển mã sang Unicode dựng sẵn, rồi lưu lại ở dạng CSV UTF-8.',
    en: 'Not UTF-8 (byte {byte}); the file looks like {encoding}. Convert it to precomposed Unicode, then save it again as CSV UTF-8.',
  },
  CSV_ENCODING_UTF16: {
    kind: 'malformed',
    vi: 'Tệp ở dạng UTF-16 (“Unicode Text”). Lưu lại ở dạng CSV UTF-8.',
    en: 'The file is UTF-16 (“Unicode Text”). Save it again as CSV UTF-8.',
  },
  CSV_LEGACY_TEXT: {
    kind: 'malformed',
    vi: 'Chữ viết bằng bảng mã {encoding} rồi lưu thành UTF-8. Chuyển mã sang Unicode dựng sẵn, rồi lưu lại ở dạng CSV UTF-8.',
    en: 'Text in {encoding} letters that was saved as UTF-8. Convert it to precomposed Unicode, then save it again as CSV UTF-8.',
  },
  CSV_LETTERS_LOST: {
    kind: 'malformed',
    vi: 'Chữ có dấu đã mất (thành “?”) khi lưu. Mở lại bản gốc và lưu lại ở dạng CSV UTF-8.',
    en: 'Accented letters were lost (turned into “?”) when it was saved. Open the original and save it again as CSV UTF-8.',
  },
  CSV_LOOKALIKE_LETTER: {
    kind: 'malformed',
    vi: 'Chữ “{found}” (tiếng Iceland) không phải “{wanted}”. Gõ lại bằng bộ gõ tiếng Việt.',
    en: 'The letter “{found}” (Icelandic) is not “{wanted}”. Type it again with a Vietnamese keyboard.',
  },
  CSV_CONTROL_CHARACTER: {
    kind: 'malformed',
    vi: 'Có ký tự không nhìn thấy trong ô ({character}). Xóa ký tự đó.',
    en: 'An invisible character stands in the cell ({character}). Remove it.',
  },
  // Shape
  CSV_TAB_SEPARATED: {
    kind: 'malformed',
    vi: 'Các cột ngăn bằng phím Tab. Lưu lại ở dạng CSV UTF-8 (ngăn bằng dấu phẩy hoặc chấm phẩy).',
    en: 'The columns are separated by tabs. Save it again as CSV UTF-8 (separated by commas or semicolons).',
  },
  CSV_QUOTES_UNBALANCED: {
    kind: 'malformed',
    vi: 'Dấu ngoặc kép không cân: ô mở " mà không đóng, hoặc có " ở giữa ô. Trong ô, viết " thành "".',
    en: 'Quotes do not balance: a cell opens " without closing it, or has a " inside. Within a cell, write " as "".',
  },
  CSV_ROW_LENGTH: {
    kind: 'malformed',
    vi: 'Dòng có {cells} ô, dòng tiêu đề có {columns} cột.',
    en: 'The row has {cells} cells, the header has {columns} columns.',
  },
  CSV_COLUMN_UNKNOWN: {
    kind: 'malformed',
    vi: 'Không có cột tên như vậy. Các cột: {columns}.',
    en: 'There is no column of that name. The columns are: {columns}.',
  },
  CSV_COLUMN_MISSING: {
    kind: 'malformed',
    vi: 'Thiếu cột “{column}”.',
    en: 'The column “{column}” is missing.',
  },
  CSV_COLUMN_TWICE: {
    kind: 'malformed',
    vi: 'Cột này đã có ở cột {other}.',
    en: 'This column stands in column {other} already.',
  },
  // Cells
  CSV_CELL_EMPTY: { kind: 'malformed', vi: 'Ô bị bỏ trống.', en: 'The cell is empty.' },
  CSV_CELL_NOT_EMPTY: {
    kind: 'malformed',
    vi: 'Chỉ ghi cho cá nhân; để trống cho tập thể và hộ gia đình.',
    en: 'Only for individuals; leave it empty for collectives and households.',
  },
  CSV_CELL_NOT_OF_COLLECTIVE: {
    kind: 'malformed',
    vi: 'Chỉ ghi cho tập thể; để trống cho cá nhân và hộ gia đình.',
    en: 'Only for collectives; leave it empty for individuals and households.',
  },
  CSV_CELL_TOO_LONG: {
    kind: 'malformed',
    vi: 'Dài hơn {limit} ký tự.',
    en: 'Longer than {limit} characters.',
  },
  CSV_VALUE_UNKNOWN: {
    kind: 'malformed',
    vi: 'Giá trị không hợp lệ; chỉ nhận: {allowed}.',
    en: 'Not a known value; accepted are: {allowed}.',
  },
  CSV_NOMINEE_TWICE: {
    kind: 'rule',
    vi: 'Trùng với đối tượng ở dòng {line} (cùng loại, tên và đơn vị).',
    en: 'The same nominee as in line {line} (same kind, name and unit).',
  },
  // Workbooks
  XLSX_UNREADABLE: {
    kind: 'malformed',
    vi: 'Tệp không phải bảng tính Excel (.xlsx) đọc được, hoặc đã hỏng. Mở bằng Excel và lưu lại ở dạng .xlsx.',
    en: 'The file is no Excel workbook (.xlsx) that can be read, or it is damaged. Open it in Excel and save it again as .xlsx.',
  },
  XLSX_OLD_OR_LOCKED: {
    kind: 'malformed',
    vi: 'Tệp ở dạng Excel cũ (.xls) hoặc có mật khẩu. Lưu lại ở dạng .xlsx không mật khẩu.',
    en: 'The file is an old Excel file (.xls) or has a password. Save it as .xlsx without a password.',
  },
  XLSX_PASSWORD: {
    kind: 'malformed',
    vi: 'Bảng tính có mật khẩu. Lưu lại không mật khẩu.',
    en: 'The workbook has a password. Save it without one.',
  },
  XLSX_MACROS: {
    kind: 'malformed',
    vi: 'Bảng tính có macro. Lưu lại ở dạng .xlsx không macro.',
    en: 'The workbook has macros. Save it as .xlsx without them.',
  },
  XLSX_UNPACKS_TOO_LARGE: {
    kind: 'too_large',
    vi: 'Bảng tính khi mở ra quá lớn; danh sách 2.000 dòng không lớn đến thế.',
    en: 'The workbook becomes too large when it is opened; a list of 2,000 rows never does.',
  },
  XLSX_LISTS_SEVERAL: {
    kind: 'malformed',
    vi: 'Nhiều trang tính có danh sách: {sheets}. Chỉ để lại một trang, hoặc ẩn các trang khác.',
    en: 'Several sheets have a list: {sheets}. Keep one of them, or hide the others.',
  },
  CSV_AWARD_UNKNOWN: {
    kind: 'malformed',
    vi: 'Danh mục không có mã khen thưởng này.',
    en: 'The catalogue has no award of this code.',
  },
  CSV_AWARD_MISSPELT: {
    kind: 'malformed',
    vi: 'Danh mục không có mã khen thưởng này; có phải là {meant}?',
    en: 'The catalogue has no award of this code; is {meant} meant?',
  },
  CSV_YEAR_AHEAD: {
    kind: 'malformed',
    vi: 'Năm thành tích sau năm nay ({year}).',
    en: 'A year of merit after this one ({year}).',
  },
  XLSX_CELL_MERGED: {
    kind: 'malformed',
    vi: 'Ô gộp trong danh sách. Bỏ gộp và ghi giá trị ở từng dòng.',
    en: 'A merged cell stands in the list. Unmerge it and write the value in each row.',
  },
  XLSX_CELL_ERROR: {
    kind: 'malformed',
    vi: 'Ô có công thức bị lỗi. Sửa công thức hoặc ghi thẳng giá trị.',
    en: 'The formula of this cell has failed. Mend it, or write the value.',
  },
  XLSX_NUMBER_FOR_TEXT: {
    kind: 'malformed',
    vi: 'Mã ghi ở dạng số, có thể đã mất số 0 ở đầu. Định dạng cột là Văn bản (Text) và ghi lại.',
    en: 'A code is written as a number and may have lost its zeros in front. Format the column as text and write it again.',
  },
});
