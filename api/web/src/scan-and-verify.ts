import { Box } from './box.js';
import { takeScannedLink } from './fragment.js';

let boxes: Box[] = [];
const known = new WeakSet<HTMLFormElement>();

function enliven(): void {
  boxes = boxes.filter((box) => !box.closeIfGone());
  for (const form of document.querySelectorAll<HTMLFormElement>('form[data-scan]')) {
    if (!known.has(form)) {
      known.add(form);
      boxes.push(new Box(form));
    }
  }
  for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-print][hidden]')) {
    button.hidden = false;
    button.addEventListener('click', () => window.print());
  }
}

enliven();
const link = boxes.length > 0 ? takeScannedLink() : undefined;
if (link !== undefined) {
  boxes[0]?.submitText(link);
}

// htmx has put an answer into the page: that is where the reader wants to be, a screen reader's too.
document.addEventListener('htmx:afterSettle', () => {
  enliven();
  document.querySelector<HTMLElement>('[data-focus]')?.focus();
});
