/** What newer browsers bring to read codes by themselves. */
type Detector = { detect(picture: CanvasImageSource): Promise<readonly { readonly rawValue: string }[]> };
declare global {
  interface Window {
    BarcodeDetector?: (new (how: { formats: string[] }) => Detector) & {
      getSupportedFormats(): Promise<readonly string[]>;
    };
  }
}

type Reader = (video: HTMLVideoElement) => Promise<string | null>;

/** Reads a QR code out of a moving picture: by the browser where it can, else by a library. */
export async function readerOf(): Promise<Reader> {
  const { BarcodeDetector } = window;
  if (BarcodeDetector !== undefined && (await BarcodeDetector.getSupportedFormats()).includes('qr_code')) {
    const detector = new BarcodeDetector({ formats: ['qr_code'] });
    return async (video) => (await detector.detect(video))[0]?.rawValue ?? null;
  }
  const { default: jsQR } = await import('jsqr');
  const canvas = document.createElement('canvas');
  return async (video) => {
    if (video.videoWidth === 0) return null;
    canvas.width = video.videoWidth;
    canvas.height = video.videoHeight;
    const drawn = canvas.getContext('2d', { willReadFrequently: true });
    drawn?.drawImage(video, 0, 0);
    const picture = drawn?.getImageData(0, 0, canvas.width, canvas.height);
    return picture === undefined ? null : (jsQR(picture.data, picture.width, picture.height)?.data ?? null);
  };
}
