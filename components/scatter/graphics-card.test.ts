import { expect, it } from "vitest";
import { isSoftwareRenderer } from "./graphics-card.ts";

it.each([
  ["ANGLE (Google, Vulkan 1.3.0 (SwiftShader Device (Subzero) (0x0000C0DE)), SwiftShader driver)", true],
  ["llvmpipe (LLVM 19.1.7, 256 bits)", true],
  ["ANGLE (Microsoft, Microsoft Basic Render Driver Direct3D11 vs_5_0 ps_5_0)", true],
  ["Apple Software Renderer", true],
  ["ANGLE (NVIDIA, NVIDIA GeForce RTX 3060 Direct3D11 vs_5_0 ps_5_0)", false],
  ["ANGLE (Apple, ANGLE Metal Renderer: Apple M3, Unspecified Version)", false],
  ["Mesa Intel(R) UHD Graphics 620 (KBL GT2)", false],
])("%s draws in software: %s", (name, expected) => {
  expect(isSoftwareRenderer(name)).toBe(expected);
});
