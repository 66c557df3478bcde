import type { Instant } from '#libs/domain/kernel';
import type { PaperKind } from './paper-kinds.js';

/** One cell's text; lines are broken where the column ends. */
export type Cell = string;

export interface TableColumn {
  readonly head: string;
  /** Its part of the width, as a number beside those of the others. */
  readonly share: number;
  readonly align: 'left' | 'centre' | 'right';
}

/** A line of a table: cells, a line across that names what follows, or the sum at the end. */
export type TableRow =
  | { readonly type: 'row'; readonly cells: readonly Cell[] }
  | { readonly type: 'group'; readonly text: string }
  | { readonly type: 'total'; readonly cells: readonly Cell[] };

/** A part of a paper's text, in the order in which it is read. */
export type Block =
  /** Kính gửi. */
  | { readonly type: 'addressee'; readonly label: string; readonly names: readonly string[] }
  /** Căn cứ: what it rests on; the last line ends otherwise than the others. */
  | { readonly type: 'grounds'; readonly lines: readonly string[] }
  | { readonly type: 'centred'; readonly text: string }
  | { readonly type: 'heading'; readonly text: string }
  /** `lead` is bold and stands at the beginning: Điều 1. */
  | { readonly type: 'paragraph'; readonly lead?: string; readonly text: string }
  | { readonly type: 'items'; readonly items: readonly string[] }
  | { readonly type: 'table'; readonly columns: readonly TableColumn[]; readonly rows: readonly TableRow[] };

/** The head of the first page (phần mở đầu). What is not known is blank, never guessed. */
export interface PaperHead {
  /** The body above the one that issues (cơ quan chủ quản). */
  readonly parent?: string;
  readonly issuer: string;
  /** `Số: 09/TTr-SNV`; absent for papers that have none. */
  readonly number?: string;
  /** `……, ngày 05 tháng 01 năm 2026`; absent where the text says when. */
  readonly placeAndDate?: string;
}

/** Whoever signs: in what capacity, and his name once he has signed. */
export interface Signature {
  /** `KT. CHỦ TỊCH`, `PHÓ CHỦ TỊCH`: from top to bottom. */
  readonly capacity: readonly string[];
  /** What is to be done there, in brackets, while no name is known. */
  readonly hint?: string;
  readonly name?: string;
}

/** Phụ lục, danh sách kèm theo: begins on a page of its own. */
export interface Annex {
  readonly title: string;
  readonly subject: string;
  /** To what it belongs: `(Kèm theo Quyết định số …)`. */
  readonly reference: string;
  readonly blocks: readonly Block[];
}

/** A paper (văn bản) as it will stand on the page, free of layout. Renderers know nothing else: no award, no dossier. */
export interface Paper {
  readonly kind: PaperKind;
  /** Names the file and the document, and nobody. */
  readonly title: string;
  /** The moment of the fact that it states: the same facts give the same bytes. */
  readonly statedAt: Instant;
  readonly head: PaperHead;
  /** TỜ TRÌNH. */
  readonly name: string;
  /** Trích yếu. */
  readonly subject?: string;
  /** Who decides, in capitals below the subject: CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH. */
  readonly authority?: string;
  readonly blocks: readonly Block[];
  /** One stands on the right; of two the first stands on the left. */
  readonly signatures: readonly Signature[];
  /** Nơi nhận. */
  readonly recipients: readonly string[];
  readonly annexes: readonly Annex[];
}
