import type { Page } from 'playwright-core';

/**
 * How many pixels each count on the diagram of a procedure lies apart from the corner of the nearest card. The browser itself says
 * where the cards are: it draws the same file once more, as a part of the page.
 * @param address where the server has the file.
 */
export const countsApartFromCards = (page: Page, address: string): Promise<number[]> =>
  page.evaluate<number[]>(`(async () => {
    const picture = document.querySelector('.procedures-canvas img');
    const holder = document.body.appendChild(document.createElement('div'));
    holder.innerHTML = await (await fetch('${address}')).text();
    const [own, seen] = [holder.querySelector('svg').getBoundingClientRect(), picture.getBoundingClientRect()];
    const scale = seen.width / own.width;
    const corners = [...holder.querySelectorAll('g[data-step]')].map((card) => {
      const box = card.getBoundingClientRect();
      return { x: seen.x + (box.x - own.x) * scale, y: seen.y + (box.y - own.y) * scale };
    });
    holder.remove();
    return [...document.querySelectorAll('.procedures-count')].map((count) => {
      const box = count.getBoundingClientRect();
      const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
      return Math.min(...corners.map((corner) => Math.hypot(corner.x - x, corner.y - y)));
    });
  })()`);
