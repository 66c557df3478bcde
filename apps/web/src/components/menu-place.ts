const GAP = 4;

/**
 * Puts an open list below its button, and above it where there is more room. It is fixed to the window, so that no table or panel
 * that scrolls cuts it off, and never wider than the window.
 */
export function placeBeside(list: HTMLElement, opener: HTMLElement, align: 'left' | 'right'): void {
  const button = opener.getBoundingClientRect();
  const { innerHeight, innerWidth } = window;
  const { offsetHeight: height, offsetWidth: width } = list;
  const [above, below] = [button.top - GAP, innerHeight - button.bottom - GAP];
  const top = height <= below || below >= above ? button.bottom + GAP : Math.max(GAP, button.top - GAP - height);
  const left = align === 'right' ? button.right - width : button.left;
  list.style.top = `${top}px`;
  list.style.left = `${Math.max(GAP, Math.min(left, innerWidth - width - GAP))}px`;
}
