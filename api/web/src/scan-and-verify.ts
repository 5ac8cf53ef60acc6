import { Box } from './box.js';
import { takeScannedLink } from './fragment.js';

const boxes = Array.from(document.querySelectorAll<HTMLFormElement>('form[data-scan]'), (form) => new Box(form));
const link = boxes.length > 0 ? takeScannedLink() : undefined;
if (link !== undefined) {
  boxes[0]?.submitText(link);
}

// What htmx puts into the page is where the reader wants to be: a screen reader's, too.
document.body.addEventListener('htmx:afterSettle', (event) => {
  const target = event.target instanceof Element ? event.target : undefined;
  target?.querySelector<HTMLElement>('[data-focus]')?.focus();
});
for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-print]')) {
  button.hidden = false;
  button.addEventListener('click', () => window.print());
}
