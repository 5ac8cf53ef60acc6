/** Why there is no picture from a camera; the page has words for each. */
export type CameraFault = 'camera-denied' | 'camera-missing' | 'camera-failed';

/** Whether this browser lets this page ask for a camera at all (only over HTTPS or on this machine). */
export function cameraPossible(): boolean {
  return window.isSecureContext && navigator.mediaDevices?.getUserMedia !== undefined;
}

/** Milliseconds between two looks: the reader takes about a tenth of a second, and the page must stay usable. */
const PAUSE = 150;

/** A camera that looks for one text and then lets go of the device. */
export class Camera {
  private stream: MediaStream | undefined;

  constructor(
    private readonly video: HTMLVideoElement,
    private readonly look: (frame: HTMLVideoElement) => Promise<string | undefined>,
  ) {}

  /** Opens the camera, preferably the one at the back of a phone; resolves to what is wrong, or to nothing. */
  async open(): Promise<CameraFault | undefined> {
    try {
      this.stream = await navigator.mediaDevices.getUserMedia({
        audio: false,
        video: { facingMode: 'environment', width: { ideal: 1280 }, height: { ideal: 720 } },
      });
      this.video.srcObject = this.stream;
      await this.video.play();
      return undefined;
    } catch (fault) {
      this.close();
      return faultOf(fault);
    }
  }

  /** Looks until a code is seen or the camera is closed; then resolves to its text, or to nothing. */
  async read(): Promise<string | undefined> {
    const watched = this.stream;
    while (watched !== undefined && this.stream === watched) {
      const text = this.video.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA ? await this.look(this.video) : undefined;
      if (this.stream !== watched) {
        return undefined;
      }
      if (text !== undefined) {
        this.close();
        return text;
      }
      await new Promise((resume) => setTimeout(resume, PAUSE));
    }
    return undefined;
  }

  /** Lets go of the device; harmless when it is not open. */
  close(): void {
    this.stream?.getTracks().forEach((track) => track.stop());
    this.stream = undefined;
    this.video.srcObject = null;
  }
}

function faultOf(fault: unknown): CameraFault {
  const name = fault instanceof DOMException ? fault.name : '';
  if (name === 'NotAllowedError' || name === 'SecurityError') {
    return 'camera-denied';
  }
  return name === 'NotFoundError' || name === 'OverconstrainedError' ? 'camera-missing' : 'camera-failed';
}
