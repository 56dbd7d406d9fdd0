/**
 * The forms of SWE-bench and its relatives: owner__repo-123, instance_owner__repo-<commit>..., and SWE-smith's
 * owner__repo.<commit>.<bug>.
 */
const FORMS = [
  /^(?:instance_)?([\w.-]+?__[\w.-]+?)-(?:\d+|[0-9a-f]{40}.*)$/,
  /^([\w-]+?__[\w-]+(?:\.[\w-]+)*?)\.[0-9a-f]{8}\..+$/,
] as const;

/**
 * The repository that a task is about, as its name says: "django__django-11099" is about "django__django". Tasks of one
 * repository are not independent of each other. Null where the name says nothing: such a task stands for itself.
 */
export function repositoryOf(taskName: string): string | null {
  for (const form of FORMS) {
    const found = form.exec(taskName)?.[1];
    if (found) return found;
  }
  return null;
}
