/**
 * Tokens of a text in o200k_base, the encoding of OpenAI's models from gpt-4o on; others differ by some percent.
 * Control tokens written out in the text count as the plain text they are. Loads the vocabulary when first called.
 */
export async function countPromptTokens(text: string): Promise<number> {
  const { countTokens } = await import("gpt-tokenizer/encoding/o200k_base");
  return countTokens(text, { disallowedSpecial: new Set() });
}
