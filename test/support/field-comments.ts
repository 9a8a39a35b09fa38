import type { FileDescriptorSet } from '@bufbuild/protobuf/wkt';

/** Leading comments of fields by "package.Message.field", read from the contracts' source information. */
export const fieldComments = (set: FileDescriptorSet): ReadonlyMap<string, string> => {
  const comments = new Map<string, string>();
  for (const file of set.file) {
    for (const location of file.sourceCodeInfo?.location ?? []) {
      const [kind, messageIndex, part, fieldIndex] = location.path;
      if (location.path.length !== 4 || kind !== 4 || part !== 2) continue;
      const message = file.messageType[messageIndex ?? -1];
      const field = message?.field[fieldIndex ?? -1];
      if (field) comments.set(`${file.package}.${message?.name}.${field.name}`, location.leadingComments.trim());
    }
  }
  return comments;
};
