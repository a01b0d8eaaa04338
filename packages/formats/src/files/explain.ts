// The file system's errors in words. Which call failed, the callers say.

import { FormatError } from "../errors.js";

const reasons: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file or directory",
  ENOTDIR: "a part of the path that should be a directory is a file",
  EEXIST: "there is something else already",
  EISDIR: "it is a directory, where a file is expected",
  EACCES: "permission denied",
  EPERM: "operation not permitted",
  EROFS: "the file system is read-only",
  ENOSPC: "the disk is full",
  EDQUOT: "the disk quota is used up",
  EFBIG: "the file would be larger than allowed",
  ENAMETOOLONG: "the name is too long",
  ELOOP: "too many symbolic links",
  EMFILE: "too many files are open",
  EIO: "the disk reports an error",
};

/** What the system said, as a FormatError: `model.safetensors: cannot be written: the disk is full`. */
export function explained(file: string, what: string, cause: unknown): FormatError {
  if (cause instanceof FormatError) return cause;
  const { code, message } = cause as NodeJS.ErrnoException;
  const reason = reasons[code ?? ""] ?? message;
  return new FormatError(`${what}: ${reason}${code === undefined ? "" : ` (${code})`}`, { file, cause });
}
