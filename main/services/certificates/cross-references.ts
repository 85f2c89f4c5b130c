/** Where the objects of a file stand: rows of a cross-reference stream (type, place, number), kept as the bytes that they become. */
export type CrossReferences = {
  /** How many objects there are, the free one at the head among them. */
  readonly count: () => number;
  /** Makes room for objects, and returns the first of their ids. */
  readonly reserve: (count: number) => number;
  /** The object begins at an offset of the file. */
  readonly setOffset: (id: number, offset: number) => void;
  /** The object is packed into another, as the one at `index`. */
  readonly setPacked: (id: number, container: number, index: number) => void;
  /** The rows with the PNG predictor "up", which makes neighbours cancel out. */
  readonly predicted: () => Uint8Array;
};

/** Bytes of a row: one for the type, four for the place, two for the number. */
export const rowWidth = 7;

const inFile = 1;
const inPack = 2;

/** The number of the free object at the head of every table. */
const headGeneration = 65_535;

/** The table of a file, whose first ids, the free object's among them, are given out already. */
export const createCrossReferences = (firstFreeId: number): CrossReferences => {
  let rows = Buffer.alloc(1024 * rowWidth);
  let count = firstFreeId;
  rows.writeUInt16BE(headGeneration, 5);
  const set = (id: number, type: number, place: number, number: number): void => {
    rows.writeUInt8(type, id * rowWidth);
    rows.writeUInt32BE(place, id * rowWidth + 1);
    rows.writeUInt16BE(number, id * rowWidth + 5);
  };
  return {
    count: () => count,
    reserve: (more) => {
      const first = count;
      count += Math.max(0, more);
      if (count * rowWidth > rows.length) {
        const larger = Buffer.alloc(count * rowWidth * 2);
        rows.copy(larger);
        rows = larger;
      }
      return first;
    },
    setOffset: (id, offset) => set(id, inFile, offset, 0),
    setPacked: (id, container, index) => set(id, inPack, container, index),
    predicted: () => {
      const bytes = Buffer.alloc(count * (rowWidth + 1));
      for (let id = 0; id < count; id += 1) {
        const at = id * (rowWidth + 1);
        bytes[at] = 2;
        for (let byte = 0; byte < rowWidth; byte += 1) {
          const above = id === 0 ? 0 : (rows[(id - 1) * rowWidth + byte] ?? 0);
          bytes[at + 1 + byte] = (rows[id * rowWidth + byte] ?? 0) - above;
        }
      }
      return bytes;
    },
  };
};
