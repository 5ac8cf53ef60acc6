import { Camera, cameraPossible } from './camera.js';

/** What the box can have to say; the page holds the words in its language, as data-say-... of the status line. */
type Word = 'reading' | 'read' | 'no-code' | 'looking' | 'camera-denied' | 'camera-missing' | 'camera-failed';

/**
 * The one box for a document: camera, drop, choice of a file, paste. The form works without this: it only takes
 * pictures before they are sent, reads the QR code here, and puts its text where a person could have typed it.
 */
export class Box {
  private readonly file: HTMLInputElement;
  private readonly text: HTMLTextAreaElement;
  private readonly status: HTMLElement;
  private readonly start: HTMLButtonElement;
  private readonly stop: HTMLButtonElement;
  private readonly camera: Camera;
  private readonly gone = new AbortController();

  constructor(private readonly form: HTMLFormElement) {
    this.file = part(form, 'file');
    this.text = part(form, 'text');
    this.status = part(form, 'status');
    this.start = part(form, 'start');
    this.stop = part(form, 'stop');
    this.camera = new Camera(part(form, 'video'), async (frame) => (await import('./qr-reader.js')).readQr(frame));
    this.file.addEventListener('change', () => void this.chosen());
    this.listenToDrops();
    const { signal } = this.gone;
    form.ownerDocument.addEventListener('paste', (event) => void this.pasted(event), { signal });
    window.addEventListener('pagehide', () => this.closeCamera(), { signal });
    this.start.hidden = !cameraPossible();
    this.start.addEventListener('click', () => void this.scan());
    this.stop.addEventListener('click', () => {
      this.closeCamera();
      this.say(undefined);
      this.start.focus();
    });
  }

  /** Sends a text that was scanned, by whichever way it came here. */
  submitText(scanned: string): void {
    this.file.value = '';
    this.text.value = scanned;
    this.say('read');
    this.form.requestSubmit();
  }

  /** Lets go of a form that an answer took out of the page. */
  closeIfGone(): boolean {
    if (this.form.isConnected) {
      return false;
    }
    this.camera.close();
    this.gone.abort();
    return true;
  }

  private async scan(): Promise<void> {
    this.showCamera(true);
    this.say('looking');
    this.stop.focus();
    const fault = await this.camera.open();
    if (fault !== undefined) {
      this.showCamera(false);
      this.say(fault);
      this.file.focus();
      return;
    }
    const text = await this.camera.read().catch(() => {
      this.say('camera-failed');
      return undefined;
    });
    this.closeCamera();
    if (text !== undefined) {
      this.submitText(text);
    }
  }

  private async chosen(): Promise<void> {
    const file = this.file.files?.[0];
    if (file === undefined) {
      return;
    }
    this.closeCamera();
    this.text.value = '';
    if (!file.type.startsWith('image/')) {
      this.form.requestSubmit();
      return;
    }
    this.say('reading');
    let text: string | undefined;
    try {
      text = await (await import('./qr-reader.js')).readQrOfFile(file);
    } catch {
      // This browser cannot: the server may.
      this.form.requestSubmit();
      return;
    }
    if (text === undefined) {
      this.file.value = '';
      this.say('no-code');
      return;
    }
    this.submitText(text);
  }

  private listenToDrops(): void {
    this.form.addEventListener('dragover', (event) => {
      event.preventDefault();
      this.form.classList.add('scan--over');
    });
    for (const gone of ['dragleave', 'drop']) {
      this.form.addEventListener(gone, () => this.form.classList.remove('scan--over'));
    }
    this.form.addEventListener('drop', (event) => {
      event.preventDefault();
      void this.offered(event.dataTransfer);
    });
  }

  private async pasted(event: ClipboardEvent): Promise<void> {
    const typing = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement;
    const hasFile = (event.clipboardData?.files.length ?? 0) > 0;
    if (typing && !hasFile) {
      return;
    }
    event.preventDefault();
    await this.offered(event.clipboardData);
  }

  private async offered(data: DataTransfer | null): Promise<void> {
    const file = data?.files[0];
    if (file !== undefined) {
      const one = new DataTransfer();
      one.items.add(file);
      this.file.files = one.files;
      await this.chosen();
      return;
    }
    const text = data?.getData('text/plain').trim() ?? '';
    if (text !== '') {
      this.submitText(text);
    }
  }

  private closeCamera(): void {
    this.camera.close();
    this.showCamera(false);
  }

  private showCamera(shown: boolean): void {
    part<HTMLElement>(this.form, 'viewer').hidden = !shown;
    this.start.hidden = shown || !cameraPossible();
  }

  private say(word: Word | undefined): void {
    this.status.textContent = word === undefined ? '' : (this.status.getAttribute(`data-say-${word}`) ?? '');
  }
}

function part<T extends HTMLElement>(form: HTMLFormElement, name: string): T {
  const found = form.querySelector<T>(`[data-scan-${name}]`);
  if (found === null) {
    throw new Error(`the box has no ${name}`);
  }
  return found;
}
