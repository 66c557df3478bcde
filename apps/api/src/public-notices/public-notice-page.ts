import { createHash } from 'node:crypto';
import { type Bilingual, dayText, type Language, localDateOf } from '#libs/domain/kernel';
import type { PublicNotice, PublicNoticeLine } from '#libs/service/reading';
import { pageStyle } from './public-notice-style.js';
import { kindWords, words } from './public-notice-words.js';

const styleHash = createHash('sha256').update(pageStyle).digest('base64');

/** What the page may do: wear its own style, which stands in it. It loads nothing, sends nothing and runs nothing. */
export const pagePolicy = [
  "default-src 'none'",
  `style-src 'sha256-${styleHash}'`,
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** The mark of the house, as in the web app: the lacquered board with a V that is also a check. */
const boardMark = `<svg class="mark" viewBox="0 0 36 36" width="32" height="32" aria-hidden="true"><path class="ground" d="M7.5 1.5h21a6 6 0 0 0 6 6v21a6 6 0 0 0-6 6h-21a6 6 0 0 0-6-6v-21a6 6 0 0 0 6-6z"/><path d="M9.6 5.2h16.8a6.4 6.4 0 0 0 4.4 4.4v16.8a6.4 6.4 0 0 0-4.4 4.4H9.6a6.4 6.4 0 0 0-4.4-4.4V9.6a6.4 6.4 0 0 0 4.4-4.4z"/><path class="v" d="M10.2 14.4 16 25.2 26 10.2"/></svg>`;

const escape = (text: string): string => text.replace(/[&<>"']/g, (character) => `&#${character.codePointAt(0)};`);

const other = (language: Language): Language => (language === 'vi' ? 'en' : 'vi');

/** An address of ours; Vietnamese is what it says without being asked. */
const at = (language: Language, code = ''): string =>
  `/public/notices${code === '' ? '' : `/${encodeURIComponent(code)}`}${language === 'en' ? '?lang=en' : ''}`;

/** The frame of each page: the board with the mark, the way to the other language, and the foot. */
function framed(title: string, language: Language, code: string, content: string): string {
  const say = (word: Bilingual) => escape(word[language]);
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<meta name="referrer" content="no-referrer">
<title>${escape(title)} · Vinh Danh</title>
<link rel="icon" href="data:,">
<style>${pageStyle}</style>
</head>
<body>
<header class="board"><div class="in">
<a class="brand" href="${at(language)}">${boardMark}Vinh Danh</a>
<a class="lang" lang="${other(language)}" hreflang="${other(language)}" href="${at(other(language), code)}" title="${say(words.switchLabel)}">${say(words.other)}</a>
</div></header>
<main class="in">
${content}
</main>
<footer class="in"><p>${say(words.foot)}</p></footer>
</body>
</html>
`;
}

const dayOrUnknown = (day: string | null, language: Language): string =>
  day === null ? escape(words.unknown[language]) : `<time datetime="${day}">${dayText(day)}</time>`;

const fact = (word: Bilingual, value: string, language: Language): string =>
  `<div><dt>${escape(word[language])}</dt><dd>${value}</dd></div>`;

/** The award and the body in the reader's language; what was put up by hand is as it was written. */
function factsOf({ award, body, openedAt, lastDay, where }: PublicNotice, language: Language): string {
  return `<dl class="facts">${[
    fact(words.award, escape(award[language]), language),
    fact(words.body, escape(body[language]), language),
    fact(words.from, dayOrUnknown(localDateOf(openedAt), language), language),
    fact(words.until, `<strong>${dayOrUnknown(lastDay, language)}</strong>`, language),
    fact(words.where, escape(where), language),
  ].join('')}</dl>`;
}

function listOf({ nominees }: PublicNotice, language: Language): string {
  const head = (word: Bilingual) => `<th scope="col">${escape(word[language])}</th>`;
  const cell = (word: Bilingual, value: string, tag = 'td') =>
    `<${tag}${tag === 'th' ? ' scope="row"' : ''} data-l="${escape(word[language])}">${escape(value)}</${tag}>`;
  const rows = nominees.map(
    ({ kind, name, unit }, index) =>
      `<tr>${cell(words.number, String(index + 1))}${cell(words.name, name, 'th')}${cell(words.unit, unit)}${cell(words.kind, kindWords[kind][language])}</tr>`,
  );
  return `<section aria-labelledby="list"><h2 id="list">${escape(words.people[language])} (${nominees.length})</h2>
<div class="table" role="region" tabindex="0" aria-labelledby="list"><table>
<thead><tr>${head(words.number)}${head(words.name)}${head(words.unit)}${head(words.kind)}</tr></thead>
<tbody>${rows.join('\n')}</tbody></table></div></section>`;
}

function contactOf({ contact }: PublicNotice, language: Language): string {
  const { address, phone, email } = contact;
  return `<section class="opinion" aria-labelledby="opinion"><h2 id="opinion">${escape(words.opinion[language])}</h2>
<p>${escape(words.opinionLead[language])}</p>
<dl class="facts">${[
    fact(words.address, escape(address), language),
    ...(phone === undefined ? [] : [fact(words.phone, escape(phone), language)]),
    ...(email === undefined ? [] : [fact(words.email, escape(email), language)]),
  ].join('')}</dl></section>`;
}

/** One notice, as long as it hangs out. */
export function noticePage(notice: PublicNotice, language: Language): string {
  const title = words.heading[language];
  return framed(
    title,
    language,
    notice.code,
    `<h1>${escape(title)}</h1>
${factsOf(notice, language)}
${contactOf(notice, language)}
${listOf(notice, language)}
<p><a href="${at(language)}">${escape(words.all[language])}</a></p>`,
  );
}

/** All notices that hang out, without a name of anybody. */
export function noticeListPage(lines: readonly PublicNoticeLine[], language: Language): string {
  const title = words.listHeading[language];
  const items = lines.map(
    ({ code, award, body, openedAt, lastDay }) => `<li><a href="${at(language, code)}">${escape(award[language])}</a>
<span>${escape(body[language])}</span>
<span>${escape(words.from[language])} ${dayOrUnknown(localDateOf(openedAt), language)} · ${escape(words.until[language])} ${dayOrUnknown(lastDay, language)}</span></li>`,
  );
  const list =
    items.length === 0
      ? `<p class="empty">${escape(words.none[language])}</p>`
      : `<ul class="notices">${items.join('\n')}</ul>`;
  return framed(title, language, '', `<h1>${escape(title)}</h1><p>${escape(words.listLead[language])}</p>${list}`);
}

/** Nothing to read: its time is over, or there never was such a notice. */
export function nothingHerePage(why: 'closed' | 'unknown', language: Language): string {
  const [heading, lead] = why === 'closed' ? [words.closed, words.closedLead] : [words.missing, words.missingLead];
  return framed(
    heading[language],
    language,
    '',
    `<h1>${escape(heading[language])}</h1><p>${escape(lead[language])}</p>
<p><a href="${at(language)}">${escape(words.all[language])}</a></p>`,
  );
}
