import type { Request } from "./api.ts";

/** Under this key a batch notes with the spreadsheet that it was made. */
export const BATCH_KEY = "concord-batch";

/**
 * What a batch begins with: a mark of its own, and the marks of those before it go. Google makes all of a
 * batch or none, and no two marks have one number: so a batch that is sent twice, since nobody knows
 * whether it was made, is made once.
 */
export function markRequests(marker: number, earlier: readonly number[]): Request[] {
  return [
    ...earlier.map((metadataId): Request => ({ deleteDeveloperMetadata: { dataFilter: { developerMetadataLookup: { metadataId } } } })),
    {
      createDeveloperMetadata: {
        developerMetadata: {
          metadataId: marker,
          metadataKey: BATCH_KEY,
          metadataValue: String(marker),
          location: { spreadsheet: true },
          visibility: "DOCUMENT",
        },
      },
    },
  ];
}
