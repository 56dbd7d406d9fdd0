"use client";
import { FileUp, FolderUp } from "lucide-react";
import { type ComponentProps, useRef } from "react";
import { Button } from "#components/ui/button.tsx";
import { type PickedFile, pickedFiles } from "./send-files.ts";

type UploadPickerProps = {
  files: readonly PickedFile[];
  onPick: (files: PickedFile[]) => void;
  disabled: boolean;
};

/** React knows no name for it, every browser does. */
const wholeFolder = { webkitdirectory: "" } as ComponentProps<"input">;

/** Two buttons, one for files and one for a folder, and what was picked. */
export function UploadPicker({ files, onPick, disabled }: UploadPickerProps) {
  const fileInput = useRef<HTMLInputElement>(null);
  const folderInput = useRef<HTMLInputElement>(null);
  const bytes = files.reduce((sum, { file }) => sum + file.size, 0);
  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap gap-2">
        <Button disabled={disabled} onClick={() => folderInput.current?.click()}>
          <FolderUp aria-hidden />
          Choose a folder
        </Button>
        <Button disabled={disabled} onClick={() => fileInput.current?.click()}>
          <FileUp aria-hidden />
          Choose files
        </Button>
      </div>
      <input
        ref={folderInput}
        type="file"
        className="hidden"
        aria-label="Folder to upload"
        onChange={(event) => onPick(pickedFiles(event.target.files))}
        {...wholeFolder}
      />
      <input
        ref={fileInput}
        type="file"
        multiple
        className="hidden"
        aria-label="Files to upload"
        onChange={(event) => onPick(pickedFiles(event.target.files))}
      />
      <p role="status" className="text-xs text-muted">
        {files.length === 0
          ? "Files stay on this machine, in the data directory, until they are imported. Up to 1 GB per file and 8 GB in total."
          : `${files.length.toLocaleString("en")} ${files.length === 1 ? "file" : "files"}, ${sizeText(bytes)}`}
      </p>
    </div>
  );
}

function sizeText(bytes: number): string {
  if (bytes < 1024) return `${bytes} bytes`;
  if (bytes < 1024 * 1024) return `${Math.round(bytes / 1024)} KB`;
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
