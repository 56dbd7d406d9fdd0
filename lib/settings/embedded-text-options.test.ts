import { expect, it } from "vitest";
import { embeddedTextSetting } from "#lib/memories/embedded-text.ts";
import { embeddedTextOptions } from "./embedded-text-options.ts";

it("offers exactly what the setting takes, its default marked", () => {
  for (const { type, options } of embeddedTextOptions) {
    const taken = embeddedTextSetting.shape[type].unwrap().options;
    expect(options.map((option) => option.value)).toEqual(taken);
    expect(options.filter((option) => option.label.endsWith("(default)"))).toHaveLength(1);
  }
});
