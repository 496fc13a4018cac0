/** What is read of files, at most: each limit once. */

/** A longer text is not read (core/read/reading.h, in bytes): no more of it crosses the border. */
export const longestText = 1024 * 1024;

const MiB = 1024 * 1024;

/** In bytes, where nothing else is said. */
export const limits = Object.freeze({
  /** A notebook, which is parsed whole: pictures are most of it. */
  notebook: 256 * MiB,
  /** HDF5 is read whole. */
  hdf5: 512 * MiB,
  /** The header of .safetensors, as its format says. */
  header: 100_000_000,
  /** A zip's list of its members, and how many they are. */
  directory: 64 * MiB,
  members: 200_000,
  /** What is taken out of a zip, inflated. */
  member: 64 * MiB,
  /** A pickle that no zip holds: so far it is looked at. */
  pickle: 64 * MiB,
  /** Numbers in pickles that have more bytes are no sizes. */
  digits: 32,
  /** Groups within groups, dicts within dicts, modules within modules. */
  depth: 64,
  /** Groups, objects, tensors, nodes of a graph: how many are visited. */
  visited: 1_000_000,
  /** A node of a graph, or a part of a message, that is read whole. */
  message: 16 * MiB,
  /** Outputs of a notebook that are held against its code. */
  outputs: 500,
});
