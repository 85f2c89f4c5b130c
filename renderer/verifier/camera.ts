import { decodeCode, pixelsOf } from '#renderer/ui/read-code.ts';

const everyMs = 120;
/** A code fills a good part of the picture when it is held close: more dots only cost time. */
const longestSide = 1000;

/** True where the browser lets this page ask for a camera at all. */
export const hasCamera = (): boolean => typeof navigator.mediaDevices?.getUserMedia === 'function';

const later = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Shows the camera in a video and looks for a code until one is found or it is stopped. Rejects where the camera is refused. */
export const scan = async (video: HTMLVideoElement, signal: AbortSignal): Promise<string | undefined> => {
  const stream = await navigator.mediaDevices.getUserMedia({
    audio: false,
    video: { facingMode: 'environment', width: { ideal: 1280 }, height: { ideal: 720 } },
  });
  try {
    video.srcObject = stream;
    await video.play();
    while (!signal.aborted) {
      const size = { width: video.videoWidth, height: video.videoHeight };
      if (size.width > 0) {
        const scale = Math.min(1, longestSide / Math.max(size.width, size.height));
        const text = await decodeCode(pixelsOf(video, size, scale));
        if (text !== undefined) return text;
      }
      await later(everyMs);
    }
    return undefined;
  } finally {
    for (const track of stream.getTracks()) track.stop();
    video.srcObject = null;
  }
};
