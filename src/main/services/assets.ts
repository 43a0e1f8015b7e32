import { StetError, toWire } from '../../core/errors';
import { mediaTypeOf } from '../../core/pictures/readPicture';
import type { AssetStore } from '../../core/ports/assets';
import type { Answer } from '../../core/rpc/transport';

/** How pictures go between a host and its window: beside the calls, as bytes. */
export interface AssetDoor {
  /** Answers a `StoredAsset`, or why the picture is not taken. Never rejects. */
  put(bytes: Uint8Array): Promise<Answer>;
  /** The picture and its media type; null when there is none of this name, or it cannot be read. */
  get(asset: string): Promise<{ bytes: Uint8Array; type: string } | null>;
}

/** `report` hears of errors that are not ours. */
export function assetDoor(assets: AssetStore, report: (error: unknown) => void = () => undefined): AssetDoor {
  return {
    put: (bytes) =>
      assets.put(bytes).then(
        (value): Answer => ({ ok: true, value }),
        (error: unknown): Answer => {
          if (!(error instanceof StetError)) report(error);
          return { ok: false, error: toWire(error) };
        },
      ),
    get: (asset) =>
      assets.read(asset).then(
        (bytes) => ({ bytes, type: mediaTypeOf(asset) }),
        (error: unknown) => {
          // The window shows that a picture is missing; the name in the address says all that there is to say.
          if (!(error instanceof StetError)) report(error);
          return null;
        },
      ),
  };
}
